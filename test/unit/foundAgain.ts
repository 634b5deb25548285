import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import type { Anchor } from '../../src/engine/anchors/types';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import type { Anchored } from '../../src/engine/annotations/types';
import type { At } from '../../src/engine/transcript/at';
import { codePointLength } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';

/** A text whose passages are looked for in another. */
export const dialogue = [
  'T: How have you been since last week?',
  'C: Mm.',
  'T: Go on.',
  "C: Mm. I don't know what to say about it, really.",
  'T: What was that like for you when I said that?',
  'C: Mm.',
  'T: Mm.',
  'C: I was angry with you, and I wanted you to ask Anna.',
];

/** Where a passage of one text is in another: state, method and place in short. */
export function foundAgain(at: At, was: readonly string[], now: readonly string[] | string): string {
  const [before, text] = [was.join('\n'), typeof now === 'string' ? now : now.join('\n')];
  const { turns } = parseTranscript(before);
  const annotation = { id: 'a', code: 'bond', at, ...describe(turns, at) };
  const coding = {
    annotations: [annotation],
    text: { sha256: textHash(before), turns: fingerprints(turns) },
  };
  const [anchor] = resolveAnchors(coding, parseTranscript(text).turns, textHash(text));
  return placeOf(anchor).replace(/ \d\.\d\d/, '');
}

/** Where an annotation was found: state, method, confidence and place, or the places that would do. */
export function placeOf(anchor: Anchor | undefined): string {
  if (!anchor) return '';
  const { state, method, confidence, at, places } = anchor;
  const shown = [at, ...places].flatMap((place) =>
    place ? [`${place.turn}:${place.start}-${place.end_turn ? `${place.end_turn}:` : ''}${place.end}`] : [],
  );
  return [state, ...(method ? [method] : []), confidence.toFixed(2), ...shown].join(' ');
}

/** What of a passage stands in the file of who coded it, if not all; or `here`: it was written for the text as it is now. */
export type Kept = 'all' | 'no place' | 'no context' | 'no turns' | 'was' | 'here';

/** Where the passage that stands in brackets is in another text, with how surely. */
export function fateOf(bracketed: readonly string[], now: readonly string[], kept: Kept = 'all'): string {
  const before = bracketed.join('\n').replace(/[[\]]/g, '');
  const { turns } = parseTranscript(before);
  const at = atOfBrackets(bracketed);
  const whole = { id: 'a', at, ...describe(turns, at) };
  const byKept: Readonly<Record<Kept, Anchored>> = {
    all: whole,
    'no place': { ...whole, at: undefined },
    'no context': { ...whole, context: undefined },
    'no turns': whole,
    was: { ...whole, at: undefined, was: at },
    here: whole,
  };
  const prints = kept === 'no turns' ? undefined : fingerprints(turns);
  const text =
    kept === 'here' || kept === 'no place' ? undefined : { sha256: textHash(before), turns: prints };
  const next = now.join('\n');
  const annotations = [byKept[kept]];
  return placeOf(resolveAnchors({ annotations, text }, parseTranscript(next).turns, textHash(next))[0]);
}

/** The passage that stands in brackets, in turns of one line with a label of one letter. */
function atOfBrackets(lines: readonly string[]): At {
  const first = lines.findIndex((line) => line.includes('['));
  const last = lines.findIndex((line) => line.includes(']'));
  const upTo = (line = '', bracket: string): number =>
    codePointLength(line.slice('C: '.length, line.indexOf(bracket)).replace('[', ''));
  const [start, end] = [upTo(lines[first], '['), upTo(lines[last], ']')];
  return first === last
    ? { turn: first + 1, start, end }
    : { turn: first + 1, start, end_turn: last + 1, end };
}

/** What was done, the turns before with the passage in brackets, the turns now, where it is, and what its file keeps of it. */
export type Fate = readonly [
  what: string,
  was: readonly string[],
  now: readonly string[],
  fate: string,
  kept?: Kept,
];

export function suiteOfFates(name: string, fates: readonly Fate[]): void {
  suite(name, () => {
    for (const [what, was, now, fate, kept] of fates) {
      test(what, () => assert.equal(fateOf(was, now, kept), fate));
    }
  });
}
