import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Annotation, Coding, Episode, Rating } from '../../src/engine/annotations/types';
import type { SessionTrajectory } from '../../src/engine/trajectory/types';
import { codebook } from '../unit/builders';
import { trajectory, worked } from '../figures/trajectories';
import { runs } from './runs';

const codes = [...codebook().codes.keys()];

const annotations = fc
  .array(
    fc.record({
      code: fc.constantFrom(...codes),
      turn: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 0, max: 3 }),
      impact: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ code, turn, length, impact }, index): Annotation => {
      const at = { turn, start: 10 * index, end_turn: turn + length, end: 10 * index + 5 };
      return { id: `a${index}`, code, at, ...(impact === null ? {} : { ratings: { impact } }) };
    }),
  );

function episodesAmong(
  ids: readonly string[],
  resolution: fc.Arbitrary<number | undefined>,
): fc.Arbitrary<Episode[]> {
  const some = fc.subarray([...ids, 'nobody']);
  return fc
    .array(fc.record({ ruptures: some, repairs: some, resolution }), { maxLength: 4 })
    .map((list) => list.map((each, index) => Object.assign(each, { id: `e${index}` })));
}

const resolutions = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });

const codings: fc.Arbitrary<Partial<Coding>> = annotations.chain((list) =>
  fc.record({
    annotations: fc.constant(list),
    episodes: episodesAmong(
      list.map((each) => each.id),
      resolutions,
    ),
    ratings: fc.array(
      fc.record({
        rating: fc.constantFrom('bond', 'goal'),
        scope: fc.constant('session' as const),
        value: fc.oneof(fc.constant('na' as const), fc.integer({ min: 1, max: 7 })),
      }),
      { maxLength: 4 },
    ) satisfies fc.Arbitrary<Rating[]>,
    coded: fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 12 }), to: fc.integer({ min: 0, max: 12 }) }),
      {
        maxLength: 3,
      },
    ),
  }),
);

/** Without what counts annotations. */
function episodeFigures({ episodes }: SessionTrajectory): unknown {
  return episodes.map((each) => ({
    ...each,
    id: null,
    ruptures: null,
    repairs: null,
    contributions: each.contributions.length > 0,
    attempts: each.attempts.n > 0,
  }));
}

suite('the trajectory of any coding', () => {
  test('does not depend on the order of annotations, episodes and ratings', () => {
    fc.assert(
      fc.property(codings, (said) => {
        const reversed = {
          ...said,
          annotations: [...(said.annotations ?? [])].reverse(),
          episodes: [...(said.episodes ?? [])].reverse().map(({ id, ruptures, repairs, resolution }) => ({
            id,
            ruptures: [...ruptures].reverse(),
            repairs: [...repairs].reverse(),
            resolution,
          })),
          ratings: [...(said.ratings ?? [])].reverse(),
          coded: [...(said.coded ?? [])].reverse(),
        };
        assert.deepEqual(trajectory(reversed), trajectory(said));
      }),
      runs(15),
    );
  });

  test('has the same episodes when an annotation is split in two', () => {
    fc.assert(
      fc.property(codings, fc.nat({ max: 11 }), (said, pick) => {
        const list = said.annotations ?? [];
        const whole = list[pick % Math.max(1, list.length)];
        if (whole?.at === undefined) return;
        const { turn, start = 0, end_turn: endTurn = turn, end = 5 } = whole.at;
        const middle = start + 3;
        const half = { ...whole, at: { turn, start, end_turn: turn, end: middle } };
        const rest = { ...whole, id: `${whole.id}b`, at: { turn, start: middle, end_turn: endTurn, end } };
        // A rupture that stands alone would become two: it is linked first.
        const alone = !(said.episodes ?? []).some((each) => each.ruptures.includes(whole.id));
        const all = alone
          ? [...(said.episodes ?? []), { id: 'solo', ruptures: [whole.id], repairs: [] }]
          : (said.episodes ?? []);
        const both = (ids: readonly string[]): string[] =>
          ids.flatMap((id) => (id === whole.id ? [id, rest.id] : [id]));
        const split = trajectory({
          ...said,
          annotations: [...list.filter((each) => each !== whole), half, rest],
          episodes: all.map((each) => ({
            ...each,
            ruptures: both(each.ruptures),
            repairs: both(each.repairs),
          })),
        });
        const before = trajectory({ ...said, episodes: all });
        assert.deepEqual(episodeFigures(split), episodeFigures(before));
        assert.deepEqual(split.curves.strain, before.curves.strain);
      }),
      runs(15),
    );
  });

  test('has strain that is never negative, and rises and falls in order', () => {
    fc.assert(
      fc.property(codings, (said) => {
        const { curves, episodes } = trajectory(said);
        let before = Number.NEGATIVE_INFINITY;
        for (const [x, value] of curves.strain) {
          assert.ok(value >= 0 && x > before);
          before = x;
        }
        const left = episodes.reduce((sum, each) => sum + each.strain_left, 0);
        assert.equal(curves.strain.at(-1)?.[1], left);
      }),
      runs(15),
    );
  });

  test('has no strain left where every episode is fully resolved', () => {
    fc.assert(
      fc.property(annotations, (list) => {
        const answer: Annotation = { id: 'answer', code: 'repair.immediate', at: { turn: 10 } };
        const solved = list.map(({ id }, index): Episode => ({
          id: `e${index}`,
          ruptures: [id],
          repairs: ['answer'],
          resolution: 5,
        }));
        const { curves, figures } = trajectory({ annotations: [...list, answer], episodes: solved });
        assert.equal(curves.strain.at(-1)?.[1], 0);
        assert.equal(figures.open_at_end.value ?? 0, 0);
      }),
      runs(15),
    );
  });

  test('counts every annotation in one segment, or leaves it out', () => {
    fc.assert(
      fc.property(codings, fc.constantFrom(0.9, 2, 5), (said, segmentMinutes) => {
        const {
          segments,
          figures,
          left_out: leftOut,
          marks,
        } = trajectory(said, worked, { duration: 10, segmentMinutes });
        for (const [family, total] of Object.entries(figures.families)) {
          const sum = segments.reduce((count, each) => count + (each.families[family]?.n ?? 0), 0);
          assert.equal(sum, total.value);
        }
        assert.equal(marks.length + leftOut, said.annotations?.length);
      }),
      runs(15),
    );
  });

  test('has densities between the first and the last mark of a family, no stronger than its strongest mark', () => {
    fc.assert(
      fc.property(codings, (said) => {
        const { curves, marks } = trajectory(said);
        for (const [family, { points }] of Object.entries(curves.density)) {
          const xs = marks.filter((each) => each.family === family).map((each) => each.x);
          assert.equal(points.length === 0, xs.length === 0);
          for (const [x, value] of points) {
            assert.ok(x >= Math.min(...xs) && x <= Math.max(...xs));
            assert.ok(Number.isFinite(value) && Math.abs(value) <= (5 / 3) * xs.length);
          }
        }
      }),
      runs(15),
    );
  });
});
