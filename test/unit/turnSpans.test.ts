import assert from 'node:assert/strict';
import {
  addTags,
  deleteAnnotations,
  joinSpans,
  judge,
  link,
  look,
  recode,
  release,
  setJudged,
  setNote,
  setRating,
  takeBack,
  unlink,
  withoutTurns,
} from '../../src/engine/annotations/acts';
import { isBegun } from '../../src/engine/annotations/begun';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import { movedRatings, moveRatings, moveSpans } from '../../src/engine/annotations/followTurns';
import { put } from '../../src/engine/annotations/edit';
import type { TurnSpan } from '../../src/engine/annotations/types';
import { head, opened } from './annotationFixtures';
import { coding } from './builders';
import { created, fresh, tagged, turns, whole } from './taggedFile';

/** `1-3 5-5` as spans, and back. */
function spans(text: string): TurnSpan[] {
  return (text.match(/\d+-\d+/g) ?? []).map((one) => {
    const [from = 0, to = 0] = one.split('-').map(Number);
    return { from, to };
  });
}
const said = (list: readonly TurnSpan[] = []): string =>
  list.map(({ from, to }) => `${from}-${to}`).join(' ');

suite('the turns judged', () => {
  test('are spans in order, joined where they overlap or touch', () => {
    for (const [given, joined] of [
      ['', ''],
      ['3-4', '3-4'],
      ['5-6 1-2', '1-2 5-6'],
      ['1-2 3-4', '1-4'],
      ['1-2 4-5', '1-2 4-5'],
      ['1-9 2-3', '1-9'],
      ['4-6 1-4 6-8', '1-8'],
      ['2-2 2-2', '2-2'],
    ] as const) {
      assert.equal(said(joinSpans(spans(given))), joined, given);
    }
  });

  test('without some of them are what is left on either side', () => {
    for (const [given, without, left] of [
      ['1-5', [], '1-5'],
      ['1-5', [3], '1-2 4-5'],
      ['1-5', [1, 5], '2-4'],
      ['1-5', [4, 2], '1-1 3-3 5-5'],
      ['1-5', [0, 6], '1-5'],
      ['1-2 4-5', [2, 4], '1-1 5-5'],
      ['3-3', [3], ''],
    ] as const) {
      assert.equal(said(withoutTurns(spans(given), new Set(without))), left, `${given} ${without.join()}`);
    }
  });

  test('are written where they change, and none are not written', () => {
    const judged = judge(fresh(), spans('3-4 1-1')).file;
    assert.equal(said(judged.coding.coded), '1-1 3-4');
    assert.equal(said(judge(judged, spans('2-2')).file.coding.coded), '1-4');
    assert.deepEqual(judge(judged, spans('3-3')).change, []);
    assert.equal(said(setJudged(judged, spans('1-1 3-5')).file.coding.coded), '1-1 3-5');
    assert.equal(said(setJudged(judged, spans('2-2 3-4')).file.coding.coded), '2-4');
    assert.equal(said(setJudged(judged, spans('1-1 4-4')).file.coding.coded), '1-1 4-4');
    assert.equal(setJudged(judged, []).file.coding.coded, undefined);
    assert.deepEqual(setJudged(fresh(), []).change, []);
    const byHand = opened(`${head}coded: [ { from: 1, to: 3 } ]\nmemos:\n  - { text: Hm }\n`);
    assert.deepEqual(judge(byHand, spans('2-3')).change, [], 'nor is anything else filled in');
  });

  test('hold all turns of a passage that is tagged', () => {
    const at = { ...whole(2), end_turn: 4, end: 3 };
    const { file } = addTags(fresh(), turns, [{ id: 'overturn', code: 'rupture', at, created }]);
    assert.equal(said(file.coding.coded), '2-4');
  });
});

