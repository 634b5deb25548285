import { noEntries } from '../../src/engine/annotations/noEntries';
import type { Coding, CoderRole, LogEntry } from '../../src/engine/annotations/types';

/** A file in which nothing is coded, with this log. */
export function codingOf(coder: string, log: readonly LogEntry[] = [], role: CoderRole = 'coder'): Coding {
  return { alliance: 1, transcript: 'a.transcript', coder, role, ...noEntries, log };
}
