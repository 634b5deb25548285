import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { addTags, release } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source } from '../../src/engine/annotations/file';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import type { At } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { type Called } from './cliStudies';

export const dialogue = [
  'T: How have you been since last week?',
  'C: Mm.',
  'T: Go on.',
  'C: It was a hard week, and I slept badly all the time.',
  'T: What was that like for you when I said that?',
  'C: I was angry with you, and I wanted you to ask Anna.',
].join('\n');

export const angry: At = { turn: 6, start: 6, end: 20 };
export const slept: At = { turn: 4, start: 26, end: 41 };

/** A coder's file with these passages of the dialogue; ids count from `aaaaaag1`. */
export function coded(coder: string, places: readonly At[], released = false): string {
  const { turns } = parseTranscript(dialogue);
  const text = { sha256: textHash(dialogue), turns: fingerprints(turns) };
  const created = '2026-03-02T10:15:00Z';
  const tags = places.map((at, index) => ({ id: `aaaaaag${index + 1}`, code: 'bond', at, created }));
  const { file } = addTags(newAnnotationFile({ transcript: 's1.transcript', coder, text }), turns, tags);
  return source(released ? release(file, '2026-03-04T09:00:00Z', turns.length).file : file);
}

const place = z.nullable(
  z.strictObject({ turn: z.int(), start: z.int(), end_turn: z.optional(z.int()), end: z.int() }),
);
const document = z.strictObject({
  alliance: z.literal(1),
  results: z.array(
    z.strictObject({
      file: z.string(),
      id: z.string(),
      state: z.string(),
      method: z.nullable(z.string()),
      confidence: z.number(),
      at: place,
      quote: z.nullable(z.string()),
      text: z.nullable(z.string()),
    }),
  ),
});

export function resultsIn({ out }: Called): z.infer<typeof document>['results'] {
  return document.parse(JSON.parse(out)).results;
}

export const states = (called: Called): string[] =>
  resultsIn(called).map(({ id, state }) => `${id} ${state}`);
export const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
export const alices = 's1.alice.alliance.yaml';
export const bobs = 's1.bob.alliance.yaml';
export const greeted = `T: Hello.\n${dialogue}`;
