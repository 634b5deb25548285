import type * as vscode from 'vscode';
import type { Coding } from '../engine/annotations/types';
import type { Codebook } from '../engine/codebook/types';
import type { Sight } from '../engine/study/blinding';
import type { KnownStanding } from '../engine/study/progress';
import type { SessionFacts, Study } from '../engine/study/types';
import type { ParsedTranscript } from '../engine/transcript/parse';
import type { FaultyFile } from './found';
import type { HiddenPerson } from './person';

/** A study as its folder holds it now: every file of a person read through the gate for whoever codes in this window. */
export interface StudyShape {
  /** The folder of the study file; without one, the workspace folder. */
  readonly root: vscode.Uri;
  /** Null where there is no study file. */
  readonly studyUri: vscode.Uri | null;
  /** Null where there is no study file, or it cannot be read. Nothing of what it hides from whoever codes here. */
  readonly study: Study | null;
  readonly sight: Sight;
  /** By case (in the study file's order, then by name), within a case by session number, then by path. */
  readonly sessions: readonly StudyTranscript[];
  /** Annotation files without their transcript, one's own first. */
  readonly loose: readonly LooseFile[];
  /** Paths that the study file lists and that are not there. */
  readonly missing: readonly string[];
}

/** An annotation file whose transcript is not beside it: moved or renamed by another program. Nothing of what it says but this. */
export interface LooseFile extends FaultyFile {
  /** Name of the transcript it is about. */
  readonly transcript: string;
  readonly coder: string;
  readonly own: boolean;
}

/** A transcript of a study, on disk or open in an editor. */
export interface StudyTranscript {
  readonly uri: vscode.Uri;
  /** From `root`, with `/`. */
  readonly path: string;
  readonly facts: SessionFacts;
  readonly codebook: Codebook;
  /** Number of turns. */
  readonly turns: number;
  /** The text: the editor's where it is open, else that on disk. */
  readonly parsed: () => Promise<ParsedTranscript>;
  /** The people whose work may be seen, one's own first. */
  readonly codings: readonly SeenCoding[];
  /** The people whose work may not be seen, and why. */
  readonly hidden: readonly HiddenPerson[];
  /** All whose work may not be seen, also those of whom nothing is told: for what is counted, never for a list. */
  readonly unseen: readonly HiddenPerson[];
  /** Ids of the coders the study's plan names for it, as far as they may be known. */
  readonly planned: readonly string[];
  /** Coders with more than one file about it. */
  readonly twice: readonly string[];
  /** The transcript itself, or annotation files that look like its own, where they cannot be read. */
  readonly unreadable: readonly vscode.Uri[];
}

/** A study as its rows show it: what another window knew of a file may stand for the file. */
export interface StudyOutline extends Omit<StudyShape, 'sessions'> {
  readonly sessions: readonly SessionOutline[];
}

/** A transcript with who codes it and how far they are, and nothing of what they coded. */
export interface SessionOutline extends Omit<StudyTranscript, 'parsed' | 'codings'> {
  readonly codings: readonly SeenStanding[];
}

export interface SeenStanding extends Omit<SeenCoding, 'coding' | 'sameText'> {
  readonly coding: KnownStanding;
}

/** Somebody's coding of a transcript that may be seen. */
export interface SeenCoding {
  readonly uri: vscode.Uri;
  readonly coding: Coding;
  readonly own: boolean;
  /** It was made in the very text that is there: its places are certain where its words stand. */
  readonly sameText: boolean;
  /** How many turns its coder judged. */
  readonly judged: number;
}
