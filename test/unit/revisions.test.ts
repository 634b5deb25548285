import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { apply } from '../../src/engine/annotations/apply';
import { checkCoding } from '../../src/engine/annotations/check';
import { source } from '../../src/engine/annotations/file';
import { recodeAll, revisionOf } from '../../src/engine/annotations/recodeAll';
import { countCodes } from '../../src/engine/codebook/counts';
import { codeFor } from '../../src/engine/codebook/keys';
import { readCodebook } from '../../src/engine/codebook/read';
import { opened, said } from './annotationFixtures';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { codebook } from './revisedCodebook';

const coded = `# mine
alliance: 1
transcript: a.transcript
coder: al
codebook: { id: bonn, version: "1.0.0", copy: signed }   # as agreed
annotations:
  - { id: aaaaaaag, code: silence, at: { turn: 2 }, mine: yes } # hm
  - id: baaaaaag
    code: avoidance
    at: { turn: 2 }
  - { id: caaaaaag, code: gone, at: { turn: 2 } }
  - { id: daaaaaag, code: bond, at: { turn: 1 } }
episodes:
  - { id: eaaaaaag, ruptures: [ aaaaaaag, baaaaaag ], repairs: [] }
`;

const parsed = parseTranscript('T: So what\nC: Dunno.');

suite('a codebook that was revised', () => {
  test('says what changed, with what else a study notes there passed over', () => {
    assert.deepEqual(codebook.changes, [
      { version: '1.0.0', date: '2026-01-02', text: 'First version.' },
      { version: '1.1', date: null, text: 'Silence became withdrawal.' },
      { version: null, date: null, text: 'Without a version.' },
    ]);
  });

  test('reads without a fault as the documentation shows it', () => {
    const [, shown = ''] = /```yaml\n([^]*?)```/.exec(readFileSync('docs/codebook.md', 'utf8')) ?? [];
    const read = readCodebook(shown);
    assert.deepEqual(said(read.faults), []);
    assert.deepEqual(read.codebook?.replacements.get('avoidance'), [
      'rupture.withdrawal',
      'rupture.confrontation',
    ]);
  });

  test('counts an old id as the one code that replaced it, in the codes above it too', () => {
    const ids = ['silence', 'rupture.withdrawal', 'avoidance', 'gone', 'rupture', 'bond', 'gone'];
    const { used, others } = countCodes(codebook, ids);
    assert.deepEqual(Object.fromEntries(used), { 'rupture.withdrawal': 2, rupture: 3, bond: 1 });
    assert.deepEqual(Object.fromEntries(others), { avoidance: 1, gone: 2 });
    assert.equal(codeFor(codebook, 'avoidance'), null);
  });

  test('says of a coding which codes are old, which wait for a choice, and which version it was made with', () => {
    assert.deepEqual(said(checkCoding(opened(coded), { parsed, hash: '' }, codebook)), [
      '4:0 other-version bonn 1.0.0 bonn 1.1.0',
      '6:2 old-code aaaaaaag silence rupture.withdrawal',
      '7:2 ambiguous-code baaaaaag avoidance rupture.withdrawal, rupture.confrontation',
      '10:2 unknown-code caaaaaag gone',
    ]);
    const other = checkCoding(opened(coded), { parsed, hash: '' }, { ...codebook, id: 'kiel' });
    assert.equal(said(other)[0], '4:0 other-codebook bonn 1.0.0 kiel 1.1.0');
    const handmade = coded.replace(/^codebook.*\n/m, '');
    assert.deepEqual(
      checkCoding(opened(handmade), { parsed, hash: '' }, codebook).filter(({ code }) =>
        code.startsWith('other'),
      ),
      [],
      'a file that says none is made with the one in use',
    );
  });

  test('recoding all writes the new ids and the version, and leaves the rest of the file as it is', () => {
    const file = opened(coded);
    const { renamed, undecided, otherCodebook } = revisionOf(file.coding, codebook);
    assert.deepEqual(
      renamed.map(({ annotation, code }) => [annotation.id, code.id]),
      [['aaaaaaag', 'rupture.withdrawal']],
    );
    assert.deepEqual(
      undecided.map(({ annotation, candidates }) => [annotation.id, ...candidates.map(({ id }) => id)]),
      [['baaaaaag', 'rupture.withdrawal', 'rupture.confrontation']],
    );
    assert.ok(otherCodebook);
    const left = recodeAll(file, codebook, new Map([['baaaaaag', 'bond']]));
    assert.equal(source(left.file), coded.replace('code: silence', 'code: rupture.withdrawal'));
    const all = recodeAll(file, codebook, new Map([['baaaaaag', 'rupture.confrontation']]));
    assert.equal(
      source(all.file),
      coded
        .replace('code: silence', 'code: rupture.withdrawal')
        .replace('code: avoidance', 'code: rupture.confrontation')
        .replace('"1.0.0"', '"1.1.0"'),
    );
    assert.equal(recodeAll(all.file, codebook).change.length, 0, 'what is done is done');
    assert.equal(source(apply(all.file, all.inverse).file), coded);
  });
});
