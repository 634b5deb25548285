import type { Fault } from '../faults';

/** Who speaks, as far as the alliance is concerned. */
export type Role = 'therapist' | 'client' | 'other';

/**
 * A turn: it begins at a speaker label and ends before the next.
 *
 *     [00:00:12] T: How have you been?     ← line, textStart of that line
 *     # the client takes her coat off      ← contributes nothing
 *        Since last week, I mean.          ← lastLine
 *
 * is one turn whose text is "How have you been?\nSince last week, I mean.".
 */
export interface Turn {
  /** From 1. */
  readonly number: number;
  /** The label as written, without time, number and colon. */
  readonly label: string;
  /** The label that stands for this speaker: as the header writes it, else in capitals. */
  readonly speaker: string;
  readonly role: Role;
  /** Seconds from the beginning of the session, as stamped at the label; null where there is no stamp. */
  readonly time: number | null;
  /** The lines without labels, times and surrounding blanks, joined by line feeds. */
  readonly text: string;
  /** Line of the label, from 0. */
  readonly line: number;
  /** Last line that contributes text (the label's own where none does). */
  readonly lastLine: number;
  /** Where the text stands: one piece per contributing line. */
  readonly pieces: readonly Piece[];
}

/** A stretch of one line that belongs to a turn's text. Columns are UTF-16, end exclusive. */
export interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What a header (or the study file) says of a session. Keys as in the file; null where nothing is said. */
export interface Header {
  readonly speakers: ReadonlyMap<string, Speaker> | null;
  readonly media: string | null;
  /** Minutes. */
  readonly duration: number | null;
  readonly case: string | null;
  readonly session: number | null;
  readonly date: string | null;
  readonly stage: Stage | null;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Speaker {
  readonly label: string;
  readonly role: Role;
  readonly name: string | null;
}

export type Stage = 'establishing' | 'developing' | 'maintaining';

/** A parsed transcript: what every figure is computed from. */
export interface Transcript {
  readonly header: Header;
  readonly turns: readonly Turn[];
  readonly faults: readonly Fault[];
  readonly lineCount: number;
}
