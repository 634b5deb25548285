import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseText, tokenizeVTTCue } from 'media-captions';
import { openSource, type OpenedSource } from '../../src/engine/interchange/source';
import { webVtt } from '../../src/engine/interchange/webvtt';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';
import { transcriptOf } from './data';
import { compareAwaited, type Figure } from './ratio';

const cueCount = 10_000;

/** Reading files of other programs, against a library that reads the same. */
export async function importFigures(): Promise<Figure[]> {
  const { turns } = parseTranscript(transcriptOf(cueCount));
  const kinds = [
    ['names before a colon', ({ speaker, text }: Turn) => `${speaker}: ${text}`],
    ['voice tags', ({ speaker, text }: Turn) => `<v ${speaker}>${text}</v>`],
  ] as const;
  const figures: Figure[] = [];
  for (const [kind, cueText] of kinds) {
    const source = openSource({ name: 'a.vtt', bytes: new TextEncoder().encode(captionsOf(turns, cueText)) });
    assert.equal(entriesOf(source), cueCount);
    assert.equal(await cuesOf(source), cueCount);
    await printMemory(`reading ${kind}`, () => webVtt.read(source));
    await printMemory('media-captions, the same', () => parseText(source.text));
    figures.push(
      await compareAwaited({
        what: `read WebVTT of ${cueCount.toLocaleString('en')} cues, ${kind}`,
        against: 'its cues and their markup by media-captions',
        subject: { run: () => entriesOf(source) },
        rival: { run: () => cuesOf(source) },
        repetitions: 20,
      }),
    );
  }
  return figures;
}

function captionsOf(turns: readonly Turn[], cueText: (turn: Turn) => string): string {
  const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);
  const cues = turns.map((turn, index) => {
    // Less than a day in all.
    const start = index * 8;
    return `${index + 1}\n${stamp(start)} --> ${stamp(start + 7.5)}\n${cueText(turn)}`;
  });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function entriesOf(source: OpenedSource): number {
  return webVtt.read(source).sessions[0]?.entries.length ?? 0;
}

async function cuesOf({ text }: OpenedSource): Promise<number> {
  const { cues } = await parseText(text);
  return cues.map((cue) => tokenizeVTTCue(cue)).length;
}

/** What is kept of a reading, and what it had taken when it was done: megabytes of heap. */
async function printMemory(what: string, read: () => unknown): Promise<void> {
  collect();
  const before = process.memoryUsage().heapUsed;
  const result = await read();
  const taken = process.memoryUsage().heapUsed - before;
  collect();
  const left = process.memoryUsage().heapUsed - before;
  assert.ok(result);
  console.log(`${what}: ${megabytes(taken)} MB of heap when done, ${megabytes(left)} MB kept`);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** Node gives its garbage collector only on demand. */
const collect = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  assert.ok(typeof found === 'function');
  return () => {
    Reflect.apply(found, undefined, []);
  };
})();
