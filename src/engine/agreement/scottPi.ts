import { isCertain } from './cohenKappa';
import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import { marginsOf, observedAgreement, sum, type Table } from './table';

/** Scott's (1955) π of two raters: as κ, with agreement by chance from the margins of both together. */
export function scottPi(table: Table): Coefficient {
  const { n, rows, columns } = marginsOf(table);
  if (n === 0) return undefinedFor('no-overlap', 0);
  const expected = sum(rows.map((share, index) => ((share + (columns[index] ?? 0)) / 2) ** 2));
  if (isCertain(expected)) return undefinedFor('one-category', n);
  return coefficient((observedAgreement(table) - expected) / (1 - expected), n);
}

/**
 * κ as it would be if every category were as frequent as any other (Bennett, Alpert & Goldstein 1954; Byrt, Bishop & Carlin
 * 1993: prevalence-adjusted bias-adjusted kappa): (q·p_o − 1) / (q − 1) with q categories.
 */
export function pabak(table: Table): Coefficient {
  const { n } = marginsOf(table);
  const categories = table.length;
  if (n === 0) return undefinedFor('no-overlap', 0);
  if (categories < 2) return undefinedFor('one-category', n);
  return coefficient((categories * observedAgreement(table) - 1) / (categories - 1), n);
}
