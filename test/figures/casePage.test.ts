import assert from 'node:assert/strict';
import { caseState as schema, type CaseState } from '../../src/panel/case/messages';
import { layOutCase } from '../../src/panel/case/layout';
import { putDetectors } from '../../src/engine/study/editStudy';
import { readStudy } from '../../src/engine/study/studyFile';
import { defaultDetectors } from '../../src/engine/study/detectorSettings';
import { measureName } from '../../src/views/case/naming';
import { CaseReckoner } from '../../src/views/case/reckoner';
import { fourSessions, gathered, measures, reckoned, shown, type Given } from './caseMembers';

const words = ({ sentences }: CaseState): string[] =>
  sentences.map((sentence) => sentence.map(({ text }) => text).join(''));
const chips = (state: CaseState): string[] => state.chips.map(({ text }) => text);

/** No figure, sentence or place is ever "not a number". */
function assertWhole(state: CaseState): void {
  schema.parse(state);
  assert.doesNotMatch(JSON.stringify(state), /NaN|Infinity|undefined/);
  for (const axis of state.axes) {
    const layout = layOutCase(state, axis.id, 300, 13);
    assert.ok(layout);
    assert.doesNotMatch(
      JSON.stringify(layout, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value)),
      /NaN/,
    );
  }
}

