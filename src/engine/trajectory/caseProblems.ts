import type { CaseProblem } from './caseTypes';
import { groupedBy } from './groupedBy';
import { compareText } from '../compareText';
import type { SessionTrajectory } from './types';

/** What makes the codings of a case hard to compare. */
export function codingProblems(coded: readonly SessionTrajectory[]): readonly CaseProblem[] {
  const problems: CaseProblem[] = [];
  for (const [coder, ofCoder] of groupedBy(coded, (session) => session.coder)) {
    const made = several(ofCoder.flatMap(({ coded_with: book }) => (book === null ? [] : named(book))));
    if (made !== null) problems.push({ code: 'codebook-versions', data: { coder, versions: made } });
  }
  const used = several(coded.flatMap(({ codebook }) => named(codebook)));
  if (used !== null) problems.push({ code: 'other-codebook', data: { versions: used } });
  const units = several(coded.map(({ axis }) => axis.unit));
  if (units !== null) problems.push({ code: 'mixed-axes', data: { units } });
  return problems;
}

function named({ id, version }: SessionTrajectory['codebook']): string {
  return `${id} ${version}`;
}

/** Null where all are one. */
function several(values: readonly string[]): string | null {
  const found = [...new Set(values)].sort(compareText);
  return found.length > 1 ? found.join(', ') : null;
}
