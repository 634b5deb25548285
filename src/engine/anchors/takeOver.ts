import { moveSpans, type MoveSpans } from '../annotations/followTurns';
import { andThen, type Step } from '../annotations/change';
import type { AnnotationFile } from '../annotations/file';
import { moveMemos, type MemoTurn } from '../annotations/memos';
import { moveTo, type Places } from '../annotations/moveTo';
import type { Anchored, Coding, Memo, Unconfirmed } from '../annotations/types';
import type { At } from '../transcript/at';
import type { Turn } from '../transcript/types';
import { imagesOf, type TurnImages } from './turnImages';
import { spansNow } from './turnSpans';
import type { Anchor } from './types';

/**
 * A coding goes over to a text that changed: what was found for certain stands there; what was found otherwise stands there
 * unconfirmed; what was not found keeps its words and where it was. Turns judged, segments rated and memos follow the turns.
 */
export function takeOverText(
  file: AnnotationFile,
  turns: readonly Turn[],
  text: NonNullable<Coding['text']>,
  places: Places,
  memos = memoTurns(file.coding, turns),
): Step {
  const move = spansIn(file.coding, turns);
  const spans = andThen(moveSpans(file, move, move), (now) => moveMemos(now, memos));
  return andThen(spans, (now) => moveTo(now, turns, places, text));
}

/** What `resolveAnchors` found, as places to be written. */
export function placesOfAnchors(annotations: readonly Anchored[], anchors: readonly Anchor[]): Places {
  const at = new Map<string, At | null>();
  const unsure = new Map<string, Unconfirmed | null>();
  for (const [index, anchor] of anchors.entries()) {
    const annotation = annotations[index];
    if (!annotation) continue;
    const note = noteOf(annotation, anchor);
    at.set(annotation.id, anchor.at);
    if (note || anchor.state === 'orphan') unsure.set(annotation.id, note);
  }
  return { at, unsure };
}

/** Why a person should look at an annotation that was found again; null where there is no need, or nothing was found. */
export function noteOf({ unconfirmed }: Anchored, anchor: Anchor): Unconfirmed | null {
  const { state, method, places } = anchor;
  if (state === 'orphan') return null;
  // It is where it was, and that was not confirmed yet.
  if (state === 'exact') return unconfirmed ?? null;
  if (unconfirmed && state === 'changed' && (method === 'hash' || method === 'turns')) return unconfirmed;
  const confidence = Math.round(anchor.confidence * 100) / 100;
  const note = { state, method: method ?? undefined, confidence };
  return state === 'ambiguous' ? { ...note, places } : note;
}

/** Turns judged and segments rated, found by the fingerprints of the turns. */
export function spansIn({ text }: Coding, turns: readonly Turn[]): MoveSpans {
  const found = imagesOf(text?.turns, turns);
  return (spans) => {
    const now = found ? spansNow(spans, found.images, turns.length) : spans;
    return now.flatMap(({ from, to }) =>
      from <= turns.length ? [{ from, to: Math.min(to, turns.length) }] : [],
    );
  };
}

function memoTurns({ text, memos }: Coding, turns: readonly Turn[]): ReadonlyMap<string, MemoTurn> {
  const found = imagesOf(text?.turns, turns);
  return new Map(
    memos.flatMap((memo) => (memo.at ? [[memo.id, memoTurn(memo, found, turns)] as const] : [])),
  );
}

/** The turn a memo is at in another text (from 1), by the fingerprints of the turns; null where it is no more. */
export function memoTurn({ at }: Memo, found: TurnImages | null, turns: readonly Turn[]): MemoTurn {
  const number = at?.turn ?? 0;
  if (!found) return number <= turns.length ? number : null;
  const image = found.images[number - 1];
  return image?.kind === 'at' ? image.turn + 1 : null;
}
