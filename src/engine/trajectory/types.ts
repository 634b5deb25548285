import type { Kind } from '../codebook/types';
import type { Header, Role, Stage } from '../transcript/types';
import type { Sequence } from './sequences';
import type { SessionRatings } from './sessionRatings';
import type { Tenths } from './tenths';

/** Why a figure has no value: a code, worded at the edge. */
export type UndefinedReason =
  'no-episodes' | 'no-answered-episodes' | 'no-times' | 'no-judged-turns' | 'no-duration' | 'no-annotations';

/** A figure with what it was counted from. Fractions, never percentages. `ci` is null where no interval is given. */
export interface Statistic<Reason extends string = UndefinedReason> {
  readonly value: number | null;
  readonly ci: readonly [number, number] | null;
  readonly n: number;
  readonly undefined: Reason | null;
}

/**
 * What positions are measured in: seconds where the transcript has stamps, else cumulative words, else turns. Never mixed.
 * A turn, and whatever is coded in it, stands where the turn begins.
 */
export interface Axis {
  readonly kind: 'time' | 'words' | 'turns';
  readonly unit: 'seconds' | 'words' | 'turns';
  /** 0; on an axis of turns 1, the number of the first. */
  readonly start: number;
  /** Behind the last turn. */
  readonly end: number;
  /** True where times between stamps are interpolated by words. */
  readonly interpolated: boolean;
  /**
   * How the length in minutes is known: the header's or study's duration, the last stamp, or words at an assumed pace (150
   * a minute unless the study says otherwise); `turns` where there are neither words nor a duration.
   */
  readonly length_from: 'duration' | 'last-stamp' | 'words-per-minute' | 'words' | 'turns';
}

export interface FamilyCount {
  /** Annotations that begin there. */
  readonly n: number;
  /** Impacts as rated; where nobody rated, the scale's default counts for codes that have the scale. */
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

/**
 * What an annotation is in the trajectory. The kind of its code; `rupture` is a rupture of no said kind: a code without
 * kind that strains and stands above or among codes of withdrawal and confrontation (the bare family, as the quick
 * command tags it). The bare family of repair is likewise an `attempt`, neither immediate nor expressive.
 */
export type Part = Kind | 'rupture';

export type EpisodeState = 'open' | 'attempted' | 'partly' | 'resolved';

/** One rupture in every figure: ruptures and the repairs that answer them (domain 1.4). */
export interface EpisodeFigures {
  /** The episode's id, or the annotation's where a rupture is linked to none. */
  readonly id: string;
  readonly linked: boolean;
  /** By its ruptures; unspecified where none of them says. */
  readonly type: 'withdrawal' | 'confrontation' | 'mixed' | 'unspecified';
  /** Role of the first annotation among its ruptures, contributions linked as such included. */
  readonly first_mover: Role | null;
  readonly state: EpisodeState;
  readonly ruptures: readonly string[];
  readonly repairs: readonly string[];
  /** Therapist contributions linked to it, or between its onset and its end (the latest such episode); never opening one. */
  readonly contributions: readonly string[];
  /** First rupture annotation; the beginning of the session for an episode carried over. */
  readonly onset: { readonly turn: number; readonly x: number };
  /** Where its last repair annotation ends; null while none answers. */
  readonly answered: { readonly turn: number; readonly x: number } | null;
  /** 1 to 5, the highest of its ruptures, the default 3 where none is given. */
  readonly peak_impact: number;
  readonly attempts: { readonly n: number; readonly immediate: number; readonly expressive: number };
  /** First rupture annotation to the first attempt from there on; null where there was none (seconds: where the axis is not time). */
  readonly latency_turns: number | null;
  readonly latency_seconds: number | null;
  /** The client's last answer to repair. */
  readonly answer: 'response' | 'decline' | null;
  readonly resolution: number | null;
  /** Onset to last repair annotation, else to the last turn. */
  readonly duration_turns: number;
  /** Not resolved. */
  readonly open_at_end: boolean;
  /** What it adds to open strain at the end of the session. */
  readonly strain_left: number;
  readonly carried_over: { readonly transcript: string; readonly episode: string } | null;
}

export interface Figures {
  /** Episodes; `n` annotations of ruptures. */
  readonly ruptures: Statistic;
  /** Of `n` annotations. */
  readonly rupture_annotations: Statistic;
  /** Annotations of therapist contributions, of `n` annotations. */
  readonly contributions: Statistic;
  /** Episodes resolved, of `n` episodes. */
  readonly resolved: Statistic;
  /** Episodes not resolved at the end, of `n`. */
  readonly open_at_end: Statistic;
  /** Turns from the onset of the oldest unresolved episode to the last turn; `n` episodes are unresolved. */
  readonly turns_open_at_end: Statistic;
  /** Median over answered episodes; `n` is how many were answered. */
  readonly latency_turns: Statistic;
  readonly latency_seconds: Statistic;
  /** Attempts at repair linked to an episode, of `n` episodes. */
  readonly attempts: Statistic;
  /** Episodes that begin in judged turns (none carried over) × 50 / minutes of the `n` judged turns. */
  readonly ruptures_per_50_minutes: Statistic;
  /** Share of turns the coder judged, of `n` turns. */
  readonly judged: Statistic;
  /** Annotations by family, of `n` annotations. */
  readonly families: Readonly<Record<string, Statistic>>;
}

/** Points [position, value] in order. */
export type Curve = readonly (readonly [number, number])[];

/** A curve with the width of its kernel. */
export interface Density {
  readonly width: number;
  readonly points: Curve;
}

export interface Curves {
  /** Signed density of a family (domain 1.4), Gaussian kernel; `width` in the axis' unit. Empty without annotations. */
  readonly density: Readonly<Record<string, Density>>;
  /** The same over all families that support (valence above 0) taken together: from their first mark to their last. */
  readonly support: Density;
  /** Open strain as steps: the value holds from its position to the next. */
  readonly strain: Curve;
}

/** A mark on the axis: one annotation that has a place. */
export interface Mark {
  readonly id: string;
  readonly code: string;
  readonly family: string;
  readonly kind: Part | null;
  readonly turn: number;
  readonly end_turn: number;
  readonly x: number;
  /** As rated; null where nobody did. */
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
  /** Spoken words: notation is none. */
  readonly words: number;
  /** By stamps or the duration; null where neither says. */
  readonly minutes: number | null;
  readonly codebook: { readonly id: string; readonly version: string };
  readonly axis: Axis;
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
  /** Annotations in no figure: without a place in this transcript, or of a code the codebook does not know. */
  readonly left_out: number;
  readonly episodes: readonly EpisodeFigures[];
  readonly figures: Figures;
  readonly curves: Curves;
  /** The coder's ratings of the whole session, by rating. */
  readonly ratings: Readonly<Record<string, number | 'na'>>;
  readonly rating_scales: SessionRatings['rating_scales'];
  readonly ratings_off_scale: SessionRatings['ratings_off_scale'];
  /** Self-report by rater and scale, as header or study file have it. */
  readonly scores: Header['scores'];
  /** The codebook the coding was made with, as its file says; null where it does not. */
  readonly coded_with: { readonly id: string; readonly version: string } | null;
  readonly tenths: Tenths;
  /** What the therapist, and what the client does after a rupture. */
  readonly sequences: readonly Sequence[];
}
