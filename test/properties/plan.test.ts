import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawPlan, planOf, type PlannedSession, type PlanWish } from '../../src/engine/study/plan';
import type { Plan } from '../../src/engine/study/types';
import { runs } from './runs';

/** Cases of so many sessions each, that nobody has begun. */
function casesOf(...sizes: readonly number[]): PlannedSession[] {
  return sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, session) => {
      return { transcript: `c${at}/s${session}.transcript`, case: `C${at}`, coders: [] };
    }),
  );
}

function loadsOf(plan: readonly Plan[], coders: readonly string[]): number[] {
  return coders.map((coder) => planOf(plan, coder).length);
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** Nobody has two more than another to whom one of theirs could be moved. */
function assertEven(wish: PlanWish): void {
  const plan = drawPlan(wish);
  const load = new Map(wish.coders.map((coder) => [coder, planOf(plan, coder).length]));
  for (const { transcript, coders } of plan) {
    const before = wish.sessions.find((one) => one.transcript === transcript)?.coders ?? [];
    for (const from of coders.filter((coder) => !before.includes(coder))) {
      for (const to of wish.coders.filter((coder) => !coders.includes(coder)))
        assert.ok((load.get(from) ?? 0) - (load.get(to) ?? 0) <= 1);
    }
  }
}

const doubledIn = (plan: readonly Plan[]): readonly Plan[] => plan.filter(({ coders }) => coders.length > 1);
const people = ['alice', 'bob', 'carl', 'dora', 'eve'];

/** Cases, coders, a share, a seed; some sessions begun by one or two, of whom one may code no more. */
const wishes: fc.Arbitrary<PlanWish> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
    coders: fc.integer({ min: 1, max: 5 }),
    double: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(),
    begun: fc.array(fc.subarray([...people, 'gone'], { maxLength: 2 }), { maxLength: 12 }),
  })
  .map(({ sizes, coders, double, seed, begun }) => ({
    sessions: casesOf(...sizes).map((session, at) => ({ ...session, coders: begun[at] ?? [] })),
    coders: people.slice(0, coders),
    double,
    seed,
  }));

suite('a drawn plan', () => {
  test('gives every session a coder, keeps those who began, and is the same for the same seed', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const plan = drawPlan(wish);
        assert.deepEqual(plan, drawPlan(wish));
        assert.deepEqual(
          plan.map(({ transcript }) => transcript).sort(),
          wish.sessions.map(({ transcript }) => transcript).sort(),
        );
        for (const { transcript, coders } of plan) {
          const { coders: before } =
            wish.sessions.find((one) => one.transcript === transcript) ?? assert.fail(transcript);
          assert.ok(coders.length > 0 && coders.length <= Math.max(2, before.length));
          assert.equal(new Set(coders).size, coders.length);
          assert.ok(before.every((coder) => coders.includes(coder)));
          assert.ok(coders.every((coder) => before.includes(coder) || wish.coders.includes(coder)));
        }
      }),
      runs(40),
    );
  });

  test('meets the share to the nearest session, unless more were coded twice before', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { sessions, coders, double } = wish;
        fc.pre(coders.length > 1);
        const before = sessions.filter((session) => session.coders.length > 1).length;
        const wanted = Math.max(before, Math.round(double * sessions.length));
        assert.equal(doubledIn(drawPlan(wish)).length, wanted);
      }),
      runs(40),
    );
  });

  test('gives all the same to do, to one session; where some began, nothing could be moved to even it', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const fresh = { ...wish, sessions: wish.sessions.map((one) => ({ ...one, coders: [] })) };
        assert.ok(spread(loadsOf(drawPlan(fresh), wish.coders)) <= 1);
        assertEven(wish);
      }),
      runs(40),
    );
  });

  test('evens what comes of sessions that others have begun', () => {
    const begun = ['dora', 'bob', 'carl'].map((coder) => [coder]);
    const sessions = casesOf(4, 2).map((one, at) => ({ ...one, coders: begun[at] ?? [] }));
    for (let seed = 0; seed < 40; seed++) {
      assertEven({ sessions, coders: ['alice', 'bob'], double: 0.92, seed });
    }
  });

  test('spreads what two code over the cases and over the beginning, middle and end of each', () => {
    for (let seed = 0; seed < 40; seed++) {
      const sessions = casesOf(10, 10, 10, 10, 10);
      const plan = drawPlan({ sessions, coders: ['alice', 'bob', 'carl'], double: 0.2, seed });
      const twice = doubledIn(plan).map(({ transcript }) => transcript);
      const inCase = [0, 1, 2, 3, 4].map((id) => twice.filter((one) => one.startsWith(`c${id}/`)).length);
      assert.deepEqual(inCase, [2, 2, 2, 2, 2], `seed ${seed}`);
      const third = (one: string): number => Math.floor((3 * Number(/s(\d+)/.exec(one)?.[1])) / 10);
      const inThird = [0, 1, 2].map((part) => twice.filter((one) => third(one) === part).length);
      assert.ok(spread(inThird) <= 2, `seed ${seed}: ${inThird.join(', ')}`);
    }
  });

  test('draws every session as often as another, and the order, too', () => {
    const sessions = casesOf(4, 4);
    const times = new Map<string, number>();
    const first = new Map<string, number>();
    for (let seed = 1; seed <= 800; seed++) {
      const plan = drawPlan({ sessions, coders: ['alice', 'bob'], double: 0.25, seed });
      for (const { transcript } of doubledIn(plan)) times.set(transcript, (times.get(transcript) ?? 0) + 1);
      const [top] = planOf(plan, 'alice');
      first.set(top ?? '', (first.get(top ?? '') ?? 0) + 1);
    }
    assert.equal(times.size, 8);
    assert.equal(first.size, 8);
    // 200 and 100 are expected; four standard errors either way.
    for (const [session, count] of times) assert.ok(Math.abs(count - 200) < 50, `${session}: ${count}`);
    for (const [session, count] of first) assert.ok(Math.abs(count - 100) < 40, `${session}: ${count}`);
  });

  test('puts what is as it was before first, in its order; what somebody new comes to is drawn with the rest', () => {
    const sessions = casesOf(6).map((one, at) => (at < 3 ? { ...one, coders: ['alice'] } : one));
    const plan = drawPlan({ sessions, coders: ['alice', 'bob'], double: 0.5, seed: 3 });
    const begun = plan.filter(({ coders }) => coders.join() === 'alice').map(({ transcript }) => transcript);
    assert.deepEqual(
      plan.slice(0, begun.length).map(({ transcript }) => transcript),
      [...begun].sort(),
    );
    assert.equal(doubledIn(plan).length, 3);
    assert.deepEqual(planOf(plan, 'nobody'), []);
  });
});
