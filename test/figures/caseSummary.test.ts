import * as assert from 'node:assert/strict';
import { caseTrajectories } from '../../src/engine/trajectory/case';
import type { CaseSummary, KnownSession } from '../../src/engine/trajectory/caseTypes';
import { defaultDetectors, type DetectorSettings } from '../../src/engine/study/detectorSettings';
import type { SessionTrajectory } from '../../src/engine/trajectory/types';
import { annotation, episode } from '../unit/builders';
import { measures } from './caseMembers';
import { trajectory, worked } from './trajectories';

interface Said extends Pick<Partial<KnownSession>, 'scores' | 'date'> {
  readonly ratings?: SessionTrajectory['ratings'];
  readonly resolution?: number;
  readonly case?: string;
}

/** A session with one rupture, answered. */
function session(number: number | null, { resolution, ratings = {}, ...said }: Said): SessionTrajectory {
  const given = trajectory(
    {
      annotations: [annotation('rupt1aaa', 'rupture', 4), annotation('repa1aaa', 'repair.immediate', 5)],
      episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['repa1aaa'], resolution)],
    },
    worked,
    { case: said.case ?? 'C1', session: number, duration: 10 },
  );
  return { ...given, transcript: `${given.case}-s${number ?? 'x'}`, ratings, ...said };
}

function summariesOf(
  sessions: readonly SessionTrajectory[],
  detectors: DetectorSettings = defaultDetectors,
): readonly CaseSummary[] {
  const options = { measures, detectors, known: [], permute: false };
  return caseTrajectories(sessions, options).flatMap(({ summaries }) => summaries);
}

function summaryOf(...given: Parameters<typeof summariesOf>): CaseSummary {
  return summariesOf(...given)[0] ?? assert.fail('no case');
}

/** The case of domain 1.2, scored by the client; a mean of 5.3000 and a slope of 0.03044. */
const workedExample = [5.1, 5.3, 5.25, 5.6, 4.3, 5.4, 5.55, 5.7, 5.65, 4.9, 4.4, 4.35, 5.6, 5.8, 5.9, 6];
const sixteen = workedExample.map((wai, index) => session(index + 1, { scores: { client: { wai } } }));

suite('the summary of a case', () => {
  test('has level and slope of the alliance as the worked example gives them', () => {
    const { alliance, level, trend, sessions } = summaryOf(sixteen);
    assert.deepEqual(alliance, { name: 'wai', source: 'client', kind: 'self-report', better: 'higher' });
    assert.equal(level.value?.toFixed(4), '5.3000');
    assert.equal(trend.value?.toFixed(5), '0.03044');
    assert.deepEqual([level.n, trend.n, trend.per, sessions], [16, 16, 'session', 16]);
  });

  test('takes the coder’s rating of bond, else goal or task, else another, else what the client says', () => {
    const score = { client: { phq: 3, wai: 5 }, therapist: { wai: 6 } };
    const name = (ratings: SessionTrajectory['ratings']): string | undefined =>
      summaryOf([session(1, { ratings, scores: score })]).alliance?.name;
    assert.equal(name({ task: 3, bond: 4, goal: 2 }), 'bond');
    assert.equal(name({ task: 3, goal: 2 }), 'goal');
    assert.equal(name({ collaboration: 3, resolution: 2, contribution: 1 }), 'collaboration');
    assert.equal(name({ resolution: 2, bond: 'na' }), 'wai', 'the measure that the therapist answers, too');
    assert.equal(summaryOf([session(1, {})]).level.undefined, 'no-series');
  });

  test('takes no other coder’s rating', () => {
    const [alice, bob] = summariesOf([
      session(1, { ratings: { bond: 6 } }),
      { ...session(2, { ratings: { bond: 2 } }), coder: 'bob' },
    ]);
    assert.deepEqual([alice?.coder, alice?.level.value, alice?.sessions], ['alice', 6, 1]);
    assert.deepEqual([bob?.coder, bob?.level.value, bob?.sessions], ['bob', 2, 1]);
  });

  test('counts ruptures as coded, and names the state of the case', () => {
    const of = (...resolutions: (number | undefined)[]): CaseSummary =>
      summaryOf(
        resolutions.map((resolution, index) =>
          session(index + 1, resolution === undefined ? {} : { resolution }),
        ),
      );
    const some = of(5, 2, undefined);
    assert.deepEqual([some.ruptures, some.resolved, some.open_at_end, some.state], [3, 1, 2, 'unrepaired']);
    assert.equal(some.share_resolved.value, 1 / 3);
    assert.equal(of(4, 5).state, 'repaired');
    const none = summaryOf([{ ...session(1, {}), episodes: [] }]);
    assert.deepEqual([none.state, none.share_resolved.undefined], ['none', 'no-episodes']);
  });

  test('tells drops of the scores apart from coded ruptures, by a method it names', () => {
    const other = [5, 5.5, 5, 5.5].map((wai, index) =>
      session(index + 1, { case: 'C2', scores: { client: { wai } } }),
    );
    const { drops } = summaryOf([...sixteen, ...other]);
    assert.deepEqual([drops.detector, drops.value, drops.state, drops.n], ['v-1sd', 2, 'repaired', 16]);
    assert.deepEqual(summaryOf(sixteen).drops.undefined, 'one-case-only');
    const without = summaryOf(sixteen, { ...defaultDetectors, 'v-1sd': false });
    assert.deepEqual([without.drops.detector, without.drops.value], ['crisis', 2]);
    const first = sixteen.slice(0, 5);
    assert.equal(summaryOf(first, { ...defaultDetectors, 'v-1sd': false }).drops.state, 'unrepaired');
  });

  test('says what changed in the outcome, and whether for the better', () => {
    const of = (...values: number[]): CaseSummary =>
      summaryOf(values.map((phq9, index) => session(index + 1, { scores: { client: { phq9 } } })));
    const { outcome, outcome_change: change } = of(17, 12, 9);
    assert.deepEqual([outcome?.name, outcome?.better], ['phq9', 'lower']);
    assert.deepEqual([change.value, change.first, change.last, change.direction], [-8, 17, 9, 'better']);
    assert.equal(of(9, 12).outcome_change.direction, 'worse');
    assert.equal(of(9, 9).outcome_change.direction, 'unchanged');
    assert.equal(of(9).outcome_change.undefined, 'one-value');
    assert.equal(summaryOf([session(1, {})]).outcome_change.undefined, 'no-outcome');
  });

  test('says why it has no value: sessions without order, too few, or a method that is left out', () => {
    const orderless = summaryOf([session(null, { ratings: { bond: 4 } })]);
    assert.deepEqual([orderless.level.undefined, orderless.trend.undefined], ['no-order', 'no-order']);
    assert.equal(orderless.drops.undefined, 'no-order');
    assert.equal(summaryOf(sixteen.slice(0, 3)).trend.undefined, 'too-few-sessions');
    const without = summaryOf(sixteen, { ...defaultDetectors, shape: false });
    assert.deepEqual([without.trend.undefined, without.trend.n], ['not-asked', 16]);
  });
});
