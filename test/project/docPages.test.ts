import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contributes } from './manifestFile';
import { fileText, texts } from '../unit/projectFiles';

/** What a page says of the project that can be looked up: links, commands by title and by id, keys. */

const inDocs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const atTop = readdirSync('.').filter((name) => name.endsWith('.md'));
const pages = new Map(
  [...atTop, ...inDocs.map((name) => `docs/${name}`)].map((path) => [path, fileText(path)]),
);

/** What is written down for a person, without examples of files and calls. */
const prose = new Map([...pages].map(([path, text]) => [path, text.replaceAll(/^ *```[^]*?^ *```$/gm, '')]));

/** Every finding on every page: what `found` matches, and what is wrong with it. */
function wrong(found: RegExp, fault: (match: RegExpMatchArray, page: string) => string | null): string[] {
  return [...prose].flatMap(([page, text]) =>
    [...text.matchAll(found)].flatMap((match) => fault(match, page) ?? []).map((each) => `${page}: ${each}`),
  );
}

/** As GitHub and VS Code make them: small letters, no marks, a dash for each blank, a number behind a second one. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
    let number = 0;
    let unique = anchor;
    while (anchors.has(unique)) unique = `${anchor}-${++number}`;
    anchors.add(unique);
  }
  return anchors;
}

suite('the pages of the project', () => {
  test('a link leads to a file that is there, and to a heading in it', () => {
    const dead = wrong(/\]\(([^)\s]+)\)/g, ([, link = ''], page) => {
      if (/^[a-z]+:/.test(link)) return null;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(page, '..', path).replaceAll('\\', '/');
      if (!existsSync(target)) return link;
      return anchor === undefined || anchorsOf(prose.get(target) ?? '').has(anchor) ? null : link;
    });
    assert.deepEqual(dead, []);
  });

  test('a command is called what the palette calls it', () => {
    const known = new Set(Object.values(texts('package.nls.json')));
    const unknown = wrong(/(?<=[_*“`])Alliance: ([^_*”`\n]+)/g, ([, title = '']) =>
      known.has(title) ? null : title,
    );
    assert.deepEqual(unknown, []);
  });

  test('an id of a command, setting or view is in the manifest', () => {
    const manifest = fileText('package.json');
    const unknown = wrong(/(?<![\w.-])alliance\.[\w.]+/g, ([id]) =>
      /\.(yaml|txt)$/.test(id) || manifest.includes(`"${id}"`) ? null : id,
    );
    assert.deepEqual(unknown, []);
  });

  test('a key behind Alt+A does something', () => {
    const signs: Readonly<Record<string, string>> = { '⌫': 'backspace', '↓': 'down', '↑': 'up' };
    const bound = new Set(contributes.keybindings.map(({ key }) => key));
    const unbound = wrong(/\*\*Alt\+A ([^*\s]+)\*\*/g, ([, key = '']) =>
      bound.has(`alt+a ${signs[key] ?? key.toLowerCase()}`) ? null : key,
    );
    assert.deepEqual(unbound, []);
  });

  test('every page is in the index of the docs', () => {
    const index = pages.get('docs/README.md') ?? '';
    assert.deepEqual(
      inDocs.filter((name) => name !== 'README.md' && !index.includes(`](${name})`)),
      [],
    );
  });

  test('a picture is small, says in words what it shows, and stands on a page', () => {
    const all = [...pages.values()].join('\n');
    for (const name of readdirSync('docs/pictures')) {
      const { size } = statSync(join('docs', 'pictures', name));
      assert.ok(size < 150_000, `${name}: ${Math.round(size / 1000)} kB`);
      assert.match(
        all,
        new RegExp(`!\\[[^\\]]{20,}\\]\\([a-z/]*pictures/${basename(name, '.png')}\\.png\\)`),
        name,
      );
    }
  });
});
