import { joinSpans } from '../annotations/acts';
import type { TurnSpan } from '../annotations/types';
import type { TurnImage } from './alignTurns';

/**
 * Where stretches of turns (from 1, the last included) are now: the turns a coder judged, the turns a segment rating is about. Turns that
 * changed count where all of the turns they stand in place of did, since a corrected word is no new turn; turns that came do not.
 */
export function spansNow(
  spans: readonly TurnSpan[],
  images: readonly TurnImage[],
  turns: number,
): TurnSpan[] {
  const within = turnsIn(spans, images.length);
  const stretches = [...stretchesOf(images, turns)].filter(({ old, next }) => {
    const before = range(old);
    // Where no turn was before, those that came are new.
    return before.length > 0 && next.first <= next.last && before.every((turn) => within.has(turn));
  });
  return joinSpans(stretches.map(({ next }) => ({ from: next.first + 1, to: next.last + 1 })));
}

interface Stretch {
  readonly first: number;
  /** Before `first` where it is empty. */
  readonly last: number;
}

/** Unchanged turns one by one, and between them what changed: old turns beside the new ones that stand in their place. */
function* stretchesOf(
  images: readonly TurnImage[],
  turns: number,
): Generator<{ readonly old: Stretch; readonly next: Stretch }> {
  let [oldFirst, nextFirst] = [0, 0];
  for (const [index, image] of images.entries()) {
    if (image.kind !== 'at') continue;
    yield { old: { first: oldFirst, last: index - 1 }, next: { first: nextFirst, last: image.turn - 1 } };
    yield { old: { first: index, last: index }, next: { first: image.turn, last: image.turn } };
    [oldFirst, nextFirst] = [index + 1, image.turn + 1];
  }
  yield { old: { first: oldFirst, last: images.length - 1 }, next: { first: nextFirst, last: turns - 1 } };
}

function range({ first, last }: Stretch): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The turns of some stretches (indices from 0), as far as there are any. */
function turnsIn(spans: readonly TurnSpan[], count: number): ReadonlySet<number> {
  return new Set(
    spans.flatMap(({ from, to }) => range({ first: Math.max(0, from - 1), last: Math.min(count, to) - 1 })),
  );
}
