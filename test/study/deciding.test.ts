import assert from 'node:assert/strict';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { merge as mergeVersions } from '../../src/engine/annotations/merge';
import {
  accept,
  changeEpisode,
  changePassage,
  changeRating,
  merge,
  neither,
  type Choice,
} from '../../src/engine/adjudication/choice';
import { decide, openPassages, takeAgreed, type Deciding } from '../../src/engine/adjudication/decide';
import type { Matter } from '../../src/engine/adjudication/matter';
import { progressOf, verdictOn, verdictsIn } from '../../src/engine/adjudication/verdicts';
import type { Coding } from '../../src/engine/annotations/types';
import { deciding, emptyConsensus, mark, matters } from './adjudicated';
import { episode } from '../unit/builders';

const minimal = 'rupture.withdrawal.minimal';

/** Alice and Bob agree on the bond and on a repair, and on an episode; not on the rupture it answers. */
const alice: Partial<Coding> = {
  annotations: [
    mark('a1', 'bond.trust', 1),
    mark('a2', minimal, 2, { ratings: { impact: 2 }, note: 'Quiet.', at: { turn: 2, start: 0, end: 4 } }),
    mark('a3', 'repair.immediate', 3),
  ],
  episodes: [episode('ea', ['a2'], ['a3'], 3)],
  ratings: [
    { rating: 'bond', scope: 'session', value: 5 },
    { rating: 'goal', scope: 'session', value: 4 },
  ],
};
const bob: Partial<Coding> = {
  annotations: [
    mark('b1', 'bond.trust', 1),
    mark('b2', 'rupture.withdrawal', 2, { at: { turn: 2, start: 2, end: 10 } }),
    mark('b3', 'repair.immediate', 3),
  ],
  episodes: [episode('eb', ['b2'], ['b3'], 3)],
  ratings: [
    { rating: 'bond', scope: 'session', value: 5 },
    { rating: 'goal', scope: 'session', value: 2 },
  ],
};
const all = matters({ alice, bob });
const rupture = about('alice/a2');
const goal = about('alice/goal session');
const linked = about('alice/ea');

function about(ref: string, of = all): Matter {
  return of.find(({ key }) => key.split(' + ').includes(ref)) ?? assert.fail(ref);
}

function start(how: Deciding = deciding(all)): AnnotationFile {
  return takeAgreed(emptyConsensus(), how).file;
}

function choice(chosen: Choice | null): Choice {
  return chosen ?? assert.fail('a choice');
}

function annotationsIn({ coding }: AnnotationFile): string[] {
  return coding.annotations.map(
    ({ code, at, from, decision }) =>
      `${decision} ${code} ${at?.turn}:${at?.start}-${at?.end} ${from?.join(' ')}`,
  );
}

