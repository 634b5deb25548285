import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { setNote } from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import { checkAgainstCodebook, checkAgainstText } from '../../src/engine/annotations/check';
import { entriesOf, source, type AnnotationFile } from '../../src/engine/annotations/file';
import { entryKeys, fileKeys, sections } from '../../src/engine/annotations/layout';
import { field } from '../../src/engine/objects';
import { isLocked, isNewer } from '../../src/engine/annotations/locked';
import { migrations, type Migration } from '../../src/engine/annotations/migrations';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { formatVersion } from '../../src/engine/annotations/schema';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { fixture, opened, said } from './annotationFixtures';

const versions = Array.from({ length: formatVersion }, (_, index) => index + 1);

suite('formats of the annotation file', () => {
  for (const version of versions) {
    const text = fixture(`format-${version}`);

    test(`format ${version} is read without a fault, and only a change writes it in the present one`, () => {
      const { file, faults } = readAnnotationFile(text);
      // Only what is left to be decided is said.
      const undecided = faults.map(({ code }) => code);
      assert.deepEqual(undecided, ['conflict']);
      assert.ok(file);
      assert.equal(file.coding.alliance, formatVersion);
      assert.equal(source(file), text);
      const after = source(setNote(file, 'k7f3m2q9', 'Other.').file);
      assert.match(after, new RegExp(`^alliance: ${formatVersion}$`, 'm'));
      assert.deepEqual(
        readAnnotationFile(after).faults.map(({ code }) => code),
        undecided,
      );
    });
  }

  test('the fixture of the present format holds every key', () => {
    const { coding, parts } = opened(fixture(`format-${formatVersion}`));
    const keys = parts.flatMap((part) => (part.kind === 'text' ? [] : [part.key]));
    assert.deepEqual([...new Set(keys)], fileKeys);
    for (const section of sections) {
      const entries = entriesOf(coding, section);
      const missing = entryKeys[section].filter((key) =>
        entries.every((entry) => field(entry, key) === undefined),
      );
      assert.deepEqual(missing, [], section);
    }
  });

  test('each older format has a migration, and each format a fixture', () => {
    assert.deepEqual(
      migrations.map(({ from }) => from).sort((a, b) => a - b),
      versions.slice(0, -1),
    );
    for (const version of versions) {
      assert.ok(existsSync(`test/unit/fixtures/annotations/format-${version}.alliance.yaml`));
    }
  });
});

/** A format that never was: codings stood under `codings`, and a code was called `tag`. */
const older = `# second pass
alliance: 0   # by hand
transcript: a.transcript
coder: alice
mine: { a: 1 }
codings:
  # not sure about this one
  - id: k7f3m2q9
    tag: bond
    at: { turn: 2, start: 0, end: 2 }
    own: x   # kept
`;

const made: Migration = {
  from: 0,
  migrate: (text) => text.replace(/^codings:/m, 'annotations:').replaceAll(/^( {4})tag:/gm, '$1code:'),
};

function openedOlder(text: string, migration = made): AnnotationFile {
  const { file, faults } = readAnnotationFile(text, { migrations: [migration] });
  assert.ok(file, said(faults).join('\n'));
  return file;
}

