import type { Codebook } from '../codebook/types';
import type { SessionFacts } from '../study/types';
import type { SessionAxis } from './axis';
import type { Placed } from './places';
import type { FamilyCount, Segment } from './types';

/** 50 / 0.1 is not quite 500 in binary. */
const rounding = 1e-9;

/**
 * The segment table (domain 1.4). Segments are stretches of `facts.segmentMinutes`, the last as long as what is left; without
 * times each holds the words such a stretch holds on average (of the duration, else at the assumed pace). A turn belongs
 * to the segment that holds its start, an annotation to the segment of the turn it begins in.
 */
export function segmentsOf(
  axis: SessionAxis,
  facts: SessionFacts,
  placed: readonly Placed[],
  codebook: Codebook,
): readonly Segment[] {
  const turns = axis.starts.length - 1;
  const count = Math.max(1, Math.ceil(axis.assumedMinutes / facts.segmentMinutes - rounding));
  const bounds = boundsOf(axis, facts, count);
  const segmentOfTurn = segmentNumbers(axis, bounds);
  const members = Array.from({ length: count }, (): Placed[] => []);
  for (const each of placed) members[segmentOfTurn[each.turn - 1] ?? 0]?.push(each);
  // Bounds are reckoned in words; on an axis of turns a segment is told by the turns it holds.
  const byTurns = axis.axis.kind === 'turns';
  let turn = 0;
  return members.map((inside, index) => {
    const from = turn;
    while (turn < turns && segmentOfTurn[turn] === index) turn++;
    return {
      segment: index + 1,
      start: byTurns ? (axis.starts[from] ?? 0) : (bounds[index] ?? 0),
      end: byTurns ? (axis.starts[turn] ?? 0) : (bounds[index + 1] ?? 0),
      from_turn: turn > from ? from + 1 : null,
      to_turn: turn > from ? turn : null,
      families: familyCounts(inside, codebook),
    };
  });
}

/** Bounds in seconds or, without times, in words; where nobody says a word, in turns. */
function boundsOf(axis: SessionAxis, facts: SessionFacts, count: number): readonly number[] {
  const scale = scaleOf(axis);
  const origin = scale === axis.starts ? axis.axis.start : 0;
  const end = scale.at(-1) ?? origin;
  const minutes = axis.assumedMinutes;
  const step = minutes > 0 ? ((end - origin) * facts.segmentMinutes) / minutes : end - origin;
  return Array.from({ length: count + 1 }, (_, index) => (index === count ? end : origin + index * step));
}

function scaleOf({ axis, starts, wordStarts }: SessionAxis): readonly number[] {
  return axis.kind === 'time' || (wordStarts.at(-1) ?? 0) === 0 ? starts : wordStarts;
}

function segmentNumbers(axis: SessionAxis, bounds: readonly number[]): readonly number[] {
  const scale = scaleOf(axis);
  let segment = 0;
  return scale.slice(0, -1).map((start) => {
    while (segment < bounds.length - 2 && start >= (bounds[segment + 1] ?? 0) - rounding) segment++;
    return segment;
  });
}

function familyCounts(inside: readonly Placed[], codebook: Codebook): Readonly<Record<string, FamilyCount>> {
  return Object.fromEntries(
    codebook.families.map((family) => {
      const ofFamily = inside.filter((each) => each.code.family === family.id);
      return [family.id, { n: ofFamily.length, ...impacts(ofFamily) }];
    }),
  );
}

function impacts(placed: readonly Placed[]): Pick<FamilyCount, 'max_impact' | 'mean_impact'> {
  const values = placed
    .filter((each) => each.rated !== null || each.code.scales.includes('impact'))
    .map((each) => each.impact);
  if (values.length === 0) return { max_impact: null, mean_impact: null };
  return {
    max_impact: Math.max(...values),
    mean_impact: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}
