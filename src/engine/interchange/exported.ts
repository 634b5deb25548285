import { spansIn } from '../anchors/takeOver';
import { placesInText } from '../retrieve/retrieve';
import type { Annotation, Coding } from '../annotations/types';
import type { At } from '../transcript/at';
import type { Codebook } from '../codebook/types';
import type { SessionFacts, Study } from '../study/types';
import type { ParsedTranscript } from '../transcript/parse';
import type { Loss } from './losses';

/** What an export is made of: a transcript, a case or a study, as far as the person who exports may see it. */
export interface ExportedStudy {
  /** What the project is called: the study's title, else its folder or the transcript. */
  readonly name: string;
  readonly study: Study | null;
  /** In the order of the study: by case, session, path. */
  readonly sessions: readonly ExportedSession[];
  /** Sessions of the same cases that are not exported: an episode of theirs may go on in those that are. */
  readonly around?: readonly ExportedSession[];
}

export interface ExportedSession {
  /** From the study's folder, with `/`. */
  readonly path: string;
  readonly facts: SessionFacts;
  readonly transcript: ParsedTranscript;
  readonly codebook: Codebook;
  /** By coder's id; the consensus is one of them. */
  readonly codings: readonly ExportedCoding[];
  /** Files of supervisors, who code no session: their comments and memos are for those who read it. */
  readonly reviews?: readonly Coding[];
}

export interface ExportedCoding {
  /** The turns judged are those of the transcript as it is now. */
  readonly coding: Coding;
  /** Where its annotations stand in the transcript. Those that are not certain, or nowhere, are missing. */
  readonly places: ReadonlyMap<Annotation, At>;
}

/**
 * A coding with the places that are certain: what is not, or is still to be confirmed, is in no export, and is said to be
 * missing. One written by hand that does not say for which text it was made is taken at its word, as in every figure.
 *
 * @param sameText It was made in this very text.
 */
export function exportedCoding(
  coding: Coding,
  { turns }: ParsedTranscript,
  sameText: boolean,
): ExportedCoding {
  const isHere = sameText || coding.text === undefined;
  const places = new Map<Annotation, At>();
  for (const [annotation, { at, state }] of placesInText(coding, isHere)(turns)) {
    if (at && state === 'certain' && !annotation.unconfirmed) places.set(annotation, at);
  }
  const { coded } = coding;
  const moved = isHere || !coded ? coding : { ...coding, coded: spansIn(coding, turns)(coded) };
  return { coding: moved, places };
}

/** A file of an export, to be written beside the others. */
export interface ExportedFile {
  /** A name, or a path with `/` below the folder of the export. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The files of an export, the one that was asked for first, and what they cannot carry. */
export interface Export {
  readonly files: readonly ExportedFile[];
  readonly losses: readonly Loss[];
}

/** What a person chooses of every export. */
export interface ExportOptions {
  /** Quotes, contexts, notes, memos and comments are text, and stand in an export only where they are asked for. */
  readonly text: boolean;
  /** `Alliance Coder 1.0.0`. */
  readonly origin: string;
}
