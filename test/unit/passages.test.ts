import assert from 'node:assert/strict';
import { anchoredIn, commentAnchor, hasPassage } from '../../src/engine/annotations/anchored';
import { put, setField } from '../../src/engine/annotations/edit';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { moveMemos, setMemo } from '../../src/engine/annotations/memos';
import { moveTo, type Places } from '../../src/engine/annotations/moveTo';
import { describe, quoteOf, shortenedParts, standsAt } from '../../src/engine/annotations/quote';
import { refine } from '../../src/engine/annotations/refine';
import type { Annotation, Comment, Unconfirmed } from '../../src/engine/annotations/types';
import type { At, LooseAt } from '../../src/engine/transcript/at';
import { head, opened } from './annotationFixtures';
import { transcript } from './builders';
import { created, fresh, tagged, turns, whole } from './taggedFile';

const hash = { sha256: 'ab', turns: 'cd' };

suite('the words of a passage', () => {
  test('are those of its turns, from its start in the first to its end in the last', () => {
    assert.equal(quoteOf(turns, { turn: 2 }), 'Dunno.');
    assert.equal(quoteOf(turns, { turn: 2, start: 1, end: 3 }), 'un');
    assert.equal(quoteOf(turns, { turn: 1, start: 8, end_turn: 2, end: 2 }), 'you?\nDu');
    assert.equal(quoteOf(turns, { turn: 1, start: 8, end_turn: 3, end: 4 }), 'you?\nDunno.\nWhat');
    assert.equal(quoteOf(turns, { turn: 5, end_turn: 6 }), 'I pushed you.\nOkay.');
  });

  test('are none outside of the transcript, beyond a turn, and without a letter; to its very end they are', () => {
    const standing = (at: LooseAt): string => standsAt(turns, { id: 'aaaaaaag', at });
    const none: readonly [LooseAt, string][] = [
      [{ turn: 7 }, 'turn-out-of-range'],
      [{ turn: 6, end_turn: 7 }, 'turn-out-of-range'],
      [{ turn: 3, end_turn: 2 }, 'turn-out-of-range'],
      [{ turn: 2, start: 7, end: 7 }, 'offset-out-of-range'],
      [{ turn: 2, start: 0, end: 7 }, 'offset-out-of-range'],
      [{ turn: 2, start: 7, end_turn: 3, end: 1 }, 'offset-out-of-range'],
      [{ turn: 2, start: 4, end: 3 }, 'empty-passage'],
      [{ turn: 2, start: 6, end: 6 }, 'empty-passage'],
    ];
    for (const [at, fault] of none) {
      assert.equal(standing(at), fault, JSON.stringify(at));
      assert.deepEqual([quoteOf(turns, at), describe(turns, at)], [null, null]);
    }
    for (const at of [{ turn: 6 }, { turn: 2, start: 0, end: 6 }, { turn: 2, start: 6, end_turn: 3, end: 0 }])
      assert.equal(standing(at), 'exact', JSON.stringify(at));
  });

  test('are kept whole up to 300 letters, of whatever size, and above that by their ends', () => {
    const described = (text: string) => describe(transcript(`T: ${text}`).turns, { turn: 1 });
    for (const letter of ['a', '😀']) {
      const kept = described(letter.repeat(300));
      assert.deepEqual([kept?.quote, kept?.quote_sha256], [letter.repeat(300), undefined]);
      assert.equal(shortenedParts(letter.repeat(300)), null);
      const cut = described(`${letter.repeat(150)}b${letter.repeat(150)}`);
      assert.equal(cut?.quote, `${letter.repeat(150)} … ${letter.repeat(150)}`);
      assert.deepEqual(shortenedParts(cut.quote), { head: letter.repeat(150), tail: letter.repeat(150) });
    }
    assert.equal(shortenedParts(`${'a'.repeat(150)} - ${'a'.repeat(150)}`), null);
    assert.equal(shortenedParts(`${'a'.repeat(150)} … ${'a'.repeat(151)}`), null);
  });

  test('have beside them up to 32 letters of their own turn, else of the turn beside it', () => {
    const beside = (at: LooseAt) => describe(turns, at)?.context;
    assert.deepEqual(beside({ turn: 2, start: 1, end: 2 }), { before: 'D', after: 'nno.' });
    assert.deepEqual(beside({ turn: 2, start: 0, end: 2 }), { before: 'How are you?', after: 'nno.' });
    assert.deepEqual(beside({ turn: 1, start: 4, end_turn: 2, end: 6 }), {
      before: 'How ',
      after: 'What changed?',
    });
    const long = transcript(`T: ${'a'.repeat(32)}b${'c'.repeat(33)}`).turns;
    assert.deepEqual(describe(long, { turn: 1, start: 32, end: 33 })?.context, {
      before: 'a'.repeat(32),
      after: 'c'.repeat(32),
    });
  });
});

