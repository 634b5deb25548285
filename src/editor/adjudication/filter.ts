import type { DisagreementKind } from '../../engine/adjudication/kinds';
import type { Matter } from '../../engine/adjudication/matter';
import { codeFor } from '../../engine/codebook/keys';
import type { Codebook } from '../../engine/codebook/types';

/** Which disagreements are listed; an empty list lets all through. */
export interface Filter {
  readonly kinds: readonly DisagreementKind[];
  /** Ids of codes; what is below them is let through too. */
  readonly families: readonly string[];
}

export function isIn({ kinds, families }: Filter, matter: Matter, codebook: Codebook): boolean {
  const isOfKind = kinds.length === 0 || matter.kinds.some((kind) => kinds.includes(kind));
  return (
    isOfKind && (families.length === 0 || familiesOf(matter, codebook).some((id) => families.includes(id)))
  );
}

/** The families a disagreement is about; none for a rating. */
export function familiesOf(matter: Matter, codebook: Codebook): readonly string[] {
  if (matter.subject === 'episode') return matter.passages.flatMap((each) => familiesOf(each, codebook));
  if (matter.subject === 'rating') return [];
  return matter.alternatives.map(({ first: { code } }) => codeFor(codebook, code)?.family ?? code);
}
