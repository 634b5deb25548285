import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import type { Annotation } from '../../src/engine/annotations/types';
import type { At } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';

const long =
  'The café was shut, so Anna and I walked on, and I thought of what you had said about my mother, and then of ' +
  'nothing at all for a while, until Anna asked me whether I was angry, and I said no, and she said that I looked ' +
  'it, and so we went home, and I did not sleep, and in the morning I rang you and nobody answered, and I gave up.';

const dialogue = [
  'T: How have you been since last week?',
  'C: Mm.',
  `C: ${long}`,
  'T: Mm. You rang, and nobody was there. What was that like for you?',
  'C: Mm.',
  'T: Mm.',
  "C: I was angry with you, and I don't know why. I wanted you to ask Anna. Naïve, I know.",
];

const passages: readonly At[] = [
  { turn: 2, start: 0, end: 3 },
  { turn: 3, start: 0, end: Array.from(long).length },
  { turn: 3, start: 4, end: 17 },
  { turn: 4, start: 4, end: 33 },
  { turn: 6, start: 0, end: 3 },
  { turn: 7, start: 0, end: 20 },
  { turn: 7, start: 22, end: 43 },
  { turn: 7, start: 70, end: 83 },
  { turn: 4, start: 39, end_turn: 5, end: 3 },
];

/** What became of the passages, made in `before`, in `after`. */
function states(before: string, after: string): string[] {
  const { turns } = parseTranscript(before);
  const annotations = passages.map((at, index): Annotation => ({
    id: `p${index}`,
    code: 'bond',
    at,
    ...describe(turns, at),
  }));
  const text = { sha256: textHash(before), turns: fingerprints(turns) };
  return resolveAnchors({ annotations, text }, parseTranscript(after).turns, textHash(after)).map(
    ({ state }) => state,
  );
}

const text = dialogue.join('\n');
const stamped = dialogue.map((line, index) => `[00:0${index}:00] ${line}`).join('\n');

/** As a formatter breaks lines: at the last blank before so many columns. */
function wrapped(lines: readonly string[], width: number): string {
  return lines
    .map((line) => line.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n   ').trimEnd())
    .join('\n');
}

const rewrites: readonly [string, string, string][] = [
  ['a formatter breaks the lines', text, wrapped(dialogue, 40)],
  ['labels are renamed throughout', text, text.replace(/^T:/gm, 'Therapist:').replace(/^C:/gm, 'Client:')],
  ['LF becomes CRLF', text, text.replaceAll('\n', '\r\n')],
  ['CRLF becomes LF', text.replaceAll('\n', '\r\n'), text],
  ['NFC becomes NFD', text, text.normalize('NFD')],
  ['NFD becomes NFC', text.normalize('NFD'), text],
  ['times are added', text, stamped],
  ['times are taken out', stamped, text],
  ['all of it at once', text, wrapped(stamped.split('\n'), 50).normalize('NFD').replaceAll('\n', '\r\n')],
];

suite('Anchors in a text that was rewritten from end to end', () => {
  for (const [name, before, after] of rewrites) {
    test(`all are exact: ${name}`, () => {
      assert.deepEqual(
        states(before, after),
        passages.map(() => 'exact'),
      );
    });
  }

  // Of a long passage the file keeps both ends and a hash, which line ends that are gone cannot be tried out on.
  for (const [name, after] of [
    ['elsewhere', wrapped(dialogue, 60)],
    ['nowhere', text],
  ] as const) {
    test(`broken lines that a formatter breaks ${name}: all are exact but a long one, which asks`, () => {
      const found = states(wrapped(dialogue, 40), after);
      assert.deepEqual(
        found,
        passages.map((_, index) => (index === 1 ? 'changed' : 'exact')),
      );
    });
  }

  test('a name masked throughout: those that do not hold it are exact, the others changed', () => {
    const found = states(text, text.replaceAll('Anna', '[NAME]'));
    assert.deepEqual(
      found,
      passages.map((_, index) => (index === 1 ? 'changed' : 'exact')),
    );
  });
});
