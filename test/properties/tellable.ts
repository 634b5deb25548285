import type { Anchor } from '../../src/engine/anchors/types';
import type { Annotation } from '../../src/engine/annotations/types';
import { isBlank, lettersIn, said, spanOf, type Dialogue, type Session, type Span } from './editedDialogue';
import { contextOf, idsIn, sideLeft, type Fate, type Letters } from './fates';
import type { MinimalAlignment } from './minimalAlignment';

/** What can be told of a passage by the two texts and what a file keeps, worked out without the engine. */

export interface Case {
  readonly annotation: Annotation;
  readonly anchor: Anchor;
  readonly fate: Fate;
  readonly own: readonly number[];
  /** What stands where the anchor is. */
  readonly there: readonly number[];
  readonly script: Script;
  readonly span: Span;
}

export interface Script {
  readonly name: string;
  readonly before: Session;
  readonly after: Session;
  readonly old: Letters;
  readonly now: Letters;
  /** Whoever said them, and by role: a label may have been corrected, or a turn copied to the other speaker. */
  readonly alignments: readonly MinimalAlignment[];
}

/** One way to align it, and that is the truth. */
export function isUnique(one: Case): boolean {
  return placesOf(one).every((place) => place === one.own.join());
}

/** Words of so many letters, with what is left of their context, are told from others. */
const telling = 24;

/**
 * A file keeps of a text no more than the quote and the context on either side. Enough of that is left: the words with the context of
 * either side stood once in the old text, and do not stand twice in the new one, nor do those in the first or the last of several turns, where that changed;
 * their like is not in the context itself; most of the context is there on both sides, or on one of a passage that is long.
 */
export function isKept(one: Case): boolean {
  const {
    own,
    script: { before, old, now, alignments },
    span,
  } = one;
  const { left, right } = contextOf(before.dialogue, span);
  const sides = [
    sideLeft([...left].reverse(), own[0] ?? 0, -1, now),
    sideLeft(right, own.at(-1) ?? 0, 1, now),
  ];
  const known = sides.filter(({ share, letters }) => share === 1 || (share >= 0.6 && letters >= 12)).length;
  const all = sides.reduce((sum, { letters }) => sum + letters, own.length);
  const { first, last } = partsOf(before.dialogue, span);
  const changed = (turn: number): boolean => !alignments.every((alignment) => alignment.keeps(turn));
  const stretches = [
    [...left, ...own],
    [...own, ...right],
    ...(changed(span.first) ? [[...left, ...first]] : []),
    ...(changed(span.last) ? [[...last, ...right]] : []),
  ].map((ids) => old.wordsOf(ids));
  const single = stretches.every((stretch) => old.timesOf(stretch) === 1 && now.timesOf(stretch) <= 1);
  return (
    single &&
    isAlone(one) &&
    all >= telling &&
    sides.some(({ beside }) => beside) &&
    (known === 2 || (known === 1 && own.length >= telling))
  );
}

/** Its like neither stands in the context nor begins there; and of a passage over several turns enough stands in the first and the last. */
function isAlone(one: Case): boolean {
  const {
    own,
    script: { before, old },
    span,
  } = one;
  const { left, right } = contextOf(before.dialogue, span);
  const [words, leftWords, rightWords] = [own, left, right].map((ids) => old.wordsOf(ids));
  if (`${leftWords}${words}${rightWords}`.split(words ?? '').length !== 2) return false;
  if (rightWords && words?.startsWith(rightWords)) return false;
  if (leftWords && words?.endsWith(leftWords)) return false;
  if (isDoubled(one)) return false;
  if (span.first === span.last) return true;
  const { first, last } = partsOf(before.dialogue, span);
  if (Math.min(first.length + left.length, last.length + right.length) < telling / 2) return false;
  return !leftWords?.includes(old.wordsOf(first)) && !rightWords?.includes(old.wordsOf(last));
}

/** The letters of a passage in its first and in its last turn. */
function partsOf(
  dialogue: Dialogue,
  span: Span,
): { readonly first: readonly number[]; readonly last: readonly number[] } {
  const parts = lettersIn(dialogue, span).map((letters) =>
    letters.filter((letter) => !isBlank(letter)).map(({ id }) => id),
  );
  return { first: parts[0] ?? [], last: parts.at(-1) ?? [] };
}

/** Right beside it stands the word at its edge once more. */
function isDoubled({ own, script: { before, now }, span }: Case): boolean {
  const words = said(
    lettersIn(before.dialogue, span).flatMap((letters) => [...letters, { id: -1, text: ' ' }]),
  );
  const [first = '', last = ''] = [/^\S+/, /\S+(?=\s*$)/].map((edge) =>
    edge.exec(words)?.[0].normalize('NFC'),
  );
  const [start, end] = [now.places.get(own[0] ?? -1) ?? 0, (now.places.get(own.at(-1) ?? -1) ?? 0) + 1];
  const above = now.ids.slice(Math.max(0, start - Array.from(first).length), start);
  const behind = now.ids.slice(end, end + Array.from(last).length);
  return now.wordsOf(above) === first || now.wordsOf(behind) === last;
}

/** Identities say otherwise, the texts do not: a turn was copied, and the first one taken out. Told of each turn for itself. */
function isOnlyReading(one: Case): boolean {
  const { script, span } = one;
  const { before, after } = script;
  const place = one.anchor.at && spanOf(after.dialogue, one.anchor.at);
  if (!place || place.last - place.first !== span.last - span.first) return false;
  return lettersIn(before.dialogue, span).every((letters, index) => {
    const [own, there] = [letters, lettersIn(after.dialogue, place)[index] ?? []].map((part) =>
      part
        .filter((letter) => !isBlank(letter))
        .map(({ id }) => id)
        .join(),
    );
    const [start, end] = [
      index === 0 ? span.start : 0,
      span.first + index === span.last ? span.end : Infinity,
    ];
    const part = { first: span.first + index, start, last: span.first + index, end };
    return own === there || placesOf({ ...one, span: part }).includes(there ?? '');
  });
}

/** The letters that a passage is by the texts alone; null where there is more than one way, or none. */
function placesOf({ script, span }: Case): (string | null)[] {
  return script.alignments.map((alignment) => {
    const place = alignment.placeOf(span);
    return place && idsIn(script.after.dialogue, place).join();
  });
}

/** Why it stands on letters that are not its own. */
export function copyOf(one: Case): string {
  if (isOnlyReading(one)) return 'a copy, and the texts tell of nothing else';
  return isTwin(one) ? 'a look-alike, and all that the file keeps is like it' : 'other words';
}

/** In the old text, its words and all of the context kept of them stood more than once. */
function isTwin({ own, span, script: { before, old } }: Case): boolean {
  const { left, right } = contextOf(before.dialogue, span);
  return old.timesOf(old.wordsOf([...left, ...own])) > 1 || old.timesOf(old.wordsOf([...own, ...right])) > 1;
}
