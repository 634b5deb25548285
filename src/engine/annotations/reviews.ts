import { afterAll, isBefore, latest } from './times';
import type { Coding, LogEntry } from './types';

/** What supervisors said of a coder's released session. It stands in their own files, by events with `about: CODER`. */

/** What of a coding says who reviewed whose, and how. */
type Reviewing = Pick<Coding, 'coder' | 'role' | 'log'>;

export interface Review {
  readonly event: 'sent_back' | 'approved';
  /** The supervisor's id. */
  readonly by: string;
  readonly at: string;
  /** Null where none was given. */
  readonly reason: string | null;
}

/**
 * The state of a coding by its latest event, over all files given; null where no supervisor said anything of it as it is now. One
 * that was sent back is so until its coder releases it again; one that was approved until its coder takes it back.
 */
export function reviewOf(coding: Reviewing, codings: readonly Reviewing[]): Review | null {
  const last = latest(reviewsOf(coding.coder, codings));
  if (!last) return null;
  const isOver = coding.log.some(
    ({ event, at }) =>
      isBefore(last.at, at) &&
      (event === 'released' || (event === 'taken_back' && last.event === 'approved')),
  );
  return isOver ? null : last;
}

/** The time for what is said now of a coder's session: later than all that was said of it. */
export function reviewTime(now: string, coding: Coding, codings: readonly Coding[]): string {
  return afterAll(now, [...reviewsOf(coding.coder, codings), ...coding.log]);
}

function reviewsOf(coder: string, codings: readonly Reviewing[]): Review[] {
  const supervisors = codings.filter((each) => each.role === 'supervisor' && each.coder !== coder);
  return supervisors.flatMap(({ coder: by, log }) =>
    log.flatMap(({ event, about, at, reason }): Review[] =>
      about === coder && isReview(event) ? [{ event, by, at, reason: reason ?? null }] : [],
    ),
  );
}

function isReview(event: LogEntry['event']): event is Review['event'] {
  return event === 'sent_back' || event === 'approved';
}
