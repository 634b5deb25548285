import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compose } from '../../src/engine/interchange/compose';
import { readSource } from '../../src/engine/interchange/formats';
import type { ImportedSession } from '../../src/engine/interchange/imported';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { readText } from '../interchange/readSources';
import { dialogue, writers, type Said } from './writtenSources';

/** Everybody's words, in order. */
function wordsBy(
  said: readonly { readonly speaker: string | null; readonly text: string }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { speaker, text } of said) {
    const before = found.get(speaker ?? '?') ?? [];
    found.set(speaker ?? '?', [...before, ...text.split(/\s+/)]);
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every word of a dialogue that is written in a format is read from it, with its speaker and in its order. */
export function checkWords(format: string, numRuns: number): void {
  const write = writers[format];
  assert.ok(write);
  fc.assert(
    fc.property(dialogue, (said) => {
      const { format: found, reading } = readText(write(said));
      assert.equal(found?.id, format.split(',')[0]);
      const session = reading.sessions[0];
      assert.ok(session, JSON.stringify(reading.refusal));
      checkSpeech(said, session);
    }),
    { numRuns },
  );
}

function checkSpeech(said: readonly Said[], session: ImportedSession): void {
  const speech = session.entries.filter((entry) => entry.kind === 'speech');
  const expected = said.map(({ speaker, words }) => ({ speaker, text: words.join(' ') }));
  assert.deepEqual(wordsBy(speech), wordsBy(expected));
  assert.deepEqual(
    session.warnings.filter(({ code }) => /times|unparsed/.test(code)),
    [],
  );
  const starts = speech.map(({ start }) => start ?? -1);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
  const { turns } = parseTranscript(compose(session, new Map()).text);
  const count = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;
  assert.equal(count(turns.map(({ text }) => text)), count(expected.map(({ text }) => text)));
}

/** Whatever is done to a file, it is read or refused, and what is read of it can be written. */
export function checkMutations(files: ReadonlyMap<string, Uint8Array>, numRuns: number): void {
  const change = fc.record({ at: fc.nat(), cut: fc.nat(60), put: fc.uint8Array({ maxLength: 6 }) });
  const which = fc.constantFrom(...files);
  fc.assert(
    fc.property(which, fc.array(change, { minLength: 1, maxLength: 3 }), ([name, bytes], changes) => {
      let changed = [...bytes];
      for (const { at, cut, put } of changes) {
        const from = at % (changed.length + 1);
        changed = [...changed.slice(0, from), ...put, ...changed.slice(from + cut)];
      }
      const { reading } = readSource({ name, bytes: Uint8Array.from(changed) });
      assert.equal(reading.refusal === null, reading.sessions.length > 0);
      for (const session of reading.sessions) compose(session, new Map());
    }),
    { numRuns },
  );
}