suite('the page of a case', () => {
  test('says what is there and what is missing, in chips and at most three sentences', async () => {
    const state = await shown(fourSessions);
    assert.deepEqual(chips(state), ['C1', '4 sessions', 'Alice M.', 'not coded: 1', 'missing: 1']);
    assert.deepEqual(words(state), [
      '7 ruptures in 3 of 4 sessions; 2 were resolved.',
      'Most of them, 5, are in session 3.',
      'wai (client) went from 4.8 to 5.9, where higher is better; PHQ-9 (client) went from 17 to 9, where lower is better: too few sessions (n = 4) for a trend.',
    ]);
    assertWhole(state);
  });

  test('gives each figure with what it was counted from', async () => {
    const { figures } = await shown(fourSessions);
    assert.deepEqual(
      figures.map(({ value, label, detail }) => `${value} ${label} (${detail})`),
      [
        '7 ruptures (n 3)',
        '2 resolved (of 7)',
        '5 open at the end (of 7)',
        '2 attempts at repair (n 3)',
        '100 % of the turns judged (n 3)',
        '9 PHQ-9, last (from 17; n 4)',
      ],
    );
  });

  test('draws ratings, client with therapist, and outcome, each on a scale of its own', async () => {
    const { strips, ruptures, heat } = await shown(fourSessions);
    assert.deepEqual(
      strips.map(({ group, label, min, max, lines }) => [
        group,
        label,
        min,
        max,
        lines.map((line) => line.label),
      ]),
      [
        ['rating', 'Bond over the session', 1, 7, ['alice']],
        ['self-report', 'wai', 1, 7, ['client', 'therapist']],
        ['outcome', 'PHQ-9', 0, 27, ['client']],
      ],
    );
    assert.deepEqual(
      ruptures.map(({ withdrawal, confrontation, other, ends }) => [
        withdrawal,
        confrontation,
        other,
        ends.length,
      ]),
      [
        [1, 1, 0, 2],
        [0, 0, 0, 0],
        [2, 2, 1, 5],
      ],
    );
    assert.deepEqual(
      heat.map(({ cells }) => cells.length),
      [10, 10, 10, 0],
    );
  });

  test('calls a measure without a label by its id, as words', () => {
    const naming = { measures, coded: [] };
    const names = ['phq9', 'wai_bond', 'constructor'].map((id) => measureName(id, naming));
    assert.deepEqual(names, ['PHQ-9', 'wai bond', 'constructor']);
  });

  test('keeps a gap where a number is missing, also in days', async () => {
    const state = await shown(fourSessions);
    for (const axis of ['session', 'day'] as const) {
      const layout = layOutCase(state, axis, 300, 13);
      const wai = layout?.strips.find(({ strip }) => strip.label === 'wai');
      assert.deepEqual(
        wai?.lines.map(({ runs }) => runs.map((run) => run.length)),
        [
          [3, 1],
          [3, 1],
        ],
        axis,
      );
      assert.equal(wai?.shades.length, 2);
    }
    const [one, two, three, last] = layOutCase(state, 'day', 300, 13)?.columns.map(({ x }) => x) ?? [];
    assert.ok(one !== undefined && two !== undefined && three !== undefined && last !== undefined);
    assert.ok(Math.abs(two - one - (three - two)) < 0.01);
    assert.ok(Math.abs((last - three) / (two - one) - 5) < 0.01, 'five weeks are five times one');
  });

  test('gives the name of the last stage the room it needs, as far as the one before leaves it', async () => {
    const { sessions, ...rest } = await shown(fourSessions);
    const stages = ['establishing', 'establishing', 'establishing', 'maintaining'];
    const state = { ...rest, sessions: sessions.map((one, at) => ({ ...one, stage: stages[at] ?? '' })) };
    const [first, last] = layOutCase(state, 'session', 300, 13)?.stages ?? [];
    assert.ok(first && last);
    assert.equal(first.name.x, first.x);
    assert.ok(last.name.x < last.x, 'its own stretch is too narrow');
    assert.ok(last.name.width >= 'maintaining'.length * 13 * 0.5);
    assert.ok(Math.abs(last.name.x + last.name.width - (last.x + last.width)) < 0.01, 'and ends with it');
  });

  test('lists what methods found first, with parameters; and why the others say nothing', async () => {
    const { detectors, strips } = await shown(fourSessions);
    const found = detectors.find(({ name }) => name === 'reliable change');
    assert.match(found?.parameters ?? '', /z 1\.96 · against previous/);
    assert.ok(found?.says.some(({ text }) => text.startsWith('worse from session 2 to session 3 by 1.70')));
    const shape = detectors.find(({ name }) => name === 'drops by 2 SD (Stiles-like)');
    assert.ok(shape?.says.every(({ unsaid, text }) => unsaid && /needs \d+ sessions/.test(text)));
    const flags = strips.flatMap((strip) =>
      strip.flags.map(({ session, good }) => [strip.label, session, good]),
    );
    assert.ok(
      flags.some((flag) => flag.join(' ') === 'wai c1/s3.transcript false'),
      JSON.stringify(flags),
    );
  });

  test('findings on both lines of a strip stand beside one another, within what belongs to the session', async () => {
    const state = await shown(fourSessions);
    const twice = state.strips.map((strip) => ({ ...strip, flags: [...strip.flags, ...strip.flags] }));
    for (const width of [300, 900]) {
      const once = layOutCase(state, 'session', width, 13) ?? assert.fail();
      const { strips, columns } =
        layOutCase({ ...state, strips: twice }, 'session', width, 13) ?? assert.fail();
      const narrowest = Math.min(...columns.map((column) => column.width));
      for (const [index, { flags, sign }] of strips.entries()) {
        for (const [at, { x }] of (once.strips[index]?.flags ?? []).entries()) {
          const [left, right] = flags.slice(2 * at, 2 * at + 2).map((flag) => flag.x);
          assert.ok(left !== undefined && right !== undefined && Math.abs((left + right) / 2 - x) < 0.01);
          assert.ok(right - left >= 2 * sign.flag && right - left <= narrowest, `${left} and ${right}`);
        }
      }
    }
  });

  const bad: Readonly<Record<string, readonly [readonly Given[], RegExp]>> = {
    'one session only': [fourSessions.slice(0, 1), /one session only/],
    'no number and no date': [
      fourSessions.map((one, index) => ({
        ...one,
        path: `c1/${index}a.transcript`,
        facts: { ...one.facts, session: null, date: null },
      })),
      /No session has a number or a date/,
    ],
    'two sessions with one number': [
      [...fourSessions, { path: 'c1/again.transcript', facts: { session: 2 }, coding: {} }],
      /Several sessions have the place 2/,
    ],
    'a rating off its scale': [
      [{ facts: { session: 1 }, coding: { ratings: [{ rating: 'bond', scope: 'session', value: 99 }] } }],
      /is 99, which is not on its scale/,
    ],
    'a score off its scale': [
      [{ facts: { session: 1, scores: { client: { wai: 99 } } }, coding: {} }, ...fourSessions.slice(1)],
      /The score of “wai” by client/,
    ],
  };
  for (const [what, [given, reason]] of Object.entries(bad)) {
    test(`${what}: shown, with the reason`, async () => {
      const state = await shown(given);
      assert.ok(
        state.problems.some((problem) => reason.test(problem)),
        state.problems.join('\n'),
      );
      assert.ok(words(state).length > 0 && state.figures.length > 0 && state.tables.length > 0);
      assertWhole(state);
    });
  }

  test('a codebook that cannot be read is said', async () => {
    const state = await shown(fourSessions, { lacksCodebook: true });
    assert.match(state.problems[0] ?? '', /codebook of this study cannot be read/);
  });

  test('hidden codings and changed texts are named by their numbers, and in no figure', async () => {
    const [first, second, third] = fourSessions;
    const state = await shown([
      first ?? {},
      { ...second, coding: null, standing: 'hidden' },
      { ...third, coding: null, standing: 'text-changed' },
    ]);
    assert.deepEqual(chips(state).slice(3), ['hidden: 1', 'text changed: 1']);
    assert.match(words(state)[0] ?? '', /^2 ruptures in 1 of 3 sessions/);
  });
});

