import type { Role, Stage } from '../transcript/types';

/** Why a figure has no value: a code, worded at the edge. */
export type UndefinedReason =
  | 'no-episodes'
  | 'no-answered-episodes'
  | 'no-times'
  | 'no-judged-turns'
  | 'no-duration'
  | 'no-annotations';

/** A figure with what it was counted from. Fractions, never percentages. `ci` is null where no interval is given. */
export interface Statistic {
  readonly value: number | null;
  readonly ci: readonly [number, number] | null;
  readonly n: number;
  readonly undefined: UndefinedReason | null;
}

/** What positions are measured in: seconds where the transcript has stamps, else cumulative words, else turns. Never mixed. */
export interface Axis {
  readonly kind: 'time' | 'words' | 'turns';
  readonly unit: 'seconds' | 'words' | 'turns';
  readonly start: number;
  readonly end: number;
  /** True where times between stamps are interpolated by words. */
  readonly interpolated: boolean;
  /** How the length was known: the header's or study's duration, the last stamp, or an assumed 150 words per minute. */
  readonly length_from: 'duration' | 'last-stamp' | 'words-per-minute' | 'words' | 'turns';
}

export interface FamilyCount {
  readonly n: number;
  readonly max_impact: number | null;
  readonly mean_impact: number | null;
}

/** A stretch of the session (domain 1.4): a turn belongs to the segment that holds its start. */
export interface Segment {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly from_turn: number | null;
  readonly to_turn: number | null;
  readonly families: Readonly<Record<string, FamilyCount>>;
}

export type EpisodeState = 'open' | 'attempted' | 'partly' | 'resolved';

/** One rupture in every figure: ruptures and the repairs that answer them (domain 1.4). */
export interface EpisodeFigures {
  /** The episode's id, or the annotation's where a rupture is linked to none. */
  readonly id: string;
  readonly linked: boolean;
  readonly type: 'withdrawal' | 'confrontation' | 'mixed';
  readonly first_mover: Role | null;
  readonly state: EpisodeState;
  readonly ruptures: readonly string[];
  readonly repairs: readonly string[];
  /** Therapist contributions between onset and end, listed with it, never opening one. */
  readonly contributions: readonly string[];
  readonly onset: { readonly turn: number; readonly x: number };
  /** Last repair annotation; null while none answers. */
  readonly answered: { readonly turn: number; readonly x: number } | null;
  /** 1 to 5, the highest of its ruptures, the default 3 where none is given. */
  readonly peak_impact: number;
  readonly attempts: { readonly n: number; readonly immediate: number; readonly expressive: number };
  /** First rupture annotation to first attempt; null where there was none (seconds: where the axis is not time). */
  readonly latency_turns: number | null;
  readonly latency_seconds: number | null;
  /** The client's last answer to repair. */
  readonly answer: 'response' | 'decline' | null;
  readonly resolution: number | null;
  /** Onset to last repair annotation, else to the last turn. */
  readonly duration_turns: number;
  readonly open_at_end: boolean;
  readonly carried_over: { readonly transcript: string; readonly episode: string } | null;
}

export interface Figures {
  /** Episodes. */
  readonly ruptures: Statistic;
  readonly rupture_annotations: Statistic;
  readonly contributions: Statistic;
  /** Episodes resolved, of `n` episodes. */
  readonly resolved: Statistic;
  /** Episodes not resolved at the end, of `n`. */
  readonly open_at_end: Statistic;
  /** Turns from the onset of the oldest unresolved episode to the end of the session. */
  readonly turns_open_at_end: Statistic;
  /** Median over answered episodes; `n` is how many were answered. */
  readonly latency_turns: Statistic;
  readonly latency_seconds: Statistic;
  readonly attempts: Statistic;
  /** Episodes × 50 / minutes of the judged turns. */
  readonly ruptures_per_50_minutes: Statistic;
  /** Share of turns the coder judged, of `n` turns. */
  readonly judged: Statistic;
  /** Annotations by family. */
  readonly families: Readonly<Record<string, Statistic>>;
}

/** Points [position, value] in order. */
export type Curve = readonly (readonly [number, number])[];

export interface Curves {
  /** Signed density of a family (domain 1.4), Gaussian kernel; `width` in the axis' unit. Empty without annotations. */
  readonly density: Readonly<Record<string, { readonly width: number; readonly points: Curve }>>;
  /** Open strain as steps: the value holds from its position to the next. */
  readonly strain: Curve;
}

/** A mark on the axis: one annotation that has a place. */
export interface Mark {
  readonly id: string;
  readonly code: string;
  readonly family: string;
  readonly kind: string | null;
  readonly turn: number;
  readonly end_turn: number;
  readonly x: number;
  readonly impact: number | null;
}

/** The trajectory of one coder's coding of one session: what the panel draws and `alliance trajectory` prints. */
export interface SessionTrajectory {
  readonly transcript: string;
  readonly coder: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly date: string | null;
  readonly stage: Stage | null;
  readonly turns: number;
  readonly words: number;
  readonly minutes: number | null;
  readonly codebook: { readonly id: string; readonly version: string };
  readonly axis: Axis;
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
  readonly episodes: readonly EpisodeFigures[];
  readonly figures: Figures;
  readonly curves: Curves;
}
