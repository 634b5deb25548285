import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import type { Anchor } from '../../src/engine/anchors/types';
import type { Annotation } from '../../src/engine/annotations/types';
import { edited, editNames, normalisationNames } from './dialogueEdits';
import {
  annotate,
  atOf,
  below,
  dialogueOf,
  passageOf,
  pick,
  plain,
  read,
  said,
  textOf,
  type Random,
  type Read,
  type Session,
  type Span,
} from './editedDialogue';

/** A text, and what was made of it by edits of these names. */
export interface EditedText {
  readonly names: readonly string[];
  readonly before: Session;
  readonly after: Session;
  readonly old: Read;
  readonly now: Read;
}

export function editedText(next: Random): EditedText {
  const blank = { dialogue: dialogueOf(next, 20 + below(next, 20)), style: plain };
  const before = next() < 0.2 ? edited(next, blank, pick(next, normalisationNames, 'form')) : blank;
  const names = Array.from({ length: 1 + below(next, 6) }, () => pick(next, editNames, 'go'));
  const after = names.reduce((session, name) => edited(next, session, name), before);
  return { names, before, after, old: readAs(before), now: readAs(after) };
}

/** What the engine reads is what the model means. */
function readAs(session: Session): Read {
  const found = read(textOf(session));
  assert.deepEqual(
    found.turns.map(({ text }) => text),
    session.dialogue.map(({ letters }) => said(letters)),
  );
  return found;
}

/** Annotations of passages of the text before, up to so many. */
export function annotatedIn(
  next: Random,
  { before: { dialogue }, old }: EditedText,
  passages: number,
): { readonly annotations: readonly Annotation[]; readonly spans: readonly Span[] } {
  const spans = Array.from({ length: passages }, () => passageOf(next, dialogue)).filter(
    (span) => span !== null,
  );
  return {
    spans,
    annotations: spans.map((span, index) => annotate(`a${index}`, atOf(dialogue, span), old.turns)),
  };
}

/** Where they are in the text after. */
export function anchorsIn({ old, now }: EditedText, annotations: readonly Annotation[]): readonly Anchor[] {
  return resolveAnchors({ annotations, text: { sha256: old.hash, turns: old.prints } }, now.turns, now.hash);
}