suite('a file of an older format', () => {
  test('is read as one of the present, and is the same text until it is changed', () => {
    const file = openedOlder(older);
    assert.equal(file.coding.annotations[0]?.code, 'bond');
    assert.equal(file.coding.alliance, formatVersion);
    assert.equal(source(file), older);
    assert.equal(source(apply(file, []).file), older);
    assert.equal(isLocked(file.coding), false);
  });

  test('is written in the present format with the first change; comments and unknown keys stay', () => {
    const step = setNote(openedOlder(older), 'k7f3m2q9', 'Warm.');
    const expected = older
      .replace('alliance: 0', 'alliance: 1')
      .replace('codings', 'annotations')
      .replace('tag', 'code')
      .replace('    own: x', '    note: Warm.\n    own: x');
    assert.equal(source(step.file), expected);
    assert.deepEqual(said(readAnnotationFile(expected).faults), [
      '4:0 unknown-key mine',
      '11:4 unknown-key annotations[1].own',
    ]);
    assert.equal(source(apply(step.file, step.inverse).file), older);
  });

  test('takes over acts that were made on another state of it', () => {
    const { change } = setNote(openedOlder(older), 'k7f3m2q9', 'Warm.');
    const other = openedOlder(older.replace('# second pass', '# third pass'));
    const merged = source(apply(other, change).file);
    assert.match(merged, /^# third pass\nalliance: 1 {3}# by hand\n/);
    assert.match(merged, /annotations:[^]*code: bond[^]*note: Warm\./);
  });

  test('may be in any layout: JSON, CRLF, without an end of line', () => {
    const json =
      '{"alliance":0,"transcript":"a.transcript","coder":"alice","codings":[{"id":"k7f3m2q9","tag":"bond"}]}';
    const migration = {
      from: 0,
      migrate: (text: string) => text.replace('codings', 'annotations').replace('"tag"', '"code"'),
    };
    const file = openedOlder(json, migration);
    assert.equal(source(file), json);
    assert.match(
      source(setNote(file, 'k7f3m2q9', 'x').file),
      /^alliance: 1\n[^]*annotations:\n {2}- id: k7f3m2q9\n {4}code: bond\n {4}note: x$/,
    );
    const crlf = older.replaceAll('\n', '\r\n');
    assert.equal(source(openedOlder(crlf)), crlf);
    assert.match(source(setNote(openedOlder(crlf), 'k7f3m2q9', 'x').file), /annotations:\r\n/);
  });

  test('is refused where there is no certain way: what is written must not be half of each', () => {
    for (const migrate of [() => null, () => 'alliance: [']) {
      const { file, faults } = readAnnotationFile(older, { migrations: [{ from: 0, migrate }] });
      assert.equal(file, null);
      assert.deepEqual(said(faults), ['1:10 wrong-value alliance at least 1']);
    }
    assert.equal(readAnnotationFile(older).file, null);
  });
});

suite('a file of a newer format', () => {
  const newer = fixture(`format-${formatVersion}`)
    .replace(`alliance: ${formatVersion}`, `alliance: ${formatVersion + 1}`)
    .replace('role: consensus', 'role: arbiter')
    .replace('speaker: C', 'speaker: [ C, T ]')
    .replace(/^log:[^]*/m, 'log: { of: a new kind }\nsomething: new\n');

  test('is read as far as that goes, which is all that is said of it', () => {
    const { file, faults } = readAnnotationFile(newer);
    assert.deepEqual(said(faults), [`1:10 newer-version ${formatVersion + 1} ${formatVersion}`]);
    assert.ok(file && isNewer(file.coding) && isLocked(file.coding));
    const { annotations, episodes, log, coder } = file.coding;
    assert.deepEqual(
      annotations.map(({ id }) => id),
      ['b81kqz0a', 'zz00aa11'],
    );
    assert.deepEqual([episodes.length, log.length, coder], [2, 0, 'consensus']);
    assert.equal(source(file), newer);
    assert.deepEqual(checkAgainstCodebook(file, defaultCodebook()), []);
    assert.deepEqual(checkAgainstText(file, { parsed: parseTranscript(''), hash: 'other' }), []);
  });

  test('without what decides whose it is, it is none', () => {
    for (const text of [
      'alliance: 9\ntranscript: a.transcript\n',
      'alliance: 2.5\ntranscript: a\ncoder: b\n',
    ]) {
      const { file, faults } = readAnnotationFile(text);
      assert.equal(file, null);
      assert.equal(faults[0]?.code, 'newer-version');
      assert.equal(faults.length, 1);
    }
  });
});
