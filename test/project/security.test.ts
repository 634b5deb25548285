import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { pagePolicy } from '../../src/views/trajectory/policy';
import { fileText, sources } from '../unit/projectFiles';

const page = fileText('SECURITY.md');
const rows = [...page.matchAll(/^\|.*\| `(test\/\S+\.ts)`: (.+?)\s*\|$/gm)].map(
  ([, file = '', title = '']) => ({
    file,
    title: title.replaceAll('\\', ''),
  }),
);

/** What each source says of this kind, by its path. */
function found(pattern: RegExp): Map<string, string[]> {
  const all = [...sources()].map(([path, text]): [string, string[]] => [
    path,
    [...text.matchAll(pattern)].map(([whole]) => whole),
  ]);
  return new Map(all.filter(([, list]) => list.length > 0));
}

suite('SECURITY.md', () => {
  test('names with each attack a test that there is, and the code that stops it', () => {
    assert.ok(rows.length > 25);
    assert.equal(rows.length, page.match(/`test\/\S+\.test\.ts`:/g)?.length);
    for (const { file, title } of rows) {
      assert.ok(existsSync(file), file);
      assert.ok(fileText(file).includes(title), `${file}: ${title}`);
    }
    for (const [, path = ''] of page.matchAll(/`((?:src|test)\/[^`]+)`/g)) assert.ok(existsSync(path), path);
  });

  test('is what the README and the pages lead to', () => {
    assert.match(fileText('README.md'), /\(SECURITY\.md\)/);
    assert.match(fileText('docs', 'where-it-runs.md'), /\(\.\.\/SECURITY\.md\)/);
  });
});

suite('What pages and messages may do', () => {
  test('every page forbids all but its own script and styles', () => {
    const policies = found(/\bpolicy = .+;/g);
    assert.deepEqual([...policies.keys()].toSorted(), ['report/report.ts', 'views/trajectory/page.ts']);
    const report = policies.get('report/report.ts')?.join('') ?? '';
    for (const policy of [pagePolicy('NONCE', 'SOURCE'), report]) {
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /base-uri 'none'; form-action 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*|https?:|data:|connect-src|frame-src/);
    }
    assert.equal(
      pagePolicy('NONCE', 'SOURCE').split('; ').slice(1, 4).join('; '),
      "script-src 'nonce-NONCE'; style-src SOURCE; img-src blob:",
    );
    assert.doesNotMatch(report, /script-src|img-src/);
  });

  test('every page has its text from where a policy is written into it', () => {
    const written = [...found(/\.html = .+;/g)].flatMap(([path, list]) =>
      list.map((one) => `${path} ${one}`),
    );
    assert.deepEqual(
      written.filter((one) => !/ \.html = panelPage\(/.test(one)),
      // A report, written just before; without scripts and without any folder to load from.
      ['editor/exporting/telling.ts .html = page;'],
    );
  });

  test('every message is shown where links in names are made text', () => {
    const shown = found(/window\s*(?:\.show(?:Information|Warning|Error)Message|\[)|[^\w]showMessage/g);
    assert.deepEqual([...shown.keys()], ['editor/messages.ts']);
  });

  test('every list, and what is said for a moment, is shown where icons in names are made text', () => {
    const shown = found(/window\s*\.(?:showQuickPick|setStatusBarMessage)\b/g);
    assert.deepEqual([...shown.keys()], ['editor/messages.ts', 'editor/picks.ts']);
    const lists = [...found(/window\.createQuickPick\b/g)].filter(([path]) => path !== 'editor/picks.ts');
    const plain = found(/\bplainRows\(/g);
    for (const [path, made] of lists) assert.equal(plain.get(path)?.length, made.length, path);
  });

  test('what a hover may run is listed, and nothing is trusted as a whole', () => {
    assert.deepEqual(
      [...found(/isTrusted = true|supportHtml = true|isTrusted: true|enableCommandUris: true/g)],
      [],
    );
    assert.deepEqual([...found(/isTrusted = \{/g).keys()].toSorted(), [
      'editor/coding/passageHover.ts',
      'editor/memos/marks.ts',
    ]);
  });
});
