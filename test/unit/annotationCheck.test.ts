import assert from 'node:assert/strict';
import { checkCoding } from '../../src/engine/annotations/check';
import { setField } from '../../src/engine/annotations/edit';
import { source } from '../../src/engine/annotations/file';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import { fixture, opened, said } from './annotationFixtures';
import { parseTranscript } from '../../src/engine/transcript/parse';

const parsed = parseTranscript('T: So… what\nC: Dunno.');

function check(text: string, codebook = defaultCodebook()): string[] {
  return said(checkCoding(opened(text), { parsed, hash: 'other' }, codebook));
}

suite('annotation file against transcript and codebook', () => {
  test('passages beyond the text, empty, and with other words than their quote', () => {
    const text = fixture('beyond').replace('text: { sha256: abc }\n', '# by hand\n');
    assert.deepEqual(check(text), [
      '6:2 offset-out-of-range baaaaaaz 1 500 8',
      '7:2 turn-out-of-range caaaaaaz 9 2',
      '8:2 empty-passage daaaaaaz',
      '9:2 turn-out-of-range eaaaaaaz 1 2',
      '11:2 quote-differs gaaaaaaz',
      '11:2 held-words gaaaaaaz a.transcript',
      '12:2 offset-out-of-range haaaaaaz 1 90 8',
    ]);
  });

  test('passages of comments, as those of annotations', () => {
    const comments = [
      '{ turn: 9 }',
      '{ turn: 1, start: 0, end: 90 }',
      '{ turn: 2, start: 3, end: 3 }',
      '{ turn: 2 }',
    ];
    const lines = comments.map((at, index) => `  - { id: ${'abcd'[index]}aaaaaaz, text: Hm., at: ${at} }`);
    const text = `alliance: 1\ntranscript: a.transcript\ncoder: al\nannotations: []\ncomments:\n${lines.join('\n')}\n`;
    assert.deepEqual(check(`${text}  - { id: eaaaaaaz, about: bob/k7f3m2q9, text: On nothing. }\n`), [
      '5:2 turn-out-of-range aaaaaaaz 9 2',
      '6:2 offset-out-of-range baaaaaaz 1 90 8',
      '7:2 empty-passage caaaaaaz',
    ]);
  });

  test('turns of memos; one on no words or on the session is right', () => {
    const memos = ['text: A., at: { turn: 9 }', 'text: B., at: { turn: 2, start: 3, end: 3 }', 'text: C.'];
    const lines = memos.map((memo, index) => `  - { id: ${'abc'[index]}aaaaaaz, ${memo} }`);
    const text = `alliance: 1\ntranscript: a.transcript\ncoder: al\nannotations: []\nmemos:\n${lines.join('\n')}\n`;
    assert.deepEqual(check(text), ['5:2 turn-out-of-range aaaaaaaz 9 2']);
  });

  test('of a text that changed, or whose turns are others by its labels now, that alone, and what has to be masked', () => {
    const found = ['3:0 text-changed a.transcript', '11:2 held-words gaaaaaaz a.transcript'];
    assert.deepEqual(check(fixture('beyond')), found);
    assert.deepEqual(check(fixture('beyond').replace('sha256: abc', 'sha256: other, turns: abcdef')), found);
    assert.ok(!check(fixture('beyond').replace('sha256: abc', 'sha256: other')).includes(found[0] ?? ''));
  });

  test('codes, scales, ratings and links the codebook does not know', () => {
    assert.deepEqual(check(fixture('unknown-codes')), [
      '4:2 rating-out-of-scale k7f3m2q9 clarity 9',
      '4:2 unknown-scale k7f3m2q9 sparkle 1',
      '5:2 unknown-code m7f3m2q9 sparkle',
      '7:2 link-kind x1h8d0pw k7f3m2q9 bond.trust',
      '7:2 link-kind x1h8d0pw k7f3m2q9 bond.trust',
      '7:2 rating-out-of-scale x1h8d0pw resolution 9',
      '9:2 rating-out-of-scale bond evidence7 8',
      '10:2 unknown-rating sparkle',
    ]);
  });

  test('a family may be linked as what its children are', () => {
    const text = `alliance: 1
transcript: a.transcript
coder: al
annotations:
  - { id: aaaaaaag, code: rupture, at: { turn: 1 } }
  - { id: baaaaaag, code: repair, at: { turn: 2 } }
  - { id: caaaaaag, code: rupture.therapist.away, at: { turn: 1 } }
episodes:
  - { id: daaaaaag, ruptures: [ aaaaaaag, caaaaaag ], repairs: [ baaaaaag ] }
  - { id: eaaaaaag, ruptures: [ baaaaaag ], repairs: [ aaaaaaag ] }
`;
    assert.deepEqual(check(text), [
      '9:2 link-kind eaaaaaag baaaaaag repair',
      '9:2 link-kind eaaaaaag aaaaaaag rupture',
    ]);
  });

  test('an id that the codebook replaces counts, and is said to be old', () => {
    const { codebook } = readCodebook(
      'alliance_codebook: 1\nid: x\nversion: 2.0.0\ncodes:\n  - { id: new, replaces: [ old ] }\n',
    );
    assert.ok(codebook);
    const text =
      'alliance: 1\ntranscript: a\ncoder: al\nannotations:\n  - { id: aaaaaaag, code: old, at: { turn: 1 } }\n';
    assert.deepEqual(check(text, codebook), ['4:2 old-code aaaaaaag old new']);
  });

  test('a released coding that was changed breaks its seal', () => {
    const broken = (text: string) => check(text).filter((one) => one.includes('seal'));
    assert.deepEqual(broken(fixture('canonical')), []);
    const changed = setField(opened(fixture('canonical')), 'annotations', 'zz00aa11', 'code', 'goal').file;
    assert.deepEqual(broken(source(changed)), ['8:0 seal-broken alice']);
  });
});

