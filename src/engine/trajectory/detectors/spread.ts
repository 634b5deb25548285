import { sdOf, squaresOf, sumOf } from '../../statistics/descriptive';
import { observedOf, type Measured } from './measured';
import { fitLine } from './regression';

/** The case's own SD: of its values, or of what its linear trend leaves; null where there are too few. */
export function ownSd(series: Measured, residual: boolean): number | null {
  const { x, y } = columnsOf(series);
  return residual ? (fitLine(x, y)?.sd ?? null) : sdOf(y);
}

/** √(Σ of squares within the cases / Σ of their degrees of freedom); null with fewer than two cases. */
export function pooledSd(cases: readonly Measured[], residual: boolean): number | null {
  const parts = cases.flatMap((series) => {
    const { x, y } = columnsOf(series);
    const line = residual ? fitLine(x, y) : null;
    if (residual) return line === null ? [] : { squares: line.sse, df: y.length - 2 };
    return y.length < 2 ? [] : { squares: squaresOf(y), df: y.length - 1 };
  });
  if (parts.length < 2) return null;
  return Math.sqrt(sumOf(parts.map(({ squares }) => squares)) / sumOf(parts.map(({ df }) => df)));
}

/** The SD of the cases' means; null with fewer than three cases, since two say too little of how cases differ. */
export function betweenSd(cases: readonly Measured[]): number | null {
  const means = cases
    .map((series) => columnsOf(series).y)
    .filter((y) => y.length > 0)
    .map((y) => sumOf(y) / y.length);
  return means.length < 3 ? null : sdOf(means);
}

function columnsOf(series: Measured): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const seen = observedOf(series);
  return { x: seen.map((each) => each.x), y: seen.map((each) => each.value) };
}
