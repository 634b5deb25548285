import { standsAt } from '../annotations/quote';
import type { Anchored, Coding } from '../annotations/types';
import { wholeAt } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { freeRuns } from './freeText';
import { inSameTurns } from './inTurns';
import { inWords, type Ground } from './inWords';
import { imagesOf } from './turnImages';
import { ambiguous, orphan, placed, type Anchor } from './types';

/**
 * Finds every annotation of a coding in the text as it is now (`turns`, with the hash of its file), in the order of the product's
 * section 4: the very text; turns by their fingerprints; words, in what no unchanged turn accounts for; and else nowhere. Nothing is
 * guessed: of several equally good places none is taken.
 */
export function resolveAnchors(
  { annotations, text }: Pick<Coding, 'text'> & { readonly annotations: readonly Anchored[] },
  turns: readonly Turn[],
  hash: string,
): readonly Anchor[] {
  if (text === undefined || text.sha256 === hash) {
    const ground: Ground = { turns, images: null, runs: freeRuns(turns, null) };
    return annotations.map(
      (annotation) =>
        asWritten(annotation, turns) ??
        asOffered(annotation, turns) ??
        byItsQuote(annotation, ground) ??
        orphan(annotation.id),
    );
  }
  const images = imagesOf(text.turns, turns);
  const ground: Ground = { turns, images, runs: freeRuns(turns, images) };
  return annotations.map(
    (annotation) =>
      inSameTurns(annotation, turns, images) ?? inWords(annotation, ground) ?? orphan(annotation.id),
  );
}

/** Several places were offered in this very text, and nobody has chosen. */
function asOffered({ id, unconfirmed }: Anchored, turns: readonly Turn[]): Anchor | null {
  if (unconfirmed?.state !== 'ambiguous') return null;
  const places = (unconfirmed.places ?? []).flatMap((at) => wholeAt(turns, at) ?? []);
  return places.length > 0 ? ambiguous(id, 'turns', unconfirmed.confidence ?? 0, places) : null;
}

/** A person wrote its words and not its place. */
function byItsQuote(annotation: Anchored, ground: Ground): Anchor | null {
  return annotation.at || annotation.was ? null : inWords(annotation, ground);
}

/** Its file was written for this text, or by hand and says of none. */
function asWritten(annotation: Anchored, turns: readonly Turn[]): Anchor | null {
  const { id } = annotation;
  const at = annotation.at ? wholeAt(turns, annotation.at) : null;
  const standing = standsAt(turns, annotation);
  if (at && standing === 'exact') return placed(id, 'exact', 'hash', 1, at);
  // The file says other words than stand there: a person has to look.
  return at && standing === 'differs' ? placed(id, 'changed', 'hash', 0.5, at) : null;
}
