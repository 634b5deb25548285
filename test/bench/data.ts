import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { newId } from '../../src/engine/annotations/ids';
import { describe } from '../../src/engine/annotations/quote';
import type { Annotation, Coding, Episode } from '../../src/engine/annotations/types';
import type { At } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';

/** Believable sessions of any length, the same for the same seed. */

export interface Size {
  readonly turns: number;
  readonly annotations: number;
}

/** A long session, and one far beyond any. */
export const long: Size = { turns: 1_500, annotations: 500 };
export const huge: Size = { turns: 10_000, annotations: 5_000 };

/** Numbers from 0 up to, not including, 1: a 32-bit generator by Weyl steps and mixing (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabulary = `I you it we that this what when how maybe really just about because the a an and but or so
  then feel felt think thought know knew said say told tell want wanted try tried come came go went see saw mother
  father sister work week night morning session time place people nothing something everything always never
  sometimes again still already only quite very little lot bit like with without from into over under after before
  angry sad tired afraid glad ashamed alone heard silence question answer matter happen happened moment door room
  home phone letter train garden is was were have had be been do did can could would should might not don't can't
  couldn't wasn't my your his her our their me him them there here where who why yes no well okay right`.split(
  /\s+/,
);

const nonVerbals = ['looks away', 'laughs', 'cries quietly', 'shifts in the chair', 'sighs'];

/** Words spoken in a minute, by which turns are timed. */
const pace = 150;

/** The text of a session of so many turns: times, turns of 3 to 60 words, pauses, comments, blank lines, second lines. */
export function transcriptOf(turns: number, seed = 1): string {
  const next = random(seed);
  const lines = [
    '---',
    'speakers: { T: { role: therapist }, C: { role: client } }',
    'media: session.wav',
    '---',
  ];
  let seconds = 5;
  for (let turn = 0; turn < turns; turn++) {
    const count = 3 + Math.floor(58 * next() ** 2.2);
    const said = speech(count, next);
    lines.push(`[${clock(seconds)}] ${turn % 2 === 0 ? 'T' : 'C'}: ${said}`);
    seconds += 2 + Math.round((count / pace) * 60);
    if (next() < 0.04) lines.push(`   ${speech(6, next)}`);
    if (next() < 0.03) lines.push('');
    if (next() < 0.02) lines.push(`# ${speech(4, next)}`);
  }
  return `${lines.join('\n')}\n`;
}

function speech(count: number, next: () => number): string {
  const words: string[] = [];
  let begins = true;
  for (let left = count; left > 0; left--) {
    const word = pick(vocabulary, next);
    const ends = left === 1 || next() < 0.12;
    words.push((begins ? word.charAt(0).toUpperCase() + word.slice(1) : word) + (ends ? '.' : ''));
    begins = ends;
  }
  if (next() < 0.15) words.splice(Math.floor(next() * count), 0, `(${2 + Math.floor(next() * 9)}s)`);
  if (next() < 0.05) words.push(`((${pick(nonVerbals, next)}))`);
  return words.join(' ');
}

/** `hh:mm:ss`, as the turns of these transcripts are stamped; no two of a transcript alike. */
export function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const codes = [
  'bond',
  'bond.trust',
  'goal',
  'task',
  'rupture.withdrawal.minimal',
  'rupture.withdrawal.denial',
  'rupture.confrontation',
  'repair.immediate.clarify',
  'repair.expressive.own',
  'repair.response.voice',
];

/** The coding of a transcript by one coder, with so many annotations, all within one turn each. */
export function codingOf(text: string, annotations: number, seed = 2): Coding {
  const next = random(seed);
  const { turns } = parseTranscript(text);
  const made = Array.from({ length: annotations }, (_, index) => annotationOn(turns, index, next));
  return {
    alliance: 1,
    transcript: 'session.transcript',
    coder: 'alice',
    role: 'coder',
    codebook: { id: 'alliance-default', version: '1.0.0' },
    text: { sha256: textHash(text), turns: fingerprints(turns) },
    coded: [{ from: 1, to: turns.length }],
    annotations: made,
    episodes: episodesOf(made, next),
    ratings: [],
    memos: [],
    decisions: [],
    comments: [],
    log: [],
    conflicts: [],
  };
}

function annotationOn(turns: readonly Turn[], index: number, next: () => number): Annotation {
  const at = passageIn(pick(turns, next), next);
  const code = pick(codes, next);
  const upTo = (most: number): number => 1 + Math.floor(next() * most);
  return {
    id: newId(next),
    code,
    at,
    ...describe(turns, at),
    ...(code.startsWith('rupture') ? { ratings: { clarity: upTo(2), impact: upTo(5) } } : {}),
    ...(next() < 0.1 ? { note: speech(8, next) } : {}),
    created: `2026-03-02T${clock(28_800 + index)}Z`,
  };
}

/** The whole turn, or some of its words. The texts are ASCII, so code points and UTF-16 units are the same. */
export function passageIn({ number, text }: Turn, next: () => number): At {
  const words = [...text.matchAll(/\S+/g)];
  if (next() < 0.4 || words.length < 3) return { turn: number, start: 0, end: text.length };
  const first = Math.floor(next() * (words.length - 2));
  const last = words[Math.min(words.length - 1, first + 1 + Math.floor(next() * 12))];
  return {
    turn: number,
    start: words[first]?.index ?? 0,
    end: last ? last.index + last[0].length : text.length,
  };
}

/** One rupture in three is answered by a repair. */
function episodesOf(annotations: readonly Annotation[], next: () => number): Episode[] {
  const idsOf = (family: string): string[] =>
    annotations.filter(({ code }) => code.startsWith(family)).map(({ id }) => id);
  const repairs = idsOf('repair');
  return idsOf('rupture').flatMap((rupture, index) => {
    const repair = index % 3 === 0 ? repairs[index] : undefined;
    return repair ? [{ id: newId(next), ruptures: [rupture], repairs: [repair], resolution: 3 }] : [];
  });
}

export function pick<T>(from: readonly T[], next: () => number): T {
  const item = from[Math.floor(next() * from.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
