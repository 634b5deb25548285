import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import type { Annotation, At } from '../../src/engine/annotations/types';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';

/** Dialogue whose characters know who they are, so that after any edits it is known where the words of a passage are. */

/** A grapheme with an identity of its own; a copy has another. */
export interface Letter {
  readonly id: number;
  readonly text: string;
}

export interface Utterance {
  readonly speaker: 'T' | 'C';
  readonly letters: readonly Letter[];
}

export type Dialogue = readonly Utterance[];

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
const pick = <T>(next: Random, list: readonly T[], none: T): T => list[below(next, list.length)] ?? none;

let identities = 0;
const lettersOf = (text: string): Letter[] =>
  Array.from(text, (letter) => ({ id: identities++, text: letter }));

const backChannels = ['Mm.', 'Mm-hm.', 'Yeah.', 'Okay.', 'I see.', "I don't know."];
const vocabulary =
  `café naïve mother angry tired session dropped wanted nothing something Anna said because it felt like
  you were not there and I could not say so when we spoke about the exercise that week in the evening at home my brother
  called again but the door stayed shut`.split(/\s+/);

function sentence(next: Random): string {
  if (next() < 0.35) return pick(next, backChannels, 'Mm.');
  const words = Array.from({ length: 3 + below(next, 14) }, () => pick(next, vocabulary, 'so'));
  const said = words.join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

export function dialogueOf(next: Random, turns: number): Dialogue {
  return Array.from({ length: turns }, (_, turn): Utterance => {
    const count = 1 + below(next, 3);
    const said = Array.from({ length: count }, () => sentence(next)).join(' ');
    return { speaker: turn % 2 === 0 ? 'T' : 'C', letters: lettersOf(said) };
  });
}

export const textOf = (dialogue: Dialogue): string =>
  dialogue
    .map(({ speaker, letters }) => `${speaker}: ${letters.map(({ text }) => text).join('')}`)
    .join('\n');

export interface Read {
  readonly turns: readonly Turn[];
  readonly hash: string;
  readonly prints: string;
}

export function read(text: string): Read {
  const { turns } = parseTranscript(text);
  return { turns, hash: textHash(text), prints: fingerprints(turns) };
}

/** A random passage: a whole turn, some words of one, or from one turn into the next. */
export function passageOf(next: Random, dialogue: Dialogue): At | null {
  const turn = below(next, dialogue.length);
  const length = dialogue[turn]?.letters.length ?? 0;
  const kind = next();
  if (kind < 0.4) return length > 0 ? { turn: turn + 1, start: 0, end: length } : null;
  if (kind < 0.9) {
    const start = below(next, length);
    const end = Math.min(length, start + 1 + below(next, 40));
    return byWords(dialogue, { turn: turn + 1, start, end });
  }
  const after = dialogue[turn + 1]?.letters.length ?? 0;
  if (length === 0 || after === 0) return null;
  const start = below(next, length);
  return byWords(dialogue, { turn: turn + 1, start, end_turn: turn + 2, end: 1 + below(next, after) });
}

/** Passages begin and end with whole words, as those that coders make do. */
function byWords(dialogue: Dialogue, at: At): At {
  const endTurn = at.end_turn ?? at.turn;
  const isBlank = (turn: number, offset: number): boolean =>
    (dialogue[turn - 1]?.letters[offset]?.text ?? ' ').trim() === '';
  let { start, end } = at;
  if (isBlank(at.turn, start)) start++;
  while (!isBlank(at.turn, start - 1)) start--;
  while (!isBlank(endTurn, end)) end++;
  if (isBlank(endTurn, end - 1)) end--;
  return { ...at, start, end };
}

export function annotate(id: string, at: At, turns: readonly Turn[]): Annotation {
  return { id, code: 'bond', at, ...describe(turns, at) };
}

/** The identities under a passage, in order. */
export function identitiesAt(dialogue: Dialogue, at: At): number[] {
  const endTurn = at.end_turn ?? at.turn;
  return dialogue.slice(at.turn - 1, endTurn).flatMap(({ letters }, index) => {
    const start = index === 0 ? at.start : 0;
    const end = at.turn + index === endTurn ? at.end : letters.length;
    return letters.slice(start, end).map(({ id }) => id);
  });
}

// Edits

const edits = {
  type: (next: Random, dialogue: Dialogue): Dialogue =>
    inTurn(next, dialogue, (letters) => {
      const at = below(next, letters.length + 1);
      return [
        ...letters.slice(0, at),
        ...lettersOf(` ${pick(next, vocabulary, 'so')} `),
        ...letters.slice(at),
      ];
    }),
  erase: (next: Random, dialogue: Dialogue): Dialogue =>
    inTurn(next, dialogue, (letters) => {
      const at = below(next, letters.length);
      return letters.filter((_, index) => index < at || index >= at + 1 + below(next, 12));
    }),
  retype: (next: Random, dialogue: Dialogue): Dialogue =>
    inTurn(next, dialogue, (letters) => {
      const at = below(next, letters.length);
      const word = pick(next, vocabulary, 'so').toUpperCase();
      return [...letters.slice(0, at), ...lettersOf(word), ...letters.slice(at + 1 + below(next, 8))];
    }),
  mask: (_: Random, dialogue: Dialogue): Dialogue => dialogue.map(masked),
  come: (next: Random, dialogue: Dialogue): Dialogue => {
    const at = below(next, dialogue.length + 1);
    const said = {
      speaker: at % 2 === 0 ? ('T' as const) : ('C' as const),
      letters: lettersOf(sentence(next)),
    };
    return [...dialogue.slice(0, at), said, ...dialogue.slice(at)];
  },
  go: (next: Random, dialogue: Dialogue): Dialogue => {
    const at = below(next, dialogue.length);
    return dialogue.filter((_, turn) => turn !== at);
  },
  copy: (next: Random, dialogue: Dialogue): Dialogue => {
    const from = dialogue[below(next, dialogue.length)];
    const at = below(next, dialogue.length + 1);
    if (!from) return dialogue;
    const letters = lettersOf(from.letters.map(({ text }) => text).join(''));
    return [...dialogue.slice(0, at), { ...from, letters }, ...dialogue.slice(at)];
  },
  move: (next: Random, dialogue: Dialogue): Dialogue => {
    const from = below(next, dialogue.length);
    const without = dialogue.filter((_, turn) => turn !== from);
    const at = below(next, without.length + 1);
    return [...without.slice(0, at), ...dialogue.slice(from, from + 1), ...without.slice(at)];
  },
  split: (next: Random, dialogue: Dialogue): Dialogue => {
    const turn = below(next, dialogue.length);
    const whole = dialogue[turn];
    const blanks = (whole?.letters ?? []).flatMap(({ text }, index) => (text === ' ' ? [index] : []));
    const at = blanks[below(next, blanks.length)];
    if (!whole || at === undefined) return dialogue;
    const parts = [whole.letters.slice(0, at), whole.letters.slice(at + 1)];
    return [
      ...dialogue.slice(0, turn),
      ...parts.map((letters, index): Utterance => ({ speaker: index === 0 ? whole.speaker : 'T', letters })),
      ...dialogue.slice(turn + 1),
    ];
  },
  join: (next: Random, dialogue: Dialogue): Dialogue => {
    const turn = below(next, dialogue.length - 1);
    const [first, second] = [dialogue[turn], dialogue[turn + 1]];
    if (!first || !second) return dialogue;
    const letters = [...first.letters, ...lettersOf(' '), ...second.letters];
    return [...dialogue.slice(0, turn), { ...first, letters }, ...dialogue.slice(turn + 2)];
  },
};

export type EditName = keyof typeof edits;
export const editNames: readonly EditName[] = [
  'type',
  'erase',
  'retype',
  'mask',
  'come',
  'go',
  'copy',
  'move',
  'split',
  'join',
];

export function edited(next: Random, dialogue: Dialogue, name: EditName): Dialogue {
  return edits[name](next, dialogue).filter(({ letters }) => letters.some(({ text }) => text.trim() !== ''));
}

function inTurn(
  next: Random,
  dialogue: Dialogue,
  change: (letters: readonly Letter[]) => readonly Letter[],
): Dialogue {
  const chosen = below(next, dialogue.length);
  return dialogue.map((utterance, turn) =>
    turn === chosen ? { ...utterance, letters: tidy(change(utterance.letters)) } : utterance,
  );
}

/** A turn's text has no blanks at its ends. */
function tidy(letters: readonly Letter[]): readonly Letter[] {
  const isWord = ({ text }: Letter): boolean => text.trim() !== '';
  const first = letters.findIndex(isWord);
  const last = letters.findLastIndex(isWord);
  return first < 0 ? [] : letters.slice(first, last + 1);
}

function masked(utterance: Utterance): Utterance {
  const words = utterance.letters.map(({ text }) => text).join('');
  const at = words.indexOf('Anna');
  if (at < 0) return utterance;
  const letters = [
    ...utterance.letters.slice(0, at),
    ...lettersOf('[NAME]'),
    ...utterance.letters.slice(at + 4),
  ];
  return masked({ ...utterance, letters });
}
