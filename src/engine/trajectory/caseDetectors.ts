import type { Measure } from '../study/types';
import type { CaseSeries } from './caseSeries';
import { changePointOf } from './detectors/changePoint';
import { changePointsOf } from './detectors/changePoints';
import { dropsOf } from './detectors/criterion';
import type { Measured } from './detectors/measured';
import type { Norm } from './detectors/norm';
import { piecewiseSlopes } from './detectors/piecewise';
import { reliableChanges } from './detectors/reliableChange';
import type { DetectorSettings } from '../study/detectorSettings';
import { shapeOf } from './detectors/shape';
import { betweenSd, pooledSd } from './detectors/spread';
import { suddenChanges } from './detectors/suddenChange';
import { tukeyOutside } from './detectors/tukey';
import { xmrOutside } from './detectors/xmr';
import { groupedBy } from './groupedBy';

interface Of<Name extends string, Method extends string> {
  readonly detector: Name;
  readonly method: Method;
  readonly series: { readonly name: string; readonly source: string };
}

/** What a named detector says of a series. */
export type DetectorResult =
  | (Of<'shape', 'shape'> & ReturnType<typeof shapeOf>)
  | (Of<CriterionName, 'criterion'> & ReturnType<typeof dropsOf>)
  | (Of<'reliable-change', 'reliable-change'> & ReturnType<typeof reliableChanges>)
  | (Of<'xmr', 'xmr'> & ReturnType<typeof xmrOutside>)
  | (Of<'tukey', 'tukey'> & ReturnType<typeof tukeyOutside>)
  | (Of<'change-point', 'change-point'> & ReturnType<typeof changePointOf>)
  | (Of<'change-points', 'change-points'> & ReturnType<typeof changePointsOf>)
  | (Of<'piecewise', 'piecewise'> & ReturnType<typeof piecewiseSlopes>)
  | (Of<'sudden', 'sudden'> & ReturnType<typeof suddenChanges>);

const criterionNames = ['v-2sd', 'v-1sd', 'crisis', 'rci-drop'] as const;
type CriterionName = (typeof criterionNames)[number];

/** What other cases and the study say of a measure. */
export interface Surroundings {
  readonly norm: Norm | null;
  readonly pooled: number | null;
  readonly pooledResidual: number | null;
  readonly between: number | null;
}

/** Reckoned once for all cases, by name and source of a series. */
export function surroundingsOf(
  cases: readonly (readonly CaseSeries[])[],
  measures: Readonly<Record<string, Measure>>,
): (of: CaseSeries) => Surroundings {
  const groups = groupedBy(cases.flat(), ({ series }) => idOf(series));
  const known = new Map([...groups].map(([id, group]) => [id, surroundingOf(group, measures)]));
  const nothing = { norm: null, pooled: null, pooledResidual: null, between: null };
  return ({ series }) => known.get(idOf(series)) ?? nothing;
}

function surroundingOf(
  group: readonly CaseSeries[],
  measures: Readonly<Record<string, Measure>>,
): Surroundings {
  const all = group.flatMap(({ measured }) => measured ?? []);
  const name = group[0]?.series.name ?? '';
  return {
    norm: normOf(Object.hasOwn(measures, name) ? measures[name] : undefined),
    pooled: pooledSd(all, false),
    pooledResidual: pooledSd(all, true),
    between: betweenSd(all),
  };
}

function idOf({ name, source, kind }: CaseSeries['series']): string {
  return JSON.stringify([name, source, kind]);
}

function normOf(measure: Measure | undefined): Norm | null {
  if (!measure || measure.sd === null || measure.r === null) return null;
  return { sd: measure.sd, r: measure.r, source: measure.source };
}

/**
 * All methods that the study does not leave out, over one series. Drops by a criterion stand for ruptures of the alliance:
 * outcome measures have none. Gaps and counts have no direction, and no detector.
 *
 * @param permute Whether the p of a search is reckoned, which takes the longest.
 */
export function detectionsOf(
  { series, measured }: CaseSeries,
  settings: DetectorSettings,
  around: Surroundings,
  permute: boolean,
): readonly DetectorResult[] {
  if (measured === null) return [];
  const of = { series: { name: series.name, source: series.source } };
  const { shape, xmr, tukey, sudden, 'reliable-change': change } = settings;
  const { norm, between } = around;
  const found: readonly (DetectorResult | false)[] = [
    shape && {
      ...of,
      detector: 'shape',
      method: 'shape',
      ...shapeOf(measured, { ...shape, sd_between: between }),
    },
    ...(series.kind === 'outcome' ? [] : dropsBy(of, measured, settings, around)),
    change && {
      ...of,
      detector: 'reliable-change',
      method: 'reliable-change',
      ...reliableChanges(measured, { ...change, norm }),
    },
    xmr && { ...of, detector: 'xmr', method: 'xmr', ...xmrOutside(measured, xmr) },
    tukey && { ...of, detector: 'tukey', method: 'tukey', ...tukeyOutside(measured, tukey) },
    ...breaksOf(of, measured, settings, permute),
    sudden && {
      ...of,
      detector: 'sudden',
      method: 'sudden',
      ...suddenChanges(measured, { ...sudden, norm }),
    },
  ];
  return found.filter((each) => each !== false);
}

type OfSeries = Pick<DetectorResult, 'series'>;

function dropsBy(
  of: OfSeries,
  measured: Measured,
  settings: DetectorSettings,
  { norm, pooled, pooledResidual }: Surroundings,
): readonly (DetectorResult | false)[] {
  return criterionNames.map((detector) => {
    const said = settings[detector];
    const given = said && { ...said, norm, pooled: said.residual ? pooledResidual : pooled };
    return given && { ...of, detector, method: 'criterion', ...dropsOf(measured, given) };
  });
}

function breaksOf(
  of: OfSeries,
  measured: Measured,
  { 'change-point': point, 'change-points': points, piecewise }: DetectorSettings,
  permute: boolean,
): readonly (DetectorResult | false)[] {
  const asked = permute ? {} : { permutations: 0 };
  return [
    point && {
      ...of,
      detector: 'change-point',
      method: 'change-point',
      ...changePointOf(measured, { ...point, ...asked }),
    },
    points && {
      ...of,
      detector: 'change-points',
      method: 'change-points',
      ...changePointsOf(measured, points),
    },
    piecewise && {
      ...of,
      detector: 'piecewise',
      method: 'piecewise',
      ...piecewiseSlopes(measured, { ...piecewise, ...asked }),
    },
  ];
}
