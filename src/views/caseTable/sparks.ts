import { placedPoints } from '../../engine/trajectory/caseSummary';
import type { CaseTrajectory, Series } from '../../engine/trajectory/caseTypes';
import { groupedBy } from '../../engine/trajectory/groupedBy';
import type { CaseSpark } from '../../panel/case-table/messages';

/** Stretches of a series without a session that has no value. */
export function runsOf(series: Series): CaseSpark['runs'] {
  const runs: [number, number][][] = [];
  let before = Number.NaN;
  for (const { x, value } of placedPoints(series)) {
    if (x === null) continue;
    const isGap = series.gaps.some((gap) => gap > before && gap < x);
    const run = runs.at(-1);
    if (run && !isGap) run.push([x, value]);
    else runs.push([[x, value]]);
    before = x;
  }
  return runs;
}

/** What is measured alike: lines and values of one group can be compared. */
export function groupOf({ kind, name }: Pick<Series, 'kind' | 'name'>): string {
  return `${name} ${kind}`;
}

type Ends = Pick<CaseSpark, 'x' | 'y'>;
type Placing = CaseTrajectory['axis']['kind'];

/** The ends of place and value that a series is drawn between. */
export type Scales = (series: Pick<Series, 'kind' | 'name'>, placing: Placing) => Ends;

interface Drawn {
  readonly series: Series;
  readonly placing: Placing;
}

/** One scale for all cases that have a measure, as far as its values go, so that their lines can be compared. */
export function scalesOf(drawn: readonly Drawn[]): Scales {
  const grouped = groupedBy(drawn, ({ series, placing }) => `${groupOf(series)} ${placing}`);
  const scales = new Map(
    [...grouped].map(([key, group]): [string, Ends] => {
      const points = group.flatMap(({ series }) => placedPoints(series));
      const places = points.flatMap(({ x }) => (x === null ? [] : [x]));
      return [key, { x: endsOf(places), y: endsOf(points.map(({ value }) => value)) }];
    }),
  );
  return (series, placing) => scales.get(`${groupOf(series)} ${placing}`) ?? { x: [0, 1], y: [0, 1] };
}

function endsOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least < most ? [least, most] : [least - 1, most + 1];
}
