import assert from 'node:assert/strict';
import { put, remove, setField, setKey } from '../../src/engine/annotations/edit';
import { after, head } from './annotationFixtures';

/** An annotation in a hand that is not ours: with a comment, and its place on lines of its own. */
const coded = (more: string): string =>
  `${head}annotations:\n  - id: aaaaaaag # mine\n    code: bond\n    at:\n      turn: 3\n${more}`;

const noted = (text: string, note: string | undefined): string =>
  after(text, (file) => setField(file, 'annotations', 'aaaaaaag', 'note', note));

const rated = (text: string, ratings: Readonly<Record<string, number>>): string =>
  after(text, (file) => setField(file, 'annotations', 'aaaaaaag', 'ratings', ratings));

suite('annotation file: acts on what a person wrote', () => {
  test('a field that is taken out takes its line along and no other', () => {
    const text = coded('    note: Hm # why\n    # below\n    speaker: C\n');
    assert.equal(noted(text, undefined), text.replace('    note: Hm # why\n', ''));
    const last = coded('    note: Hm\n');
    assert.equal(noted(last, undefined), coded(''));
  });

  test('a key that a person left without a value gets one behind its colon', () => {
    const text = coded('    note: # to do\n    speaker: C\n');
    assert.equal(noted(text, 'Hm'), text.replace('note:', 'note: Hm'));
    const apart = coded('    note : # to do\n    speaker: C\n');
    assert.equal(noted(apart, 'Hm'), apart.replace('note :', 'note : Hm'));
  });

  test('a field that stood first goes with what is between it and the next', () => {
    const text = `${head}annotations:\n  - note: Hm\n    id: aaaaaaag # mine\n    code: bond\n    at: { turn: 3 }\n`;
    assert.equal(noted(text, undefined), text.replace('note: Hm\n    id', 'id'));
  });

  test('values by scale come and go within their braces', () => {
    const text = (inside: string): string => coded(`    ratings: ${inside}\n`);
    assert.equal(rated(text('{}'), { impact: 3 }), text('{ impact: 3 }'));
    assert.equal(rated(text('{ impact: 3 }'), {}), text('{}'));
    assert.equal(rated(text('{ clarity: 1, impact: 3 }'), { clarity: 1 }), text('{ clarity: 1 }'));
    assert.equal(rated(text('{ clarity: 1, impact: 3 }'), { impact: 3 }), text('{ impact: 3 }'));
  });

  test('an episode loses its last repair, whatever else stands in its list', () => {
    const text = `${head}annotations:\n  - { id: aaaaaaag, code: rupture, at: { turn: 3 } }\nepisodes:\n  - id: eeeeeeef # mine\n    ruptures: [ aaaaaaag ]\n    repairs:\n      - baaaaaag\n`;
    const without = after(text, (file) =>
      put(file, 'episodes', { id: 'eeeeeeef', ruptures: ['aaaaaaag'], repairs: [] }),
    );
    assert.equal(without, text.replace('repairs:\n      - baaaaaag', 'repairs: []'));
  });

  test('a key of the person’s own takes another value in its own hand', () => {
    const text = `${head}mine: # for later\n  - one # first\n  - two\n`;
    const set = (value: unknown): string => after(text, (file) => setKey(file, 'mine', value));
    assert.equal(set(['one', 'two', 'three']), `${text}  - three\n`);
    assert.equal(set(['two']), text.replace('  - one # first\n', ''));
  });

  test('keys of the person’s own stay in an entry that is put in anew without them', () => {
    const text = `${head}memos:\n  - { id: aaaaaaag, own: 1, text: Hm, at: { turn: 2 } }\n`;
    assert.equal(
      after(text, (file) => put(file, 'memos', { id: 'aaaaaaag', text: 'Ah' })),
      `${head}memos:\n  - { id: aaaaaaag, own: 1, text: Ah }\n`,
    );
  });

  test('a file in braces is laid out anew, its comments first, empty lists gone', () => {
    const text =
      '# mine\n{ alliance: 1, transcript: a.transcript, coder: al, annotations: [], episodes: [] }\n';
    assert.equal(
      after(text, (file) => put(file, 'memos', { id: 'memomemo', text: 'Hm' })),
      `# mine\n${head}memos:\n  - { id: memomemo, text: Hm }\n`,
    );
  });

  test('in brackets that are laid out anew, what nobody can read stands as it is', () => {
    const text = `${head}annotations: [ 3, {}, { id: aaaaaaag, code: bond, at: { turn: 3 } } ]\n`;
    assert.equal(
      noted(text, 'Hm'),
      `${head}annotations:\n  - 3\n  - {}\n  - id: aaaaaaag\n    code: bond\n    at: { turn: 3 }\n    note: Hm\n`,
    );
  });

  test('of two entries that say the same thing of the same, one is taken away and comes back to its place', () => {
    const lines = (values: readonly number[]): string =>
      `${head}ratings:\n${values.map((value) => `  - { rating: bond, scope: session, value: ${value} }\n`).join('')}`;
    const gone = (values: readonly number[]): string =>
      after(lines(values), (file) => remove(file, 'ratings', 'bond session'));
    assert.equal(gone([1, 2]), lines([2]));
    assert.equal(gone([2, 2]), lines([2]));
  });
});