suite('reckoning a case', () => {
  const waiting = { isStale: () => false, progress: () => undefined };

  test('keeps a session as long as its coding and text are the same', async () => {
    const reckoner = new CaseReckoner();
    const given = gathered(fourSessions);
    const first = await reckoner.reckon(given, waiting);
    const again = await reckoner.reckon(given, waiting);
    assert.ok(first && again);
    assert.deepEqual(
      again.sessions.map((session, index) => session === first.sessions[index]),
      [true, true, true],
    );
    assert.equal(again.trajectory.detectors, first.trajectory.detectors);
    const [one, ...others] = given.coded;
    const changed = one && { ...one, coding: { ...one.coding, ratings: [] } };
    const third = await reckoner.reckon({ ...given, coded: changed ? [changed, ...others] : [] }, waiting);
    assert.notEqual(third?.sessions[0], first.sessions[0]);
    assert.equal(third?.sessions[1], first.sessions[1]);
    assert.notEqual(third?.trajectory.detectors, first.trajectory.detectors);
  });

  test('says nothing where nobody waits any more', async () => {
    const stale = { ...waiting, isStale: () => true };
    assert.equal(await new CaseReckoner().reckon(gathered(fourSessions), stale), null);
  });

  test('other cases count in what is pooled, and are in no figure', async () => {
    const other = fourSessions.map((one, index) => ({
      ...one,
      path: `c2/${index}.transcript`,
      facts: { ...one.facts, case: 'C2' },
    }));
    const both = await reckoned([...fourSessions, ...other]);
    assert.equal(both.sessions.length, 3);
    const pooledIn = ({ trajectory }: typeof both): string | null | undefined =>
      trajectory.detectors.find(({ detector, series }) => detector === 'v-1sd' && series.name === 'wai')
        ?.undefined;
    assert.equal(pooledIn(both), null);
    assert.equal(pooledIn(await reckoned(fourSessions)), 'one-case-only');
  });
});

suite('the parameters of methods', () => {
  test('are put into a study file as they are by default, where it does not say them', () => {
    const before = 'alliance_study: 1 # ours\nmeasures: { wai: { better: higher } }\ncases: {}\n';
    const after = putDetectors(before) ?? assert.fail('there is a place for them');
    assert.match(after, /^alliance_study: 1 # ours\nmeasures: .*\ndetectors:\n[^]*\ncases: \{\}\n$/);
    assert.deepEqual(readStudy(after).faults, []);
    assert.deepEqual(readStudy(after).study?.detectors, defaultDetectors);
  });
});
