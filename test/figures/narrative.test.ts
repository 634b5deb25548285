import * as assert from 'node:assert/strict';
import type { Annotation, Coding, Episode } from '../../src/engine/annotations/types';
import type { SessionFacts } from '../../src/engine/study/types';
import { narrative, narrativeMessages } from '../../src/words/narrative';
import { annotation, dialogue, episode } from '../unit/builders';
import { trajectory } from './trajectories';

function english(message: string, args: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? `{${name}}`));
}

/** The sentences of a coding of 120 turns in 50 minutes, strong parts between asterisks. */
function story(said: Partial<Coding>, known: Partial<SessionFacts> = { duration: 50 }, turns = 120): string {
  return narrative(trajectory(said, dialogue(turns), known), english)
    .map((parts) => parts.map(({ text, strong }) => (strong ? `*${text}*` : text)).join(''))
    .join(' ');
}

const all = { coded: [{ from: 1, to: 120 }] };
const half = { coded: [{ from: 1, to: 62 }] };

/** A rupture at a turn, answered by an attempt and rated, or not. */
function rupture(
  id: string,
  turn: number,
  code = 'rupture.withdrawal',
  repairTurn?: number,
  resolution?: number,
): [Annotation[], Episode] {
  const repair = repairTurn === undefined ? [] : [annotation(`p${id}`, 'repair.expressive', repairTurn)];
  return [
    [annotation(`r${id}`, code, turn), ...repair],
    episode(
      `e${id}`,
      [`r${id}`],
      repair.map((each) => each.id),
      resolution,
    ),
  ];
}

/** A rupture of an earlier session, resolved at a turn, or not answered. */
function fromEarlier(id: string, repairTurn?: number): [Annotation[], Episode] {
  const repairs = repairTurn === undefined ? [] : [annotation(`p${id}`, 'repair', repairTurn)];
  const ids = repairs.map((each) => each.id);
  const before = { transcript: 's03.transcript', episode: `e${id}` };
  return [repairs, { ...episode(`e${id}`, [], ids, repairTurn && 5), carried_over: before }];
}

function coded(...ruptures: readonly [Annotation[], Episode][]): Partial<Coding> {
  return {
    annotations: ruptures.flatMap(([annotations]) => annotations),
    episodes: ruptures.map(([, one]) => one),
  };
}