suite('ratings of segments', () => {
  const rated = (from: number, to: number) =>
    ({ rating: 'bond', scope: { segment: from, from_turn: from, to_turn: to }, value: 4 }) as const;
  const down = (list: readonly TurnSpan[]): TurnSpan[] =>
    list.map(({ from, to }) => ({ from: from + 1, to: to + 1 }));

  test('follow their turns; those of the session and those of which nothing is left are the same objects', () => {
    const all = [
      { rating: 'bond', scope: 'session', value: 5 } as const,
      rated(1, 3),
      rated(4, 6),
      rated(4, 6),
    ];
    const move = (list: readonly TurnSpan[]) => (list[0]?.from === 4 ? [] : down(list));
    const moved = movedRatings(all, move);
    assert.deepEqual(moved[1]?.scope, { segment: 1, from_turn: 2, to_turn: 4 });
    assert.deepEqual(
      [0, 2, 3].map((index) => moved[index] === all[index]),
      [true, true, true],
    );
    const split = movedRatings([rated(1, 3)], () => spans('1-1 5-6'));
    assert.deepEqual(split[0]?.scope, { segment: 1, from_turn: 1, to_turn: 6 }, 'from the first to the last');
    const [stays] = movedRatings([rated(1, 3)], (list) => list);
    assert.deepEqual(stays, rated(1, 3));
    assert.deepEqual(movedRatings([rated(1, 3)], () => spans('1-4'))[0]?.scope, {
      segment: 1,
      from_turn: 1,
      to_turn: 4,
    });
    assert.deepEqual(movedRatings([rated(1, 3)], () => spans('2-3'))[0]?.scope, {
      segment: 1,
      from_turn: 2,
      to_turn: 3,
    });
  });

  test('are written with the turns judged as one step, or not at all', () => {
    const file = judge(put(fresh(), 'ratings', rated(1, 3)).file, spans('1-3')).file;
    const moved = moveSpans(file, down, down).file.coding;
    assert.deepEqual(
      [said(moved.coded), moved.ratings[0]?.scope],
      ['2-4', { segment: 1, from_turn: 2, to_turn: 4 }],
    );
    const same = (list: readonly TurnSpan[]) => list;
    assert.deepEqual(moveSpans(file, same, same).change, []);
    assert.deepEqual(moveRatings(file, same).change, []);
    assert.deepEqual(moveSpans(fresh(), down, down).change, []);
  });
});

suite('acts on what is not there, and on what several hold', () => {
  const first = ({ coding: { annotations } }: AnnotationFile) => annotations[0];

  test('notes and values come, go, and leave others alone', () => {
    const noted = setNote(tagged(), 'ruptureo', 'Looks away.').file;
    assert.equal(first(noted)?.note, 'Looks away.');
    for (const empty of [null, ''])
      assert.equal(first(setNote(noted, 'ruptureo', empty).file)?.note, undefined);
    const rated = setRating(setRating(noted, 'ruptureo', 'clarity', 2).file, 'ruptureo', 'impact', 4).file;
    assert.deepEqual(first(rated)?.ratings, { clarity: 2, impact: 4 });
    assert.deepEqual(first(setRating(rated, 'ruptureo', 'clarity', 5).file)?.ratings, {
      clarity: 5,
      impact: 4,
    });
    const one = setRating(rated, 'ruptureo', 'clarity', null).file;
    assert.deepEqual(first(one)?.ratings, { impact: 4 });
    assert.equal(first(setRating(one, 'ruptureo', 'impact', null).file)?.ratings, undefined);
    for (const step of [
      recode(noted, 'nowhereo', 'bond'),
      setNote(noted, 'nowhereo', 'x'),
      unlink(noted, 'ruptureo'),
    ])
      assert.deepEqual(step.change, []);
  });

  test('episodes that are linked become the one of that id, else the first; the others go', () => {
    const two = link(
      link(tagged(), 'episodeo', ['ruptureo'], []).file,
      'episodet',
      ['rupturet'],
      ['repairon'],
    ).file;
    assert.equal(two.coding.episodes.length, 2);
    const joined = link(two, 'newepiso', ['ruptureo', 'rupturet'], ['repairon']).file.coding.episodes;
    assert.deepEqual(joined, [{ id: 'episodeo', ruptures: ['ruptureo', 'rupturet'], repairs: ['repairon'] }]);
    const byId = link(two, 'episodet', [], []).file.coding.episodes;
    assert.deepEqual(byId, two.coding.episodes);
    const gone = deleteAnnotations(two, ['rupturet', 'repairon']).file.coding;
    assert.deepEqual([gone.episodes.map(({ id }) => id), gone.annotations.length], [['episodeo'], 1]);
  });

  test('release and its taking back say when, and by whom where that is somebody else', () => {
    const judged = judge(fresh(), spans('1-2')).file;
    const released = release(judged, created, 6, 'dana').file.coding;
    assert.deepEqual([said(released.coded), released.released?.at], ['1-2', created]);
    assert.deepEqual(released.log, [{ at: created, event: 'released', by: 'dana' }]);
    assert.deepEqual(takeBack(judged, created, 'dana').file.coding.log, [
      { at: created, event: 'taken_back', by: 'dana' },
    ]);
    assert.deepEqual(look(judged, 'bob', 'Training', created).file.coding.log, [
      { at: created, event: 'looked', about: 'bob', reason: 'Training' },
    ]);
  });

  test('a coding has begun with its first annotation, episode or rating', () => {
    assert.equal(isBegun(coding({ memos: [{ id: 'memoonii', text: 'Hm' }] })), false);
    assert.ok(isBegun(coding({ annotations: [{ id: 'aaaaaaag', code: 'bond' }] })));
    assert.ok(isBegun(coding({ episodes: [{ id: 'aaaaaaag', ruptures: [], repairs: [] }] })));
    assert.ok(isBegun(coding({ ratings: [{ rating: 'bond', scope: 'session', value: 'na' }] })));
  });
});
