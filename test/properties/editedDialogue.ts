import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import type { Annotation } from '../../src/engine/annotations/types';
import type { At } from '../../src/engine/transcript/at';
import { codePointLength } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';

/** Dialogue whose characters know who they are, so that after any edits it is known where the words of a passage are. */

/** A grapheme with an identity of its own, which its form (NFC, NFD) does not change; a copy has another. */
export interface Letter {
  readonly id: number;
  readonly text: string;
}

export interface Utterance {
  readonly speaker: 'T' | 'C';
  readonly letters: readonly Letter[];
}

export type Dialogue = readonly Utterance[];

/** How a dialogue is written down, which is nobody's words. */
export interface Style {
  readonly labels: { readonly T: string; readonly C: string };
  readonly stamped: boolean;
  readonly eol: '\n' | '\r\n' | '\r';
}

export const plain: Style = { labels: { T: 'T', C: 'C' }, stamped: false, eol: '\n' };

export interface Session {
  readonly dialogue: Dialogue;
  readonly style: Style;
}

/** A passage in letters: from letter `start` of turn `first` (indices from 0) up to before letter `end` of turn `last`. */
export interface Span {
  readonly first: number;
  readonly start: number;
  readonly last: number;
  readonly end: number;
}

export type Random = () => number;

export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (next: Random, limit: number): number => Math.floor(next() * limit);
export const pick = <T>(next: Random, list: readonly T[], none: T): T =>
  list[below(next, list.length)] ?? none;

let identities = 0;
export const lettersOf = (text: string): Letter[] =>
  Array.from(text, (letter) => ({ id: identities++, text: letter }));

export const isBlank = (letter: Letter | undefined): boolean => (letter?.text ?? ' ').trim() === '';
export const said = (letters: readonly Letter[]): string => letters.map(({ text }) => text).join('');

const backChannels = ['Mm.', 'Mm-hm.', 'Yeah.', 'Okay.', 'I see.', "I don't know."];
export const vocabulary =
  `café naïve mother angry tired session dropped wanted nothing something Anna said because it felt like
  you were not there and I could not say so when we spoke about the exercise that week in the evening at home my brother
  called again but the door stayed shut`.split(/\s+/);

export function sentence(next: Random): string {
  if (next() < 0.35) return pick(next, backChannels, 'Mm.');
  const words = Array.from({ length: 3 + below(next, 14) }, () => pick(next, vocabulary, 'so'));
  const all = words.join(' ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

/** Talk full of repeated back-channels, and here and there of whole turns that were said before. */
export function dialogueOf(next: Random, turns: number): Dialogue {
  const dialogue: Utterance[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const like = next() < 0.05 ? dialogue[below(next, turn)] : undefined;
    const count = 1 + below(next, 3);
    const words = like ? said(like.letters) : Array.from({ length: count }, () => sentence(next)).join(' ');
    dialogue.push({ speaker: turn % 2 === 0 ? 'T' : 'C', letters: lettersOf(words) });
  }
  return dialogue;
}

export function textOf({ dialogue, style: { labels, stamped, eol } }: Session): string {
  return dialogue
    .map(({ speaker, letters }, turn) => {
      const time = stamped ? `[00:${String(turn).padStart(2, '0')}:00] ` : '';
      return `${time}${labels[speaker]}: ${said(letters).replaceAll('\n', `${eol}   `)}`;
    })
    .join(eol);
}

export interface Read {
  readonly turns: readonly Turn[];
  readonly hash: string;
  readonly prints: string;
}

export function read(text: string): Read {
  const { turns } = parseTranscript(text);
  return { turns, hash: textHash(text), prints: fingerprints(turns) };
}

/** A random passage: a whole turn, some words of one, one sentence of it, or from one turn into the next. */
export function passageOf(next: Random, dialogue: Dialogue): Span | null {
  const turn = below(next, dialogue.length);
  const letters = dialogue[turn]?.letters ?? [];
  const kind = next();
  if (kind < 0.3) return { first: turn, start: 0, last: turn, end: letters.length };
  const start = below(next, letters.length);
  if (kind < 0.5) return sentenceAt(turn, letters, start);
  if (kind < 0.9) {
    const end = Math.min(letters.length, start + 1 + below(next, 40));
    return byWords(dialogue, { first: turn, start, last: turn, end });
  }
  const after = dialogue[turn + 1]?.letters.length ?? 0;
  return after === 0
    ? null
    : byWords(dialogue, { first: turn, start, last: turn + 1, end: 1 + below(next, after) });
}

export function sentenceAt(turn: number, letters: readonly Letter[], at: number): Span {
  const ends = letters.flatMap(({ text }, index) => (text === '.' ? [index + 1] : []));
  const end = ends.find((each) => each > at) ?? letters.length;
  let start = ends.findLast((each) => each <= at) ?? 0;
  while (start < end - 1 && isBlank(letters[start])) start++;
  return { first: turn, start, last: turn, end };
}

/** Passages begin and end with whole words, as those that coders make do. */
function byWords(dialogue: Dialogue, { first, last, ...edges }: Span): Span {
  const [from, to] = [dialogue[first]?.letters ?? [], dialogue[last]?.letters ?? []];
  let { start, end } = edges;
  if (isBlank(from[start])) start++;
  while (!isBlank(from[start - 1])) start--;
  while (!isBlank(to[end])) end++;
  if (isBlank(to[end - 1])) end--;
  return { first, start, last, end };
}

/** The passage as a file says it. */
export function atOf(dialogue: Dialogue, { first, start, last, end }: Span): At {
  const offset = (turn: number, letter: number): number =>
    codePointLength(said(dialogue[turn]?.letters.slice(0, letter) ?? []));
  const from = { turn: first + 1, start: offset(first, start) };
  return first === last
    ? { ...from, end: offset(last, end) }
    : { ...from, end_turn: last + 1, end: offset(last, end) };
}

export function spanOf(dialogue: Dialogue, at: At): Span {
  const [first, last] = [at.turn - 1, (at.end_turn ?? at.turn) - 1];
  return { first, start: letterAt(dialogue[first], at.start), last, end: letterAt(dialogue[last], at.end) };
}

function letterAt(utterance: Utterance | undefined, codePoints: number): number {
  let before = 0;
  const letters = utterance?.letters ?? [];
  for (const [index, { text }] of letters.entries()) {
    if (before >= codePoints) return index;
    before += codePointLength(text);
  }
  return letters.length;
}

export function annotate(id: string, at: At, turns: readonly Turn[]): Annotation {
  return { id, code: 'bond', at, ...describe(turns, at) };
}

/** The letters of a passage, turn by turn. */
export function lettersIn(dialogue: Dialogue, { first, start, last, end }: Span): (readonly Letter[])[] {
  return dialogue
    .slice(first, last + 1)
    .map(({ letters }, index) =>
      letters.slice(index === 0 ? start : 0, first + index === last ? end : letters.length),
    );
}
