import { wholeAt } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { commentAnchor, hasPassage } from './anchored';
import { andThen, type Step } from './change';
import { put, setTop } from './edit';
import type { AnnotationFile } from './file';
import { describe } from './quote';
import type { Anchored, Coding, Unconfirmed } from './types';
import type { At, LooseAt } from '../transcript/at';

/** Where annotations are in a text, by id, and comments by `commentAnchor`. */
export interface Places {
  /** Null for one that has no place; one that is missing here stays as it is written. */
  readonly at: ReadonlyMap<string, At | null>;
  /** Those a person should look at, with what is known of how they were found; null where nothing is. */
  readonly unsure: ReadonlyMap<string, Unconfirmed | null>;
}

/** What a move changes of an entry. */
type Place = Omit<Anchored, 'id'> & { readonly speaker?: string | undefined };

/**
 * Writes where annotations and comments stand in the text now, and which text that is. One that has no place any more keeps its
 * words and everything else, and where it was as `was`. Those that are unsure get their new place but keep the words they were made
 * for, so that everybody who reads the file sees the difference.
 */
export function moveTo(
  file: AnnotationFile,
  turns: readonly Turn[],
  places: Places,
  text: NonNullable<Coding['text']>,
): Step {
  const { annotations, comments } = file.coding;
  const moved = annotations.flatMap((annotation) => {
    const place = moveOf(annotation, annotation.id, turns, places);
    return place ? [{ ...annotation, ...place }] : [];
  });
  const remarks = comments.filter(hasPassage).flatMap((comment) => {
    const { speaker: _, ...place } = moveOf(comment, commentAnchor(comment.id), turns, places) ?? {};
    return 'at' in place ? [{ ...comment, ...place }] : [];
  });
  const written = andThen(put(file, 'annotations', moved), (now) => put(now, 'comments', remarks));
  return andThen(written, (now) => setTop(now, 'text', text));
}

/** What an entry's move changes of it; null where that is nothing, as for most entries of a file. */
function moveOf(
  entry: Anchored & Place,
  name: string,
  turns: readonly Turn[],
  { at: places, unsure }: Places,
): Place | null {
  const at = places.get(name);
  if (at === undefined) return null;
  const note = unsure.get(name);
  const next =
    at === null
      ? withoutPlace(entry, unsure.has(name) ? note : entry.unconfirmed)
      : unsure.has(name)
        ? { ...placed(entry, at, turns), unconfirmed: note ?? entry.unconfirmed, ...wordsOf(entry) }
        : placed(entry, at, turns);
  return isSame(entry, next) ? null : next;
}

function isSame(before: Place, after: Place): boolean {
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

/** What is known of an entry without a place: where it was, and the places that would do. */
function withoutPlace(entry: Anchored & Place, note: Unconfirmed | null | undefined): Place {
  const { at, was, unconfirmed, speaker } = entry;
  const ambiguous = note?.state === 'ambiguous' ? note : undefined;
  if (at === undefined && ambiguous === unconfirmed) return entry;
  return {
    ...wordsOf(entry),
    speaker,
    at: undefined,
    was: at ?? was,
    unconfirmed: ambiguous,
    context: undefined,
  };
}

/** An entry at its new place, with the words that stand there. */
function placed(entry: Anchored & Place, at: At, turns: readonly Turn[]): Place {
  const { speaker, context } = entry;
  const place = { at: sameAsWritten(entry, turns, at), was: undefined, unconfirmed: undefined };
  const words = describe(turns, at);
  if (!words) return { ...place, ...wordsOf(entry), speaker, context };
  return { ...place, ...words, quote_sha256: words.quote_sha256 };
}

function wordsOf({ quote, quote_sha256 }: Place): Pick<Place, 'quote' | 'quote_sha256'> {
  return { quote, quote_sha256 };
}

/** A place a person wrote shorter (`at: { turn: 3 }`) stays as it is where it says the same. */
function sameAsWritten({ at }: Anchored, turns: readonly Turn[], now: At): LooseAt {
  const written = at && wholeAt(turns, at);
  const same =
    written?.turn === now.turn &&
    written.start === now.start &&
    written.end === now.end &&
    (written.end_turn ?? now.turn) === (now.end_turn ?? now.turn);
  return at && same ? at : now;
}
