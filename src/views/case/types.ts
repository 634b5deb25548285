import type { Measure, SessionFacts } from '../../engine/study/types';
import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import type { DetectorSettings } from '../../engine/study/detectorSettings';
import type { SessionTrajectory } from '../../engine/trajectory/types';
import type { CodedMember, Standing } from '../../store/members';

/** A session of a case, coded or not. */
export interface CaseMember {
  /** From the study's folder, with `/`: what it is called in every figure. */
  readonly path: string;
  readonly facts: Pick<SessionFacts, 'case' | 'session' | 'date' | 'stage' | 'scores'>;
  readonly standing: Standing;
}

export interface Coder {
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
}

/** A study as it can be seen of one coder, before anything is reckoned. */
export interface GatheredCodings {
  readonly coder: Coder;
  /** Sessions of the whole study, in its order, those that are missing last. */
  readonly members: readonly CaseMember[];
  /** Sessions of the whole study that this coder coded. */
  readonly coded: readonly CodedMember[];
  readonly measures: Readonly<Record<string, Measure>>;
  readonly detectors: DetectorSettings;
  readonly hasStudyFile: boolean;
  /** The study's codebook cannot be read, and the built-in one stands in its place. */
  readonly lacksCodebook: boolean;
}

/** What says how ratings and measures are called. */
export type Naming = Pick<GatheredCodings, 'measures' | 'coded'>;

/** One of its cases. */
export interface GatheredCase extends GatheredCodings {
  readonly case: string | null;
}

/** A case of the study, whether it was coded or not. */
export interface ListedCase {
  readonly case: string | null;
  /** Whose coding stands for it; null where nobody's may be seen. */
  readonly coder: Coder | null;
  /** All its sessions, also those that are missing. */
  readonly sessions: number;
  /** Codings of them that may not be seen. */
  readonly hidden: number;
}

export interface GatheredStudy {
  readonly cases: readonly ListedCase[];
  /** Of everybody who stands for a case, by id. */
  readonly codings: ReadonlyMap<string, GatheredCodings>;
}

export interface ReckonedCase {
  readonly gathered: GatheredCase;
  readonly trajectory: CaseTrajectory;
  /** The sessions of this case that are coded, as each stands by itself. */
  readonly sessions: readonly SessionTrajectory[];
}
