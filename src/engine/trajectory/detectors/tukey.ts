import { baselineCautions, baselineOf, outside, type Baseline, type Outside } from './baseline';
import { quantileOf } from '../../statistics/descriptive';
import { unsaid, type Detection } from './detection';
import { isBeyond, observedOf, signOf, type Measured } from './measured';

export interface TukeyParameters {
  readonly baseline: Baseline;
  /** Limits lie this many interquartile ranges beyond the quartiles. */
  readonly fence: number;
}

export interface TukeyEstimates {
  readonly q1: number;
  readonly q3: number;
  readonly iqr: number;
  readonly lcl: number;
  readonly ucl: number;
  readonly baseline_n: number;
}

const minimum = 4;

/** Tukey's control chart: limits Q1 − 1.5·IQR and Q3 + 1.5·IQR, quantiles of type 7. */
export function tukeyOutside(
  series: Measured,
  parameters: TukeyParameters,
): Detection<TukeyParameters, TukeyEstimates, Outside> {
  const seen = observedOf(series);
  const base = baselineOf(seen, parameters.baseline);
  if (base.length < minimum) return unsaid(parameters, seen.length, minimum, 'too-few-sessions');
  const values = base.map(({ value }) => value);
  const [q1, q3] = [quantileOf(values, 0.25), quantileOf(values, 0.75)];
  const iqr = q3 - q1;
  const [lcl, ucl] = [q1 - parameters.fence * iqr, q3 + parameters.fence * iqr];
  const sign = signOf(series);
  return {
    parameters,
    n: seen.length,
    minimum,
    estimates: { q1, q3, iqr, lcl, ucl, baseline_n: base.length },
    findings: seen.flatMap(({ x, value }) => {
      if (isBeyond(value, ucl)) return outside(x, 'above', sign);
      return isBeyond(-value, -lcl) ? outside(x, 'below', sign) : [];
    }),
    cautions: baselineCautions(base),
    undefined: null,
  };
}
