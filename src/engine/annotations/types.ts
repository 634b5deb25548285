/** The annotation file as data (product: `NAME.CODER.alliance.yaml`). Keys are the file's own. */

import type { LooseAt } from '../transcript/at';

export interface Context {
  readonly before: string;
  readonly after: string;
}

/** Why a person should look at an annotation before it counts as certain: how it was found again in a text that had changed. */
export interface Unconfirmed {
  /** `moved`: its words stand elsewhere. `changed`: most of them stand there. `ambiguous`: several places are equally good. */
  readonly state: 'moved' | 'changed' | 'ambiguous';
  /** By the turns that did not change (`turns`), by the words in a turn that did (`words`), or elsewhere (`quote`). */
  readonly method?: string | undefined;
  /** 0 to 1: how much of the words and of what stood around them is there. */
  readonly confidence?: number | undefined;
  /** The equally good places of an ambiguous one (`at` is missing then). */
  readonly places?: readonly LooseAt[] | undefined;
}

/** What the consensus file records of an entry: the entries it was made from (`CODER/ID`), what was decided, why and by whom. */
export interface Decided {
  readonly from?: readonly string[] | undefined;
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
}

/** What is known of a passage that somebody coded, or commented on: where it is, and which words it was. */
export interface Anchored {
  readonly id: string;
  readonly at?: LooseAt | undefined;
  /** Where a passage stood that has no place any more (`at` is missing then). */
  readonly was?: LooseAt | undefined;
  /** It was found again in a text that had changed, and nobody has looked yet. */
  readonly unconfirmed?: Unconfirmed | undefined;
  readonly quote?: string | undefined;
  readonly quote_sha256?: string | undefined;
  readonly context?: Context | undefined;
}

export interface Annotation extends Anchored, Decided {
  readonly code: string;
  readonly speaker?: string | undefined;
  readonly ratings?: Readonly<Record<string, number>> | undefined;
  readonly note?: string | undefined;
  readonly created?: string | undefined;
}

export interface CarriedOver {
  readonly transcript: string;
  readonly episode: string;
}

export interface Episode extends Decided {
  readonly id: string;
  readonly ruptures: readonly string[];
  readonly repairs: readonly string[];
  readonly resolution?: number | undefined;
  readonly carried_over?: CarriedOver | undefined;
  readonly note?: string | undefined;
}

export interface SegmentScope {
  readonly segment: number;
  readonly from_turn: number;
  readonly to_turn: number;
}

export interface Rating extends Decided {
  readonly rating: string;
  readonly scope: 'session' | SegmentScope;
  readonly value: number | 'na';
  readonly note?: string | undefined;
}

/**
 * A decision of the consensus that left no entry: what these entries (`CODER/ID`) say was not taken over. Of those that left
 * one, the entry tells.
 */
export interface Dropped extends Decided {
  readonly from: readonly string[];
  readonly decision: string;
  /** ISO 8601, UTC. */
  readonly at?: string | undefined;
}

export interface Memo {
  readonly id: string;
  readonly text: string;
  readonly at?: LooseAt | undefined;
  /** Where a memo stood whose turn is no more (`at` is missing then). */
  readonly was?: LooseAt | undefined;
}

/** What somebody says to others: about an annotation (`about`), a passage (its place and words), or a comment (`reply_to`). */
export interface Comment extends Anchored {
  readonly about?: string | undefined;
  readonly reply_to?: string | undefined;
  readonly text: string;
  readonly created?: string | undefined;
}

export interface LogEntry {
  readonly at: string;
  readonly event:
    | 'released'
    | 'taken_back'
    | 'looked'
    | 'resolved'
    | 'reopened'
    | 'sent_back'
    | 'approved'
    | 'masked'
    | 'moved'
    | 'reanchored';
  readonly about?: string | undefined;
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
}

/**
 * A value that another version of this file has: the entry holds one of the two, this the other, until the person decides.
 */
export interface Conflict {
  readonly id: string;
  /** `annotations/k7f3m2q9`, or a key of the file itself. */
  readonly about: string;
  /** Which of the entry's fields, `ratings.clarity` for a value on a scale; missing where the other version deleted the entry. */
  readonly field?: string | undefined;
  /** What the other version says; missing where it says nothing. A place (`at`) with all that belongs to it. */
  readonly value?: unknown;
  /** Where the other version was found. */
  readonly from?: string | undefined;
}

export interface TurnSpan {
  readonly from: number;
  readonly to: number;
}

export type CoderRole = 'coder' | 'supervisor' | 'consensus';

/** Everything one person wrote about one transcript. */
export interface Coding {
  readonly alliance: number;
  readonly transcript: string;
  readonly coder: string;
  readonly name?: string | undefined;
  readonly role: CoderRole;
  readonly codebook?: { readonly id: string; readonly version: string } | undefined;
  readonly text?: { readonly sha256: string; readonly turns?: string | undefined } | undefined;
  readonly coded?: readonly TurnSpan[] | undefined;
  readonly released?: { readonly at: string; readonly sha256: string } | undefined;
  readonly annotations: readonly Annotation[];
  readonly episodes: readonly Episode[];
  readonly ratings: readonly Rating[];
  readonly decisions: readonly Dropped[];
  readonly memos: readonly Memo[];
  readonly comments: readonly Comment[];
  readonly log: readonly LogEntry[];
  readonly conflicts: readonly Conflict[];
}
