import { associationOf } from './association';
import type { CaseSeries } from './caseSeries';
import type { CaseAssociation } from './caseTypes';
import type { DetectorSettings } from '../study/detectorSettings';

/** Each series of the alliance (ratings and self-report) with each outcome measure of the case. */
export function associationsOf(
  series: readonly CaseSeries[],
  settings: DetectorSettings['association'],
  permute: boolean,
): readonly CaseAssociation[] {
  if (settings === false) return [];
  const parameters = permute ? settings : { ...settings, permutations: 0 };
  const alliances = series.filter(({ series: { kind } }) => kind === 'rating' || kind === 'self-report');
  const outcomes = series.filter(({ series: { kind } }) => kind === 'outcome');
  return alliances.flatMap(({ series: alliance, measured: a }) =>
    outcomes.flatMap(({ series: outcome, measured: b }): CaseAssociation[] => {
      if (a === null || b === null) return [];
      return [
        {
          alliance: { name: alliance.name, source: alliance.source },
          outcome: { name: outcome.name, source: outcome.source, better: b.better },
          parameters,
          ...associationOf(a, b, parameters),
        },
      ];
    }),
  );
}
