import type { Fault } from '../faults';
import type { TextEdit } from '../textEdit';
import type { ParsedTranscript } from './parse';

/** What a fix does; the editor has the words for it. Its `data` are the values the words need. */
export type FixKind =
  | 'add-therapist'
  | 'add-client'
  | 'add-other'
  | 'comment'
  | 'remove-time'
  | 'close-nonverbal'
  | 'close-header'
  | 'remove-dashes'
  | 'remove-key'
  | 'rename-key'
  | 'set-value'
  | 'quote-value'
  | 'blanks-for-tabs';

/** A way out of a fault, as one edit. */
export interface Fix {
  readonly kind: FixKind;
  readonly data: readonly string[];
  readonly edits: readonly TextEdit[];
  /** The one that is meant by all likelihood. */
  readonly preferred: boolean;
}

export type FixesOf = (parsed: ParsedTranscript, found: Fault) => Fix[];
