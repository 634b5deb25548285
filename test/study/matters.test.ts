import assert from 'node:assert/strict';
import type { Annotation, Coding, Rating } from '../../src/engine/annotations/types';
import { mark, matters, shown } from './adjudicated';
import { episode } from '../unit/builders';

const minimal = 'rupture.withdrawal.minimal';

suite('what coders made of a session, held against each other', () => {
  test('passages: each kind of difference, those alone, and what all agree on, in the order of the text', () => {
    const found = matters({
      alice: {
        annotations: [
          mark('a1', 'bond.trust', 1),
          mark('a2', minimal, 2, { ratings: { impact: 2 } }),
          mark('a3', 'task.engagement', 3),
          mark('a4', 'task.engagement', 4),
          mark('a5', 'bond.trust', 6),
        ],
      },
      bob: {
        annotations: [
          mark('b1', 'bond.trust', 1),
          mark('b2', minimal, 2, { ratings: { impact: 3 } }),
          mark('b3', 'task.engagement', 3, { at: { turn: 3, start: 0, end: 4 } }),
          mark('b4', 'task.commitment', 4),
          mark('b6', minimal, 8),
          mark('b5', 'goal.accord', 6),
        ],
      },
    });
    assert.deepEqual(found.map(shown), [
      'passage agreed: alice/a1 = bob/b1',
      'passage other-rating: alice/a2 | bob/b2',
      'passage other-bounds: alice/a3 | bob/b3',
      'passage other-code: alice/a4 | bob/b4',
      'passage other-family: alice/a5 | bob/b5',
      'passage missed: bob/b6',
    ]);
    assert.deepEqual(
      found.map(({ turn }) => turn),
      [1, 2, 3, 4, 6, 8],
    );
  });

  test('three coders on one passage are one disagreement, also where two of them do not meet', () => {
    const found = matters({
      alice: { annotations: [mark('a1', 'bond.trust', 2, { at: { turn: 2, start: 0, end: 5 } })] },
      bob: { annotations: [mark('b1', 'bond.trust', 2)] },
      carol: { annotations: [mark('c1', 'goal.accord', 2, { at: { turn: 2, start: 5, end: 10 } })] },
    });
    assert.deepEqual(found.map(shown), ['passage other-family other-bounds: alice/a1 | bob/b1 | carol/c1']);
    const two = { annotations: [mark('x1', 'bond.trust', 2)] };
    assert.deepEqual(matters({ alice: two, bob: {}, carol: two }).map(shown), [
      'passage missed: alice/x1 = carol/x1',
    ]);
  });

  test('notes are no disagreement; a passage without a place is in none', () => {
    const found = matters({
      alice: { annotations: [mark('a1', 'bond.trust', 1, { note: 'Warm.' })] },
      bob: { annotations: [mark('b1', 'bond.trust', 1), { id: 'b2', code: 'bond.trust', quote: 'gone' }] },
    });
    assert.deepEqual(found.map(shown), ['passage agreed: alice/a1 = bob/b1']);
  });

  test('episodes: by the passages they link, whatever ids those have', () => {
    const passages = (who: string): Annotation[] => [
      mark(`${who}1`, minimal, 2),
      mark(`${who}2`, 'repair.immediate', 3),
      mark(`${who}3`, 'repair.immediate', 5),
    ];
    const of = (who: string, repairs: string[], resolution?: number): Partial<Coding> => ({
      annotations: passages(who),
      episodes: [episode(`e${who}`, [`${who}1`], repairs, resolution)],
    });
    const episodes = (codings: Record<string, Partial<Coding>>): string[] =>
      matters(codings)
        .filter(({ subject }) => subject === 'episode')
        .map(shown);
    const alice = of('a', ['a2'], 3);
    assert.deepEqual(episodes({ alice, bob: of('b', ['b2'], 3) }), ['episode agreed: alice/ea = bob/eb']);
    assert.deepEqual(episodes({ alice, bob: of('b', ['b2'], 4) }), [
      'episode other-resolution: alice/ea | bob/eb',
    ]);
    assert.deepEqual(episodes({ alice, bob: of('b', ['b2', 'b3'], 3) }), [
      'episode other-links: alice/ea | bob/eb',
    ]);
    assert.deepEqual(episodes({ alice, bob: { annotations: passages('b') } }), ['episode missed: alice/ea']);
  });

  test('episodes that go on from the same session are one, whatever ids they had there', () => {
    const goesOn = (coder: string, transcript = 's00.transcript'): Partial<Coding> => ({
      annotations: [mark(`${coder}2`, 'repair.immediate', 3)],
      episodes: [
        {
          ...episode(`e${coder}`, [], [`${coder}2`], 3),
          carried_over: { transcript, episode: `earlier${coder}` },
        },
      ],
    });
    const shownOf = (codings: Record<string, Partial<Coding>>): string[] =>
      matters(codings)
        .filter(({ subject }) => subject === 'episode')
        .map(shown);
    assert.deepEqual(shownOf({ alice: goesOn('a'), bob: goesOn('b') }), [
      'episode agreed: alice/ea = bob/eb',
    ]);
    assert.deepEqual(shownOf({ alice: goesOn('a'), bob: goesOn('b', 's01.transcript') }), [
      'episode other-links: alice/ea | bob/eb',
    ]);
  });

  test('ratings of session and segments, with those that one did not give', () => {
    const segment = (to_turn: number) => ({ segment: 2, from_turn: 5, to_turn });
    const rated = (value: Rating['value'], to = 8): Rating[] => [
      { rating: 'bond', scope: 'session', value },
      { rating: 'bond', scope: segment(to), value: 4 },
    ];
    const alice = { ratings: [...rated(5), { rating: 'goal', scope: 'session', value: 3 } as const] };
    assert.deepEqual(matters({ alice, bob: { ratings: rated('na', 9) } }).map(shown), [
      'rating other-rating: alice/bond session | bob/bond session',
      'rating missed: alice/goal session',
      'rating other-rating: alice/bond segment 2 | bob/bond segment 2',
    ]);
    assert.deepEqual(matters({ alice, bob: alice }).map(shown), [
      'rating agreed: alice/bond session = bob/bond session',
      'rating agreed: alice/goal session = bob/goal session',
      'rating agreed: alice/bond segment 2 = bob/bond segment 2',
    ]);
  });
});
