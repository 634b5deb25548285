import type { Range } from './position';

export type Severity = 'error' | 'warning' | 'info';

/**
 * Everything the engine can find wrong, as data: the words stand in `src/words/faults.ts`, so that the editor can
 * translate them and the command line can print them. The codes are public: `alliance check` prints them.
 */
export const faultSeverity = {
  // a transcript
  'header-not-closed': 'warning', // begins with --- and no second --- follows
  'header-not-yaml': 'error', // reason
  'header-value': 'error', // path, expected
  'header-unknown-key': 'info', // path
  'header-blind': 'warning', // key: belongs into the study file of a blind study
  'time-backwards': 'warning', // time, before
  'unknown-label': 'info', // label, count: a repeated prefix that is no speaker
  'unclosed-nonverbal': 'warning', // the (( that has no ))
  'line-too-long': 'warning', // length, limit: read as text without notation
  'no-turns': 'info', // a text without a single turn
  'same-name': 'error', // name: two transcripts with one NAME
  'not-utf8': 'error',
  'too-large': 'error', // size, limit in MB
  // any YAML file of ours
  'not-yaml': 'error', // reason
  'not-ours': 'error', // expected: the key that decides what a file is
  'newer-version': 'error', // version, supported
  'wrong-value': 'error', // path, expected
  'missing-key': 'error', // path
  'unknown-key': 'info', // path
  // an annotation file
  'other-transcript': 'error', // transcript: named, and not beside the file
  'reserved-coder': 'error', // coder
  'duplicate-file': 'error', // coder, other: two files of one coder for one transcript
  'conflict-copy': 'error', // coder, other: a copy that a sync tool made of `other`
  'git-conflict': 'error', // conflicts: how many stretches between git's marks
  conflict: 'error', // what: entry and field, of which another version says something else
  'duplicate-id': 'error', // id
  'unknown-code': 'warning', // annotation, code
  'old-code': 'info', // annotation, code, now: the one code that replaced it
  'ambiguous-code': 'warning', // annotation, code, codes: those that replaced it
  'other-codebook': 'warning', // made, madeVersion, used, usedVersion: ids and versions of the two codebooks
  'other-version': 'info', // the same, of one id
  'turn-out-of-range': 'error', // entry (an annotation, a comment or a memo), turn, turns
  'offset-out-of-range': 'error', // entry, turn, offset, length
  'empty-passage': 'error', // entry
  'no-place': 'error', // annotation: neither at nor quote
  'text-changed': 'warning', // transcript: its hash is not the one the file was written for
  'quote-differs': 'warning', // entry: the words at its place are not its quote
  unconfirmed: 'warning', // annotation: found again in a text that changed, and nobody has looked
  'held-words': 'warning', // entry, transcript: its quote or context has words that the transcript no longer has
  'unknown-scale': 'warning', // annotation, scale
  'rating-out-of-scale': 'warning', // annotation or rating, scale, value
  'unknown-rating': 'warning', // rating
  'dangling-link': 'warning', // episode, id: names an annotation that is not there
  'dangling-carry': 'warning', // episode, id, transcript: is carried over from one that is not there
  'link-kind': 'warning', // episode, id, code: a rupture that is none, a repair that is none
  'seal-broken': 'error', // coder: the released coding was changed
  // a codebook
  'duplicate-code': 'error', // code
  'duplicate-key': 'error', // key, code, other: siblings on one key
  'reserved-key': 'warning', // key, code
  'child-id': 'warning', // code, parent: the id of a child should begin with its parent's
  'no-codes': 'error',
  'unknown-scale-used': 'error', // code, scale
  'replaces-living': 'error', // code, replaced
  'shadowed-codebook': 'info', // other: the path, from this one, of a codebook above it
  // a study file
  'missing-transcript': 'warning', // transcript
  'listed-twice': 'error', // transcript
  'unknown-detector': 'error', // path: a method or parameter under `detectors`
} as const satisfies Record<string, Severity>;

export type FaultCode = keyof typeof faultSeverity;

/** One finding: what (a code), where, and the values its sentence needs. Never a word of a transcript's text. */
export interface Fault {
  readonly code: FaultCode;
  readonly severity: Severity;
  readonly range: Range;
  readonly data: Readonly<Record<string, string | number>>;
}

export function fault(code: FaultCode, range: Range, data: Fault['data'] = {}): Fault {
  return { code, severity: faultSeverity[code], range, data };
}
