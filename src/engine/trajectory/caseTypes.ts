import type { Stage } from '../transcript/types';
import type { Associated, AssociationParameters } from './association';
import type { DetectorResult } from './caseDetectors';
import type { Sequence } from './sequences';
import type { Tenths } from './tenths';
import type { Shape } from './detectors/shape';
import type { Unsaid } from './detectors/detection';
import type { EpisodeState, SessionTrajectory, Statistic } from './types';

/** A session as a case knows it, whether anybody coded it or not. */
export interface KnownSession {
  readonly transcript: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly date: string | null;
  readonly stage: Stage | null;
  readonly scores: SessionTrajectory['scores'];
}

/** One coder's coding of one session, as the case shows it. */
export interface CaseSession {
  readonly transcript: string;
  readonly coder: string;
  readonly session: number | null;
  readonly date: string | null;
  readonly stage: Stage | null;
  /** Episodes of this session, carried-over ones included. */
  readonly ruptures: number;
  readonly resolved: number;
  readonly open_at_end: number;
  readonly ratings: SessionTrajectory['ratings'];
  readonly scores: SessionTrajectory['scores'];
  /** Place on the case's axis; null where it has none. */
  readonly x: number | null;
  /** Attempts at repair linked to an episode. */
  readonly attempts: number;
  /** Share of turns the coder judged. */
  readonly judged: number;
  /** A row of the heat map. */
  readonly tenths: Tenths;
}

/** What the sessions of a case are placed by: numbers, else days since the first. Never their index. */
export interface CaseAxis {
  readonly kind: 'session' | 'day' | 'none';
  readonly start: number | null;
  readonly end: number | null;
  /** Numbers between start and end that no session has; none on an axis of days. */
  readonly missing: readonly number[];
}

/** What is wrong with a case's data, worded at the edge; never a word of a transcript. */
export interface CaseProblem {
  readonly code: CaseProblemCode;
  readonly data: Readonly<Record<string, string | number>>;
}

export type CaseProblemCode =
  | 'not-placed' // transcript: no number (on an axis of numbers) or no date (on one of days)
  | 'no-order' // no session has a number or a date: nothing is said of their course
  | 'same-place' // place, transcripts: several sessions of one number or day
  | 'dates-backwards' // transcript, date, before: a later number with an earlier date
  | 'one-session' // transcript
  | 'rating-off-scale' // transcript, coder, rating, value, min, max
  | 'score-off-scale' // transcript, rater, measure, value
  | 'codebook-versions' // coder, versions: the codings were made with several
  | 'other-codebook' // versions: figures are reckoned with several codebooks
  | 'mixed-axes' // kinds: sessions are measured in seconds, words or turns
  | 'better-assumed'; // measures: the study does not say which way they are good

export type SeriesKind = 'rating' | 'self-report' | 'outcome' | 'gap' | 'count';

/** A session's value. */
export interface SeriesPoint {
  readonly session: number | null;
  readonly value: number;
  readonly transcript: string;
  /** Place on the case's axis; null where it has none, or another session with another value has the same. */
  readonly x: number | null;
  /** Distance from the mean of the series. */
  readonly within: number | null;
  /** Value of the session right before. */
  readonly lagged: number | null;
}

/**
 * One measure over the sessions: a coder's rating or count (source: the coder), a score (source: the rater), or the gap
 * between the client's and the therapist's (source: `client-therapist`).
 */
export interface Series {
  readonly name: string;
  readonly source: string;
  readonly points: readonly SeriesPoint[];
  readonly kind: SeriesKind;
  /** Null for gaps and counts. */
  readonly better: 'higher' | 'lower' | null;
  /** Mean of the sessions that have a place: the case's level. */
  readonly mean: number | null;
  /** Places between its first and last value at which it has none. */
  readonly gaps: readonly number[];
}

/** An episode that was continued in a later session: both are one in the case. */
export interface JoinedEpisode {
  readonly coder: string;
  readonly from: { readonly transcript: string; readonly episode: string };
  readonly to: { readonly transcript: string; readonly episode: string };
  /** Where it stands after the later session. */
  readonly state: EpisodeState;
}

/** A coder's episodes over the case, joined ones counted once, in the state of their last session. */
export interface CaseEpisodes {
  readonly coder: string;
  readonly ruptures: number;
  readonly resolved: number;
  readonly open_at_end: number;
}

export interface SeriesName {
  readonly name: string;
  readonly source: string;
}

/** An alliance series with an outcome series of the case. */
export interface CaseAssociation extends Associated {
  readonly alliance: SeriesName;
  readonly outcome: SeriesName & { readonly better: 'higher' | 'lower' };
  readonly parameters: AssociationParameters;
}

/** Why a figure of a case's summary has no value: a code, worded at the edge. */
export type SummaryReason =
  | Unsaid
  | 'no-series' // neither did the coder rate the alliance nor the client score it
  | 'no-order' // no session with a value has a place
  | 'not-asked' // the study leaves the method out
  | 'no-episodes'
  | 'no-outcome' // no outcome measure has a value with a place
  | 'one-value'; // what changed needs two

/** No rupture, all of them repaired, or one at least that is not. */
export type RepairState = 'none' | 'repaired' | 'unrepaired';

interface SummarySeries extends SeriesName {
  readonly kind: SeriesKind;
  readonly better: Series['better'];
}

/** A case as one coder coded it, in one row. */
export interface CaseSummary extends CaseEpisodes {
  /** Sessions this coder coded. */
  readonly sessions: number;
  /** What stands for the alliance in level, trend and drops. */
  readonly alliance: SummarySeries | null;
  /** Mean of the alliance over its sessions. */
  readonly level: Statistic<SummaryReason>;
  /** Slope of the alliance for each session or day, and the shape's name where it has one. */
  readonly trend: Statistic<SummaryReason> & {
    readonly per: 'session' | 'day' | null;
    readonly shape: Shape | null;
  };
  /** Drops of the alliance by a named method, and what became of them. */
  readonly drops: Statistic<SummaryReason> & {
    readonly detector: 'v-1sd' | 'crisis' | 'v-2sd' | 'rci-drop' | null;
    readonly state: RepairState | null;
  };
  /** Of the ruptures as coded: episodes, joined ones once. */
  readonly share_resolved: Statistic<SummaryReason>;
  /** Of the episodes as coded. */
  readonly state: RepairState;
  readonly outcome: SummarySeries | null;
  /** Last value less the first, and whether that is for the better. */
  readonly outcome_change: Statistic<SummaryReason> & {
    readonly first: number | null;
    readonly last: number | null;
    readonly direction: 'better' | 'worse' | 'unchanged' | null;
  };
}

/** All sessions of a case, in order. */
export interface CaseTrajectory {
  readonly case: string | null;
  readonly sessions: readonly CaseSession[];
  readonly episodes: readonly CaseEpisodes[];
  readonly episodes_joined: readonly JoinedEpisode[];
  readonly axis: CaseAxis;
  readonly problems: readonly CaseProblem[];
  readonly series: readonly Series[];
  /** Named methods over the series, in the order of both. */
  readonly detectors: readonly DetectorResult[];
  readonly associations: readonly CaseAssociation[];
  /** By coder: the case in one row. */
  readonly summaries: readonly CaseSummary[];
  /** By coder, over all sessions. */
  readonly sequences: readonly (Sequence & { readonly coder: string })[];
}