suite('deciding what the consensus says', () => {
  test('what all agree on is taken over at once, with whom it is from; twice changes nothing', () => {
    const file = start();
    assert.deepEqual(annotationsIn(file), [
      'agreed bond.trust 1:0-10 alice/a1 bob/b1',
      'agreed repair.immediate 3:0-10 alice/a3 bob/b3',
    ]);
    assert.deepEqual(
      file.coding.ratings.map(({ rating, value, decision, by }) => [rating, value, decision, by]),
      [['bond', 5, 'agreed', 'dana']],
    );
    assert.deepEqual(file.coding.episodes, [], 'its rupture is open');
    assert.deepEqual(takeAgreed(file, deciding(all)).change, []);
    assert.deepEqual(progressOf(all, verdictsIn(file.coding)), {
      total: 2,
      decided: 0,
      agreed: 4,
      takenOver: 3,
    });
  });

  test('accepted: one alternative as it is, with why and by whom; agreed episodes follow, with the ids of the consensus', () => {
    const { file } = decide(start(), choice(accept(rupture, [0])), deciding(all, { reason: 'Manual, 4.2' }));
    const [, made] = file.coding.annotations;
    assert.equal(made?.code, minimal);
    assert.deepEqual(made.ratings, { impact: 2 });
    assert.equal(made.note, 'Quiet.');
    assert.equal(made.quote, 'abcd', 'the words of the text');
    assert.deepEqual(
      [made.from, made.decision, made.reason, made.by],
      [['alice/a2', 'bob/b2'], 'accepted', 'Manual, 4.2', 'dana'],
    );
    const [carried] = file.coding.episodes;
    assert.deepEqual(carried?.ruptures, [made.id]);
    assert.deepEqual(carried.repairs, [file.coding.annotations[2]?.id]);
    assert.deepEqual([carried.resolution, carried.decision, carried.reason], [3, 'agreed', undefined]);
    assert.deepEqual(verdictOn(rupture, verdictsIn(file.coding)), {
      decision: 'accepted',
      reason: 'Manual, 4.2',
      by: 'dana',
    });
  });

  test('both, merged, changed, neither; deciding anew takes the place of what was decided', () => {
    const outcomes: [Choice | null, string[]][] = [
      [
        accept(rupture, [0, 1]),
        [`both ${minimal} 2:0-4 alice/a2 bob/b2`, 'both rupture.withdrawal 2:2-10 bob/b2 alice/a2'],
      ],
      [merge(rupture, 1), ['merged rupture.withdrawal 2:0-10 bob/b2 alice/a2']],
      [
        rupture.subject === 'passage' ? changePassage(rupture, 0, { code: 'rupture.confrontation' }) : null,
        ['changed rupture.confrontation 2:0-4 alice/a2 bob/b2'],
      ],
      [neither(rupture), []],
      [accept(rupture, [1]), ['accepted rupture.withdrawal 2:2-10 bob/b2 alice/a2']],
    ];
    let file = start();
    for (const [chosen, expected] of outcomes) {
      file = decide(file, choice(chosen), deciding(all)).file;
      const [, ...said] = annotationsIn(file);
      assert.deepEqual(said.slice(0, -1), expected);
      assert.equal(file.coding.episodes.length, expected.length > 0 ? 1 : 0);
      assert.equal(file.coding.episodes[0]?.ruptures.length ?? 0, expected.length);
      assert.notEqual(verdictOn(rupture, verdictsIn(file.coding)), null);
      assert.notEqual(
        verdictOn(linked, verdictsIn(file.coding)),
        null,
        'without a rupture there is no episode',
      );
    }
    assert.deepEqual(file.coding.decisions, []);
  });

  test('neither is written down, and found again when the file is read', () => {
    const { file } = decide(start(), neither(rupture), deciding(all, { reason: 'Too little' }));
    assert.match(
      source(file),
      /\ndecisions:\n  - \{ from: \[ alice\/a2, bob\/b2 \], decision: neither, reason: Too little, by: dana, at: "2026-03-09T10:00:00Z" \}\n/,
    );
    const read = readAnnotationFile(source(file));
    assert.deepEqual(read.faults, []);
    assert.deepEqual(read.file?.coding.decisions, file.coding.decisions);
    assert.equal(verdictOn(rupture, verdictsIn(read.file?.coding ?? null))?.decision, 'neither');
  });

  test('a rating: either value, or another; never two', () => {
    assert.equal(accept(goal, [0, 1]), null);
    assert.equal(merge(goal, 0), null);
    assert.equal(accept(goal, [2]), null, 'nobody said so');
    const accepted = decide(start(), choice(accept(goal, [1])), deciding(all)).file;
    assert.deepEqual(
      accepted.coding.ratings.map(({ value, decision }) => [value, decision]),
      [
        [5, 'agreed'],
        [2, 'accepted'],
      ],
    );
    const changed = decide(
      accepted,
      goal.subject === 'rating' ? changeRating(goal, 3) : assert.fail(),
      deciding(all),
    ).file;
    assert.deepEqual(
      changed.coding.ratings.map(({ value, decision }) => [value, decision]),
      [
        [5, 'agreed'],
        [3, 'changed'],
      ],
    );
    const dropped = decide(changed, neither(goal), deciding(all)).file;
    assert.deepEqual(
      dropped.coding.ratings.map(({ rating }) => rating),
      ['bond'],
    );
  });

  test('an episode on which they differ waits for its passages, then is accepted, merged or resolved otherwise', () => {
    const bobs = { ...bob, episodes: [episode('eb', ['b2'], [], 5)] };
    const differ = matters({ alice, bob: bobs });
    const episodes = about('alice/ea', differ);
    assert.ok(episodes.subject === 'episode');
    const how = deciding(differ);
    const begun = start(how);
    assert.deepEqual(
      openPassages(episodes, begun).map(({ key }) => key),
      ['alice/a2 + bob/b2'],
    );
    const { file } = decide(begun, choice(accept(about('alice/a2', differ), [0])), how);
    assert.deepEqual(openPassages(episodes, file), []);
    assert.deepEqual(file.coding.episodes, [], 'they differ');
    const said = (chosen: Choice | null): (number | undefined)[][] =>
      decide(file, choice(chosen), how).file.coding.episodes.map(({ ruptures, repairs, resolution }) => [
        ruptures.length,
        repairs.length,
        resolution,
      ]);
    assert.deepEqual(said(accept(episodes, [0])), [[1, 1, 3]]);
    assert.deepEqual(said(accept(episodes, [1])), [[1, 0, 5]]);
    assert.deepEqual(said(merge(episodes, 1)), [[1, 1, 5]]);
    assert.deepEqual(said(changeEpisode(episodes, 0, 4)), [[1, 1, 4]]);
    assert.deepEqual(said(neither(episodes)), []);
  });

  test('an episode that goes on from an earlier session is one without a rupture of its own, and says from where', () => {
    const carried_over = { transcript: 's00.transcript', episode: 'earlierr' };
    const goesOn = { ...alice, episodes: [{ ...episode('ea', [], ['a3'], 3), carried_over }] };
    const both = { ...bob, episodes: [{ ...episode('eb', [], ['b3'], 3), carried_over }] };
    const [one] = start(deciding(matters({ alice: goesOn, bob: both }))).coding.episodes;
    assert.deepEqual([one?.ruptures, one?.repairs.length, one?.carried_over], [[], 1, carried_over]);
  });

  test('without a consensus nothing is decided', () => {
    assert.equal(verdictsIn(null).size, 0);
  });

  test('a further coder opens what was decided without them', () => {
    const file = decide(start(), choice(accept(rupture, [0])), deciding(all)).file;
    const verdicts = verdictsIn(file.coding);
    const withCarol = (annotations: Coding['annotations']): Matter[] => [
      ...matters({ alice, bob, carol: { ...alice, annotations } }),
    ];
    const more = withCarol([mark('c2', minimal, 2)]);
    assert.equal(verdictOn(about('alice/a2', more), verdicts), null, 'another side');
    assert.equal(verdictOn(about('alice/a1', more), verdicts), null, 'agreed by two of three');
    const silent = withCarol([mark('c1', 'bond.trust', 1)]);
    assert.equal(
      verdictOn(about('alice/a2', silent), verdicts)?.decision,
      'accepted',
      'she adds nothing to it',
    );
  });

  test('what two people decided apart from each other is open again, and decided anew', () => {
    const base = start();
    const ours = decide(base, choice(accept(rupture, [0])), deciding(all)).file;
    const theirs = decide(base, choice(accept(rupture, [1])), deciding(all, { by: 'erin' })).file;
    const both = mergeVersions({ base, ours, theirs }, { at: '2026-03-09T11:00:00Z' }).step.file;
    assert.equal(verdictOn(rupture, verdictsIn(both.coding)), null);
    const again = decide(both, choice(accept(rupture, [0])), deciding(all)).file;
    assert.equal(again.coding.annotations.length, 3);
    assert.notEqual(verdictOn(rupture, verdictsIn(again.coding)), null);
    const twice = mergeVersions(
      { base: emptyConsensus(), ours: start(), theirs: start() },
      { at: '2026-03-09T11:00:00Z' },
    ).step.file;
    assert.equal(twice.coding.annotations.length, 4);
    assert.equal(takeAgreed(twice, deciding(all)).file.coding.annotations.length, 2, 'one of each stays');
    const rated = (by: string, index: number): AnnotationFile =>
      decide(base, choice(accept(goal, [index])), deciding(all, { by })).file;
    const clash = mergeVersions(
      { base, ours: rated('dana', 0), theirs: rated('erin', 1) },
      { at: '2026-03-09T11:00:00Z' },
    ).step.file;
    assert.ok(clash.coding.conflicts.length > 0);
    assert.equal(verdictOn(goal, verdictsIn(clash.coding)), null);
    assert.deepEqual(decide(clash, choice(accept(goal, [0])), deciding(all)).file.coding.conflicts, []);
  });
});
