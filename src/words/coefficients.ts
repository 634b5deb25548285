import type { Coefficient, CoefficientReason } from '../engine/agreement/coefficient';
import type { Translate } from './faults';

/** Why a coefficient has no value, behind “undefined, because”. */
export const coefficientReasons: Readonly<Record<CoefficientReason, string>> = {
  'no-units': 'no unit was judged by two raters',
  'no-overlap': 'no unit was judged by all raters',
  'one-category': 'only one category was used, so agreement by chance is certain',
  'one-unit': 'there is only one unit',
  'no-variance': 'all values are the same',
  'more-than-two-raters': 'it is defined for two raters',
  'one-rater': 'there is only one rater',
  'not-ordered': 'the level is nominal, so categories have no order',
  'not-numeric': 'the values are not numbers at this level',
  'layer-overlaps': 'a coder gave one stretch several codes of the family',
  'never-meet': 'no stretch was coded by two raters',
};

export function reasonWords({ undefined: reason }: Coefficient, translate: Translate): string {
  return reason === null ? '' : translate(coefficientReasons[reason], {});
}

/** As papers write what is at most 1: “.68”, “−.02”, “1.00”. */
export function fraction(value: number): string {
  const digits = Math.abs(value)
    .toFixed(2)
    .replace(/^0(?=\.)/, '');
  return value < 0 && !/^[.0]*$/.test(digits) ? `−${digits}` : digits;
}

/** “[.45, .90]”; nothing where there is no interval. */
export function intervalWords({ ci }: Pick<Coefficient, 'ci'>): string {
  return ci ? `[${fraction(ci[0])}, ${fraction(ci[1])}]` : '';
}

/** A share as a percentage: “5.8”. */
export function percentage(share: number): string {
  return (share * 100).toFixed(1);
}
