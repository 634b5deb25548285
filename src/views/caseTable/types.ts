import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import type { CaseMember, ListedCase, Naming } from '../case/types';

/** A case of the study with what was reckoned of it; null where nobody's coding may be seen. */
export interface TabledCase extends ListedCase {
  readonly trajectory: CaseTrajectory | null;
  /** Its sessions, as they stand for the coder; none where there is no coder. */
  readonly members: readonly CaseMember[];
  readonly naming: Naming;
}