suite('a trajectory in words', () => {
  const three = coded(
    rupture('a', 38, 'rupture.withdrawal', 47, 4),
    rupture('b', 83, 'rupture.confrontation', 90, 3),
    rupture('c', 108),
  );
  const table: readonly (readonly [situation: string, coding: Partial<Coding>, text: string])[] = [
    [
      'three ruptures, one of them resolved',
      { ...all, ...three },
      'Three ruptures in 50 minutes; *one was resolved*. The client first withdraws (turn 38) and the strain is repaired within nine turns. The session *ends with two open*.',
    ],
    [
      'the same while turns are left to judge',
      { ...half, ...three },
      'Three ruptures so far, with 52 % of the turns judged; *one was resolved*. The client first withdraws (turn 38) and the strain is repaired within nine turns. *Two are open* so far.',
    ],
    [
      'the same where nobody says what was judged',
      three,
      'Three ruptures so far; *one was resolved*. The client first withdraws (turn 38) and the strain is repaired within nine turns. *Two are open* so far.',
    ],
    [
      'one rupture, repaired by the next turn',
      { ...all, ...coded(rupture('a', 38, 'rupture.confrontation', 39, 5)) },
      'One rupture in 50 minutes; *it was resolved*. The client confronts (turn 38) and the strain is repaired by the next turn.',
    ],
    [
      'one rupture, repaired in its own turn',
      { ...all, ...coded(rupture('a', 38, 'rupture', 38, 5)) },
      'One rupture in 50 minutes; *it was resolved*. It begins at turn 38 and the strain is repaired within the same turn.',
    ],
    [
      'one rupture that nothing answers',
      { ...all, ...coded(rupture('a', 38)) },
      'One rupture in 50 minutes; *it was not resolved*. The client withdraws (turn 38) and no repair answers it.',
    ],
    [
      'one rupture, partly repaired',
      { ...all, ...coded(rupture('a', 38, 'rupture', 40, 3)) },
      'One rupture in 50 minutes; *it was partly resolved*. It begins at turn 38 and the strain is partly repaired.',
    ],
    [
      'two ruptures, both resolved',
      { ...all, ...coded(rupture('a', 38, 'rupture', 60, 4), rupture('b', 70, 'rupture', 75, 5)) },
      'Two ruptures in 50 minutes; *both were resolved*. The first begins at turn 38 and the strain is repaired within 22 turns.',
    ],
    [
      'thirteen ruptures, none resolved',
      {
        ...all,
        ...coded(
          ...Array.from({ length: 13 }, (_, index) =>
            rupture(String(index), 2 + 2 * index, 'rupture', 99, 2),
          ),
        ),
      },
      '13 ruptures in 50 minutes; *none was resolved*. The first begins at turn 2 and an attempt at repair does not settle it. The session *ends with 13 open*.',
    ],
    [
      'a rupture and a repair that are not linked',
      { ...all, annotations: [annotation('r', 'rupture', 38), annotation('p', 'repair', 41)] },
      'One rupture in 50 minutes; *it was not resolved*. It begins at turn 38 and no repair is linked to it. One mark of repair is linked to no rupture.',
    ],
    [
      'a rupture from an earlier session',
      {
        ...all,
        annotations: [annotation('p', 'repair', 8)],
        episodes: [
          { ...episode('e', [], ['p'], 5), carried_over: { transcript: 's03.transcript', episode: 'e' } },
        ],
      },
      'One rupture in 50 minutes, from an earlier session; *it was resolved*. The session takes it up and the strain is repaired within seven turns.',
    ],
    [
      'a rupture from an earlier session is resolved, one of this session is not',
      { ...all, ...coded(fromEarlier('x', 8), rupture('a', 38)) },
      'Two ruptures in 50 minutes, one of them from an earlier session; *that one was resolved*. The session takes up the earlier one and the strain is repaired within seven turns. The session *ends with one open*.',
    ],
    [
      'the other way round',
      { ...all, ...coded(fromEarlier('x'), rupture('a', 38, 'rupture', 40, 5)) },
      'Two ruptures in 50 minutes, one of them from an earlier session; *the other was resolved*. The session takes up the earlier one and no repair answers it. The session *ends with one open*.',
    ],
    [
      'two from earlier sessions among three',
      { ...half, ...coded(fromEarlier('x'), fromEarlier('y', 9), rupture('a', 38)) },
      'Three ruptures so far, with 52 % of the turns judged, two of them from earlier sessions; *one was resolved*. The session takes up an earlier one and no repair is linked to it so far. *Two are open* so far.',
    ],
    [
      'only such from earlier sessions',
      { ...all, ...coded(fromEarlier('x'), fromEarlier('y')) },
      'Two ruptures in 50 minutes, all from earlier sessions; *none was resolved*. The session takes up an earlier one and no repair answers it. The session *ends with two open*.',
    ],
    [
      'no rupture',
      { ...all, annotations: [annotation('b', 'bond', 5)] },
      '*No rupture* was coded in the 120 turns judged.',
    ],
    [
      'no rupture yet',
      { ...half, annotations: [annotation('b', 'bond', 5)] },
      '*No rupture* so far, with 52 % of the turns judged.',
    ],
    ['no rupture, nothing judged', { annotations: [annotation('b', 'bond', 5)] }, '*No rupture* so far.'],
    ['nothing coded', {}, 'Nothing is coded yet.'],
    ['nothing found', all, 'Nothing was coded in the 120 turns judged.'],
    [
      'nothing found so far',
      { coded: [{ from: 1, to: 1 }] },
      'Nothing is coded so far, with 1 % of the turns judged.',
    ],
  ];
  for (const [situation, coding, text] of table) {
    test(situation, () => assert.equal(story(coding), text));
  }

  test('counts turns where nobody knows the minutes', () => {
    const text = story({ ...all, ...coded(rupture('a', 38)) }, {});
    assert.match(text, /^One rupture in 120 turns; /);
  });

  test('of a single turn', () => {
    const one = { coded: [{ from: 1, to: 1 }] };
    assert.equal(story(one, {}, 1), 'Nothing was coded in the one turn judged.');
    assert.match(
      story({ ...one, ...coded(rupture('a', 1)) }, {}, 1),
      /^One rupture; \*it was not resolved\*\. /,
    );
  });

  test('never claims all turns while one is left', () => {
    assert.match(
      story({ coded: [{ from: 1, to: 999 }], ...coded(rupture('a', 3)) }, {}, 1000),
      /with 99 % of the turns judged/,
    );
  });

  test('asks the translator for every word', () => {
    const sentences = narrative(
      trajectory({ ...all, ...three }, dialogue(120), { duration: 50 }),
      () => 'ü *ü*',
    );
    const sentence = [
      { text: 'Ü ', strong: false },
      { text: 'ü', strong: true },
    ];
    assert.deepEqual(sentences, [sentence, sentence, sentence]);
  });

  test('has messages whose strong marks come in pairs', () => {
    for (const message of Object.values(narrativeMessages))
      assert.equal(message.split('*').length % 2, 1, message);
  });
});