suite('what stands at passages', () => {
  test('annotations, and comments on words of the text, whatever is known of their place', () => {
    const comment = (said: Partial<Comment>): Comment => ({ id: 'c9tf3aa0', text: 'Hm', ...said });
    const unconfirmed: Unconfirmed = { state: 'ambiguous' };
    for (const said of [{ at: { turn: 1 } }, { was: { turn: 1 } }, { quote: 'Hm' }, { unconfirmed }]) {
      assert.ok(hasPassage(comment(said)), JSON.stringify(said));
      assert.ok(!hasPassage(comment({ ...said, about: 'bob/t20fj3aa' })));
      assert.ok(!hasPassage(comment({ ...said, reply_to: 'bob/t20fj3aa' })));
    }
    assert.ok(!hasPassage(comment({})));
    const annotation = { id: 'aaaaaaag', code: 'bond' };
    const all = anchoredIn({ annotations: [annotation], comments: [comment({}), comment({ quote: 'Hm' })] });
    assert.deepEqual(
      all.map(({ id }) => id),
      ['aaaaaaag', commentAnchor('c9tf3aa0')],
    );
  });
});

suite('passages that moved', () => {
  function moved(
    file: AnnotationFile,
    id: string,
    at: At | null,
    note?: Unconfirmed | null,
  ): Annotation | undefined {
    const unsure: Places['unsure'] = note === undefined ? new Map() : new Map([[id, note]]);
    const step = moveTo(file, turns, { at: new Map([[id, at]]), unsure }, hash);
    return step.file.coding.annotations.find((each) => each.id === id);
  }
  const ambiguous: Unconfirmed = { state: 'ambiguous', places: [{ turn: 1 }, { turn: 3 }] };
  const changed: Unconfirmed = { state: 'changed', method: 'words', confidence: 0.8 };

  test('that are sure have the words that stand there; that are not keep theirs, and say how they were found', () => {
    const sure = moved(tagged(), 'ruptureo', whole(6));
    assert.deepEqual(
      [sure?.at, sure?.quote, sure?.speaker, sure?.context],
      [whole(6), 'Okay.', 'C', { before: 'I pushed you.', after: '' }],
    );
    const unsure = moved(tagged(), 'ruptureo', whole(5), changed);
    assert.deepEqual([unsure?.quote, unsure?.speaker, unsure?.unconfirmed], ['Dunno.', 'T', changed]);
    const file = setField(tagged(), 'annotations', 'ruptureo', 'unconfirmed', changed).file;
    assert.deepEqual(
      moved(file, 'ruptureo', whole(4), null)?.unconfirmed,
      changed,
      'of which nothing new is known',
    );
    assert.equal(moved(file, 'ruptureo', whole(2))?.unconfirmed, undefined, 'and are sure now');
  });

  test('that have no place any more say where they were, and where they might be', () => {
    const lost = moved(tagged(), 'ruptureo', null, ambiguous);
    assert.deepEqual(
      [lost?.at, lost?.was, lost?.unconfirmed, lost?.context, lost?.quote, lost?.speaker],
      [undefined, whole(2), ambiguous, undefined, 'Dunno.', 'C'],
    );
    assert.equal(moved(tagged(), 'ruptureo', null, changed)?.unconfirmed, undefined);
    assert.deepEqual(moved(tagged(), 'ruptureo', null, null)?.was, whole(2));
    const file = put(tagged(), 'annotations', lost ?? []).file;
    assert.deepEqual(
      moved(file, 'ruptureo', null)?.unconfirmed,
      ambiguous,
      'as long as nobody says otherwise',
    );
    assert.equal(moved(file, 'ruptureo', null, null)?.unconfirmed, undefined);
    assert.deepEqual(moved(file, 'ruptureo', null, changed)?.was, whole(2));
  });

  test('that a person wrote shorter stay so where they say the same', () => {
    const short = (at: LooseAt): AnnotationFile =>
      put(fresh(), 'annotations', { id: 'ruptureo', code: 'rupture', at }).file;
    assert.deepEqual(moved(short({ turn: 2 }), 'ruptureo', whole(2))?.at, { turn: 2 });
    assert.deepEqual(moved(short({ turn: 2, end_turn: 2 }), 'ruptureo', whole(2))?.at, {
      turn: 2,
      end_turn: 2,
    });
    for (const at of [
      { turn: 2, start: 1, end: 6 },
      { turn: 2, start: 0, end: 5 },
      { ...whole(2), end_turn: 3 },
      whole(4),
    ])
      assert.deepEqual(moved(short({ turn: 2 }), 'ruptureo', at)?.at, at);
    const over = { turn: 2, end_turn: 3 };
    assert.deepEqual(moved(short(over), 'ruptureo', { turn: 2, start: 0, end_turn: 3, end: 13 })?.at, over);
  });

  test('by nothing leave no trace but that of the text', () => {
    const file = tagged();
    const at = new Map([['ruptureo', whole(2)]]);
    const step = moveTo(file, turns, { at, unsure: new Map() }, hash);
    assert.equal(source(step.file).replace(/^text:.*$/m, ''), source(file).replace(/^text:.*$/m, ''));
    const turned = transcript('T: How are you?', 'C: Dunno.', 'T: But what changed?').turns;
    const next = moveTo(file, turned, { at, unsure: new Map() }, hash).file.coding.annotations[0];
    assert.equal(next?.context?.after, 'But what changed?', 'what stands beside it may be another');
  });
});

