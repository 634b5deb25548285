/** Words for sizes of a coefficient. None is a test: the number and its interval come first, and the system is named. */
const bandSystems = {
  /** Landis & Koch (1977), for κ. */
  landis_koch: [
    { from: Number.NEGATIVE_INFINITY, band: 'poor' },
    { from: 0, band: 'slight' },
    { from: 0.21, band: 'fair' },
    { from: 0.41, band: 'moderate' },
    { from: 0.61, band: 'substantial' },
    { from: 0.81, band: 'almost-perfect' },
  ],
  /** Cicchetti (1994), for the ICC. */
  cicchetti: [
    { from: Number.NEGATIVE_INFINITY, band: 'poor' },
    { from: 0.4, band: 'fair' },
    { from: 0.6, band: 'good' },
    { from: 0.75, band: 'excellent' },
  ],
  /** Koo & Li (2016), for the ICC. */
  koo_li: [
    { from: Number.NEGATIVE_INFINITY, band: 'poor' },
    { from: 0.5, band: 'moderate' },
    { from: 0.75, band: 'good' },
    { from: 0.9, band: 'excellent' },
  ],
  /** Krippendorff (2019): 0.800, and 0.667 for tentative conclusions. */
  krippendorff: [
    { from: Number.NEGATIVE_INFINITY, band: 'not-reliable' },
    { from: 0.667, band: 'tentative' },
    { from: 0.8, band: 'reliable' },
  ],
} as const;

export type BandSystem = keyof typeof bandSystems;

export type Band = (typeof bandSystems)[BandSystem][number]['band'];

/** Null where there is no value. The value counts as it is published: with two decimals, by Krippendorff with three. */
export function bandOf(system: BandSystem, value: number | null): Band | null {
  if (value === null) return null;
  const printed = Number(value.toFixed(system === 'krippendorff' ? 3 : 2));
  return bandSystems[system].findLast(({ from }) => printed >= from)?.band ?? null;
}
