import type { Coding } from '../../engine/annotations/types';
import type { Codebook } from '../../engine/codebook/types';
import type { Measure, SessionFacts } from '../../engine/study/types';
import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import type { DetectorSettings } from '../../engine/trajectory/detectors/settings';
import type { SessionTrajectory } from '../../engine/trajectory/types';
import type { Transcript } from '../../engine/transcript/types';

/**
 * What a session gives to the case: `coded` is in all figures. Of `text-changed` the places are not certain before the
 * transcript is opened; `hidden` is closed by the gate; `missing` is listed in the study and not there.
 */
export type Standing = 'coded' | 'not-coded' | 'text-changed' | 'hidden' | 'missing';

/** A session of a case, coded or not. */
export interface CaseMember {
  /** From the study's folder, with `/`: what it is called in every figure. */
  readonly path: string;
  readonly facts: Pick<SessionFacts, 'case' | 'session' | 'date' | 'stage' | 'scores'>;
  readonly standing: Standing;
}

/** A session to reckon: a coding that may be seen, and its text on demand. */
export interface CodedMember {
  readonly path: string;
  readonly facts: SessionFacts;
  readonly codebook: Codebook;
  readonly coding: Coding;
  readonly parsed: () => Promise<Transcript>;
  /** The same object as long as the text is the same. */
  readonly text: object;
}

export interface Coder {
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
}

/** A case as it can be seen, before anything is reckoned. */
export interface GatheredCase {
  readonly case: string | null;
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

export interface ReckonedCase {
  readonly gathered: GatheredCase;
  readonly trajectory: CaseTrajectory;
  /** The sessions of this case that are coded, as each stands by itself. */
  readonly sessions: readonly SessionTrajectory[];
}
