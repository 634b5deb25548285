import { wholeAt } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { andThen, type Step } from './change';
import { put, setTop } from './edit';
import type { AnnotationFile } from './file';
import { describe } from './quote';
import type { Annotation, At, Coding, LooseAt, Unconfirmed } from './types';

/** Where annotations are in a text, by id. */
export interface Places {
  /** Null for one that has no place; one that is missing here stays as it is written. */
  readonly at: ReadonlyMap<string, At | null>;
  /** Those a person should look at, with what is known of how they were found; null where nothing is. */
  readonly unsure: ReadonlyMap<string, Unconfirmed | null>;
}

/**
 * Writes where annotations stand in the text now, and which text that is. One that has no place any more keeps its words and
 * everything else, and where it was as `was`. Those that are unsure get their new place but keep the words they were coded for,
 * so that everybody who reads the file sees the difference.
 */
export function moveTo(
  file: AnnotationFile,
  turns: readonly Turn[],
  { at: places, unsure }: Places,
  text: NonNullable<Coding['text']>,
): Step {
  const moved = file.coding.annotations.flatMap((annotation) => {
    const at = places.get(annotation.id);
    if (at === undefined) return [];
    const next = at === null ? withoutPlace(annotation, unsure) : placed(annotation, at, turns, unsure);
    return isSame(annotation, next) ? [] : [next];
  });
  return andThen(put(file, 'annotations', moved), (now) => setTop(now, 'text', text));
}

/** Whether a move changes nothing: most annotations of a file stay where they are. */
function isSame(before: Annotation, after: Annotation): boolean {
  return (
    before.at === after.at &&
    before.was === after.was &&
    before.unconfirmed === after.unconfirmed &&
    before.quote === after.quote &&
    before.quote_sha256 === after.quote_sha256 &&
    before.speaker === after.speaker &&
    before.context?.before === after.context?.before &&
    before.context?.after === after.context?.after
  );
}

function withoutPlace(annotation: Annotation, unsure: Places['unsure']): Annotation {
  const { at, was, unconfirmed, context: _, ...rest } = annotation;
  const note = unsure.has(annotation.id) ? unsure.get(annotation.id) : unconfirmed;
  const ambiguous = note?.state === 'ambiguous' ? note : undefined;
  if (at === undefined && ambiguous === unconfirmed) return annotation;
  return { ...rest, was: at ?? was, unconfirmed: ambiguous };
}

/** The annotation at its new place. */
function placed(
  annotation: Annotation,
  at: At,
  turns: readonly Turn[],
  unsure: Places['unsure'],
): Annotation {
  const { was: _was, unconfirmed, ...rest } = annotation;
  const isUnsure = unsure.has(annotation.id);
  const note = isUnsure ? (unsure.get(annotation.id) ?? unconfirmed) : undefined;
  const moved = { ...rest, at: sameAsWritten(annotation, turns, at), unconfirmed: note };
  const words = describe(turns, at);
  if (!words) return moved;
  const { speaker, context, quote, quote_sha256 } = words;
  return isUnsure ? { ...moved, speaker, context } : { ...moved, speaker, context, quote, quote_sha256 };
}

/** A place a person wrote shorter (`at: { turn: 3 }`) stays as it is where it says the same. */
function sameAsWritten({ at }: Annotation, turns: readonly Turn[], now: At): LooseAt {
  const written = at && wholeAt(turns, at);
  const same =
    written?.turn === now.turn &&
    written.start === now.start &&
    written.end === now.end &&
    (written.end_turn ?? now.turn) === (now.end_turn ?? now.turn);
  return at && same ? at : now;
}
