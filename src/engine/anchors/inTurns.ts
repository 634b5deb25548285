import { quoteOf, standsAt } from '../annotations/quote';
import type { Anchored } from '../annotations/types';
import type { At, LooseAt } from '../transcript/at';
import { codePointLength } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import type { TurnImage } from './alignTurns';
import type { Form, TurnImages } from './turnImages';
import { areItsWords } from './itsWords';
import { ambiguous, placed, type Anchor } from './types';

/** Looks for an annotation in the turns it was made in, where they did not change; null where that says nothing. */
export function inSameTurns(
  annotation: Anchored,
  turns: readonly Turn[],
  found: TurnImages | null,
): Anchor | null {
  const { at } = annotation;
  if (!found || !at) return null;
  const endTurn = at.end_turn ?? at.turn;
  const images = found.images.slice(at.turn - 1, endTurn);
  const [first, last] = [images[0], images[endTurn - at.turn]];
  if (!first || !last) return null;
  if (first.kind === 'unclear' || last.kind === 'unclear')
    return inOneOf(annotation, at, images, turns, found);
  if (first.kind === 'gone' || last.kind === 'gone') return inMovedTurn(annotation, at, turns, found);
  const place = placeIn(at, first.turn, last.turn, turns, found.forms);
  const whole = images.every((image, index) => image.kind === 'at' && image.turn === first.turn + index);
  if (!place) return null;
  if (whole && saysTheSame(annotation, place, turns))
    return placed(annotation.id, 'exact', 'turns', 1, place);
  const kept = images.filter(({ kind }) => kind === 'at').length;
  const confidence = Math.min(0.9, kept / (last.turn - first.turn + 1));
  return placed(annotation.id, 'changed', 'turns', confidence, place);
}

/** Several turns may be the one it was made in: none is taken. */
function inOneOf(
  { id }: Anchored,
  at: LooseAt,
  images: readonly TurnImage[],
  turns: readonly Turn[],
  { forms }: TurnImages,
): Anchor | null {
  const candidates = images[0]?.kind === 'unclear' ? images[0].turns : turnsOf(images[0]);
  const places = candidates.flatMap((turn) => {
    const fits = images.every((image, index) => turnsOf(image).includes(turn + index));
    return fits ? (placeIn(at, turn, turn + images.length - 1, turns, forms) ?? []) : [];
  });
  return places.length > 0 ? ambiguous(id, 'turns', 1 / (places.length + 1), places) : null;
}

function turnsOf(image: TurnImage | undefined): readonly number[] {
  if (image?.kind === 'at') return [image.turn];
  return image?.kind === 'unclear' ? image.turns : [];
}

/** Turns that all went to another place together. */
function inMovedTurn(
  annotation: Anchored,
  at: LooseAt,
  turns: readonly Turn[],
  { moved, forms }: TurnImages,
): Anchor | null {
  const first = moved.get(at.turn - 1);
  const count = (at.end_turn ?? at.turn) - at.turn + 1;
  const together = Array.from({ length: count }, (_, index) => moved.get(at.turn - 1 + index)).every(
    (turn, index) => first !== undefined && turn === first + index,
  );
  if (first === undefined || !together || (turns[first]?.text.length ?? 0) < leastMoved) return null;
  const place = placeIn(at, first, first + count - 1, turns, forms);
  return place && saysTheSame(annotation, place, turns)
    ? placed(annotation.id, 'moved', 'turns', 0.9, place)
    : null;
}

/** A back-channel that is gone here and there there is no turn that moved. */
const leastMoved = 20;

function saysTheSame(annotation: Anchored, at: At, turns: readonly Turn[]): boolean {
  if (standsAt(turns, { ...annotation, at }) === 'exact') return true;
  // What a formatter broke into lines stood on one.
  const whole = turns
    .slice(at.turn - 1, at.end_turn ?? at.turn)
    .map((turn) => ({ ...turn, text: turn.text.replaceAll('\n', ' ') }));
  const within = at.end_turn === undefined ? { ...at, turn: 1 } : { ...at, turn: 1, end_turn: whole.length };
  return [quoteOf(turns, at), quoteOf(whole, within)].some(
    (words) => words !== null && areItsWords(annotation, words),
  );
}

/** The same passage in other turns (indices from 0); null where they are too short for it. */
function placeIn(
  at: LooseAt,
  first: number,
  last: number,
  turns: readonly Turn[],
  forms: ReadonlyMap<number, Form>,
): At | null {
  const [from, to] = [turns[first], turns[last]];
  if (!from || !to) return null;
  const start = at.start === undefined ? 0 : offsetNow(from.text, forms.get(first), at.start);
  const end = at.end === undefined ? codePointLength(to.text) : offsetNow(to.text, forms.get(last), at.end);
  if (start === null || end === null || (first === last && start >= end)) return null;
  return first === last
    ? { turn: first + 1, start, end }
    : { turn: first + 1, start, end_turn: last + 1, end };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** An offset (code points) of a text in another form of Unicode, in the text as it is; null behind its end. */
function offsetNow(text: string, form: Form | undefined, offset: number): number | null {
  if (!form) return offset <= codePointLength(text) ? offset : null;
  let [before, now] = [0, 0];
  for (const { segment } of graphemes.segment(text)) {
    if (before >= offset) break;
    before += codePointLength(segment.normalize(form));
    now += codePointLength(segment);
  }
  return before >= offset ? now : null;
}
