import type { Header, Speaker, Stage } from '../transcript/types';
import type { CoderRole } from '../annotations/types';
import type { Blinding } from './blinding';
import type { DetectorSettings } from './detectorSettings';

/** What a study's folder says of one transcript; the study file wins over the header, key by key. */
export interface SessionFacts {
  readonly case: string | null;
  readonly session: number | null;
  readonly date: string | null;
  readonly stage: Stage | null;
  /** Minutes. */
  readonly duration: number | null;
  readonly scores: Header['scores'];
  /** Length of a segment in minutes; 5 unless the study says otherwise. */
  readonly segmentMinutes: number;
  /** For the length of a session without times or duration; 150 unless the study says otherwise. */
  readonly wordsPerMinute: number;
  /** The axis a study demands; null: by what the transcript has. */
  readonly axis: 'time' | 'words' | 'turns' | null;
  /** Turns within which something follows a rupture; 3 unless the study says otherwise, null where it is not asked. */
  readonly followWithin: number | null;
}

export interface StudyCoder {
  readonly id: string;
  readonly name: string | null;
  readonly role: CoderRole;
}

/** `alliance.study.yaml` as far as it is read. Transcript paths are relative to the file, with `/`. */
export interface Study {
  readonly title: string | null;
  readonly segmentMinutes: number | null;
  readonly wordsPerMinute: number | null;
  readonly axis: SessionFacts['axis'];
  /** The unit of agreement; null where the study does not say. */
  readonly unit: 'turn' | 'segment' | 'character' | null;
  /** Turns that are only back-channels or notation are units of agreement, too. */
  readonly backChannels: boolean;
  /** As in a header: by label as written. */
  readonly speakers: ReadonlyMap<string, Speaker> | null;
  /** False: coders see each other's work. Else what is hidden beside the other's coding. */
  readonly blind: false | { readonly [hidden in keyof Blinding]?: boolean | undefined };
  readonly coders: readonly StudyCoder[];
  readonly sessions: readonly StudySession[];
  /** By name, those of which it says something. */
  readonly cases: ReadonlyMap<string, StudyCase>;
  readonly measures: Readonly<Record<string, Measure>>;
  /** The methods over the sessions of a case, each with its parameters. */
  readonly detectors: DetectorSettings;
  /** Who codes what, in the order in which it is to be coded. */
  readonly plan: readonly Plan[];
  /** What the plan was drawn with, so that it can be drawn again; null for one made by hand. */
  readonly planSeed: number | null;
  readonly training: Training;
}

/** Whose coding trainees are compared with, and what they are to reach. */
export interface Training {
  /** Id of the coder whose coding is the gold; null where the study does not say. */
  readonly gold: string | null;
  /** κ of each code, and ICC of each rating, from which on the criterion is met. */
  readonly criterion: { readonly kappa: number; readonly icc: number };
}

/** Who is to code what. */
export interface Plan {
  readonly transcript: string;
  readonly coders: readonly string[];
}

/** What a study says of a case as a whole; both are names that its researchers chose. */
export interface StudyCase {
  readonly therapist: string | null;
  readonly condition: string | null;
}

export interface StudySession {
  readonly case: string;
  readonly transcript: string;
  readonly session: number | null;
  readonly date: string | null;
  readonly stage: Stage | null;
  readonly duration: number | null;
  readonly scores: Header['scores'];
}

export interface Measure {
  /** What people call it; null where its id has to do. */
  readonly label: string | null;
  readonly kind: string | null;
  readonly better: 'higher' | 'lower' | null;
  readonly sd: number | null;
  readonly r: number | null;
  readonly source: string | null;
  /** The ends of its scale. */
  readonly min: number | null;
  readonly max: number | null;
}