suite('words that a transcript no longer has', () => {
  const spoken = ['# Berta listens', 'T: How is [NAME_1], and Annabel?', 'C: [NAME_1] left. Yes.'];
  const now = parseTranscript(spoken.join('\n'));

  function held(entry: string, section = 'annotations'): string[] {
    const text = `alliance: 1\ntranscript: a.transcript\ncoder: al\n${section}:\n  - ${entry}\n`;
    const found = checkCoding(opened(text), { parsed: now, hash: '' }, defaultCodebook());
    return said(found.filter(({ code }) => code === 'held-words'));
  }

  const annotation = (more: string): string => `{ id: aaaaaaag, code: bond, ${more} }`;
  const fault = ['4:2 held-words aaaaaaag a.transcript'];

  test('in a quote, in whatever capitals, once for each entry, and never said', () => {
    assert.deepEqual(held(annotation('at: { turn: 2, start: 0, end: 4 }, quote: Anna left and Anna')), fault);
    assert.deepEqual(held(annotation('quote: Anna left')), fault);
    assert.deepEqual(held(annotation('at: { turn: 2, start: 10, end: 14 }, quote: LEFT')), []);
  });

  test('in a context, and in comments', () => {
    const context = 'context: { before: "How is Anna", after: "" }';
    assert.deepEqual(held(annotation(`at: { turn: 2 }, quote: "[NAME_1] left. Yes.", ${context}`)), fault);
    assert.deepEqual(held('{ id: aaaaaaag, text: Who?, quote: Anna }', 'comments'), fault);
  });

  test('not what stands in a comment or a token, nor what people write of their own', () => {
    assert.deepEqual(held(annotation('quote: "Berta [NAME_7] *Carla", note: Anna')), []);
  });

  test('not a part of a word where a context was cut, and of a token', () => {
    const long = 'is [NAME_1], and Annabel?';
    const context = (before: string, after: string): string =>
      annotation(`at: { turn: 2 }, context: { before: "${before}", after: "${after}" }`);
    assert.deepEqual(held(context(`AME_1] ${long}`, `${long} How is [NA`)), []);
    assert.deepEqual(held(context(`ow ${long} left.`, `${long} left. Anna`)), []);
    assert.deepEqual(held(context(`xyz ${long} left.`, '')), fault);
    assert.deepEqual(held(context('', 'left. Anna')), fault);
  });
});
