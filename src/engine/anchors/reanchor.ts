import { anchoredIn } from '../annotations/anchored';
import { andThen, type Step } from '../annotations/change';
import { put, setTop } from '../annotations/edit';
import type { AnnotationFile } from '../annotations/file';
import { isMadeIn, printsOf } from '../annotations/prints';
import { sealHolds, sealOf } from '../annotations/seal';
import type { Anchored, Coding, LogEntry, Unconfirmed } from '../annotations/types';
import type { ParsedTranscript } from '../transcript/parse';
import { resolveAnchors } from './resolve';
import { noteOf, placesOfAnchors, takeOverText } from './takeOver';
import type { Anchor } from './types';

/** A transcript as it is now. */
export interface TextNow {
  readonly parsed: ParsedTranscript;
  /** `textHash` of its file. */
  readonly hash: string;
}

/** Whether a coding was made in the text as it is now. One written by hand may not say; then it was not. */
export function isOfText(coding: Pick<Coding, 'text'>, { parsed, hash }: TextNow): boolean {
  return isMadeIn(coding, hash, () => printsOf(parsed));
}

/** Where every annotation of a coding is in the text as it is now. */
function anchorsNow(
  coding: Pick<Coding, 'text'> & { readonly annotations: readonly Anchored[] },
  text: TextNow,
): readonly Anchor[] {
  // Other speakers make other turns of the same text, so that its hash alone says nothing of the places.
  return resolveAnchors(coding, text.parsed.turns, isOfText(coding, text) ? text.hash : '');
}

/** The same, as far as it is confirmed: what stands where it was, and was not confirmed yet, is as its file says. */
export function confirmedAnchors(coding: Coding, text: TextNow): readonly Anchor[] {
  const sameText = isOfText(coding, text);
  return anchorsNow(coding, text).map((anchor, index) => {
    const annotation = coding.annotations[index];
    const note = annotation?.unconfirmed;
    return note && (sameText || noteOf(annotation, anchor) === note) ? asNoted(anchor, note) : anchor;
  });
}

function asNoted(anchor: Anchor, { state, method, confidence }: Unconfirmed): Anchor {
  if (anchor.state === 'orphan') return anchor;
  return {
    ...anchor,
    state,
    method: methods.find((one) => one === method) ?? anchor.method,
    confidence: Math.min(Math.max(confidence ?? anchor.confidence, 0), 1),
  };
}

const methods = ['hash', 'turns', 'words', 'quote'] as const;

/** A coding goes over to the text as it is now, as the editor does it. */
function reanchor(file: AnnotationFile, text: TextNow): Step {
  const annotations = anchoredIn(file.coding);
  const places = placesOfAnchors(annotations, anchorsNow({ text: file.coding.text, annotations }, text));
  const { turns } = text.parsed;
  return takeOverText(file, turns, { sha256: text.hash, turns: printsOf(text.parsed) }, places);
}

/** The coding in the text as it is now; null where not all of it is found for certain. One that names no text stands as it is. */
export function codingIn(file: AnnotationFile, text: TextNow): Coding | null {
  const { coding } = file;
  if (!coding.text || isOfText(coding, text)) return coding;
  const certain = anchorsNow(coding, text).every(({ state }) => state === 'exact');
  return certain ? reanchor(file, text).file.coding : null;
}

/** Why a file is left as it is. `sealed`: it is released, and a person would have to confirm some of its places. */
export type LeftReason = 'duplicate-id' | 'seal-broken' | 'sealed';

/**
 * The same act on a file that may be released, and may be another person's (`logged`). Where nothing but places changed a seal
 * that held is put on anew; any other release is its coder's to take back.
 */
export function reanchorFile(
  file: AnnotationFile,
  text: TextNow,
  logged: Pick<LogEntry, 'at' | 'by'> | null,
): Step | LeftReason {
  const { released, annotations } = file.coding;
  if (new Set(annotations.map(({ id }) => id)).size < annotations.length) return 'duplicate-id';
  if (!sealHolds(file.coding)) return 'seal-broken';
  const certain = confirmedAnchors(file.coding, text).every(({ state }) => state === 'exact');
  if (released && !certain) return 'sealed';
  const moved = reanchor(file, text);
  const sealed = released
    ? andThen(moved, (now) => setTop(now, 'released', { ...released, sha256: sealOf(now.coding) }))
    : moved;
  return logged ? andThen(sealed, (now) => put(now, 'log', { ...logged, event: 'reanchored' })) : sealed;
}