suite('acts on files written by hand', () => {
  test('memos that stay where they are leave a file without ids as it stands', () => {
    const text = `${head}memos:\n  - { text: Hm, at: { turn: 2 } }\n`;
    const file = opened(text);
    const id = file.coding.memos[0]?.id ?? '';
    assert.deepEqual(moveMemos(file, new Map([[id, 2]])).change, []);
    assert.deepEqual(moveMemos(file, new Map()).change, []);
    assert.deepEqual(setMemo(file, 'gonegone', ' ', null).change, []);
  });

  test('a tag is refined by what stands on its own words, not on those of the first', () => {
    const other = { id: 'otherone', code: 'bond', at: whole(2), created };
    const file = put(tagged(), 'annotations', other).file;
    const { targets } = refine(file, turns, [{ id: 'repairon', made: true }], 'bond');
    assert.deepEqual(targets, [{ id: 'repairon', made: true }]);
  });

  test('of two tags on the same words one is refined, whatever else stands there', () => {
    const other = { id: 'otherone', code: 'bond', at: whole(2), created };
    const file = put(tagged(), 'annotations', [
      other,
      { ...other, id: 'elsewher', code: 'rupture.withdrawal', at: whole(4) },
    ]).file;
    const { step, targets } = refine(file, turns, [{ id: 'ruptureo', made: true }], 'rupture.withdrawal');
    assert.deepEqual(targets, [{ id: 'ruptureo', made: true }]);
    assert.deepEqual(
      step.file.coding.annotations.filter(({ code }) => code === 'rupture.withdrawal').map(({ id }) => id),
      ['ruptureo', 'elsewher'],
    );
  });
});
