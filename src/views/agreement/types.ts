import type * as vscode from 'vscode';
import type { Agreement } from '../../engine/agreement/agreement';
import type { ComparedSession, NotCompared, UnitKind } from '../../engine/agreement/compared';
import type { CoderRole } from '../../engine/annotations/types';
import type { SessionFacts, Training } from '../../engine/study/types';

export type AgreementScope = 'session' | 'case' | 'study';

/** What agreement is counted in, or passages as they begin and end. */
export type UnitChoice = UnitKind | 'spans';

/** Words for sizes, by which systems: for κ or α, and for the ICC. */
export type BandChoice = 'off' | 'classic' | 'strict';

/** What is asked of the page. */
export interface Asked {
  readonly scope: AgreementScope;
  /** The session, or the case it belongs to; the transcript last looked at where none is named. */
  readonly transcript: vscode.Uri | null;
  /** Ids, each once; the first is the trainee where there is a gold coding, the second the gold. */
  readonly coders: readonly string[];
  /** Null: as the study says. */
  readonly unit: UnitChoice | null;
  readonly bands: BandChoice;
  readonly gold: string | null;
}

/** Somebody who has a file on a session of the scope, seen or not. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly role: CoderRole;
}

/** Why a coding is in no figure: a code, worded on the page. */
export type LeftOutReason =
  | NotCompared
  | 'you-have-not-released'
  | 'nobody-is-coding'
  | 'not-coded'
  | 'duplicate-file'
  | 'unreadable-annotations'
  | 'unreadable-transcript'
  | 'unreadable-study';

export interface LeftOutCoding {
  readonly session: string;
  /** Null where it is the transcript itself. */
  readonly coder: string | null;
  readonly reason: LeftOutReason;
}

/** Everything agreement is reckoned of, as far as whoever looks may see it. */
export interface Gathered {
  /** Who may be chosen. */
  readonly people: readonly Compared[];
  /** Who is compared. */
  readonly coders: readonly Compared[];
  /** Sessions that all of them coded, sealed, and that are of one codebook. */
  readonly sessions: readonly ComparedSession[];
  /** The same of every two of them, where they are more. */
  readonly pairs: readonly {
    readonly coders: readonly Compared[];
    readonly sessions: readonly ComparedSession[];
  }[];
  readonly leftOut: readonly LeftOutCoding[];
  /** Sessions of the scope. */
  readonly total: number;
  readonly unit: UnitKind;
  readonly backChannels: boolean;
  readonly blind: boolean;
  /** Sessions in which one of them had looked at another's codes before release. */
  readonly looked: number;
  readonly training: Training | null;
  /** Where the sessions of the scope are and what is known of them, by their paths. */
  readonly places: ReadonlyMap<string, { readonly uri: vscode.Uri; readonly facts: SessionFacts }>;
}

export interface Reckoned {
  readonly gathered: Gathered;
  readonly whole: Agreement;
  readonly pairs: readonly { readonly coders: readonly Compared[]; readonly agreement: Agreement }[];
  readonly sessions: readonly { readonly path: string; readonly agreement: Agreement }[];
}
