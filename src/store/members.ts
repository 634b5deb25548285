import type { Coding } from '../engine/annotations/types';
import type { Codebook } from '../engine/codebook/types';
import { codingShown } from '../engine/study/blinding';
import type { SessionFacts } from '../engine/study/types';
import type { Transcript } from '../engine/transcript/types';
import type { CodedTranscript } from './codedTranscript';
import { liveCoding } from './liveCoding';
import type { SeenCoding, StudyTranscript } from './studyShape';

/**
 * What a session gives to the case: `coded` is in all figures. Of `text-changed` the places are not certain before the
 * transcript is opened; `hidden` is closed by the gate; `missing` is listed in the study and not there.
 */
export type Standing = 'coded' | 'not-coded' | 'text-changed' | 'hidden' | 'missing';

/** A session to reckon: a coding that may be seen, and its text on demand. */
export interface CodedMember {
  /** From the study's folder, with `/`: what it is called in every figure. */
  readonly path: string;
  readonly facts: SessionFacts;
  readonly codebook: Codebook;
  readonly coding: Coding;
  readonly parsed: () => Promise<Transcript>;
  /** The same object as long as the text is the same. */
  readonly text: object;
}

/** A session as far as it has passed the gate. */
export type SeenSession = Pick<
  StudyTranscript,
  'uri' | 'path' | 'facts' | 'codebook' | 'codings' | 'hidden' | 'parsed'
>;

/** Where a session stands with a coder, and what there is to reckon; open in an editor, it is as it stands there. */
export function memberOf(
  session: SeenSession,
  coder: string,
  open: CodedTranscript | undefined,
): { readonly standing: Standing; readonly coded: CodedMember | null } {
  const seen = session.codings.find(({ coding }) => coding.coder === coder);
  if (!seen) return { standing: isHidden(session, coder) ? 'hidden' : 'not-coded', coded: null };
  // A coding written by hand names no text, and is taken as it stands.
  if (!open && !seen.sameText && seen.coding.text !== undefined)
    return { standing: 'text-changed', coded: null };
  return { standing: 'coded', coded: codedMember(session, seen, open) };
}

function isHidden({ hidden }: SeenSession, coder: string): boolean {
  return hidden.some((each) => each.coder === coder);
}

function codedMember(
  { path, facts, codebook, parsed }: SeenSession,
  { coding }: SeenCoding,
  open: CodedTranscript | undefined,
): CodedMember {
  const person = open?.people.find(({ file }) => open.sight.nameOf(file.file.coding.coder) === coding.coder);
  if (!open || !person) return { path, facts, codebook, coding, text: parsed, parsed };
  const text = open.parsed;
  const live = codingShown(liveCoding(open, person), open.sight);
  return { path, facts, codebook, coding: live, text, parsed: () => Promise.resolve(text) };
}
