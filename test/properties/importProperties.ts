import assert from 'node:assert/strict';
import { compose } from '../../src/engine/interchange/compose';
import { readSource, type ReadSource } from '../../src/engine/interchange/formats';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { keptText, wordCounts } from './sourceTexts';
import { paragraph, wordDocument } from '../interchange/wordDocuments';

function readText(text: string): ReadSource {
  return readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
}

/** Labels, times and numbers of lines stand in no turn; every other word does, or in a remark. */
export function assertNoWordLost(text: string): void {
  const header = /^---\r?\n(?:speakers|media)[\s\S]*?\n---\r?\n/.exec(text)?.[0] ?? '';
  assertKept(readText(text), text.slice(header.length));
}

/** The same, each line as a paragraph. */
export function assertNoWordOfWordLost(text: string): void {
  const lines = text.replaceAll('\f', ' ').split(/\r?\n/);
  const bytes = wordDocument(lines.map(paragraph).join(''));
  assertKept(readSource({ name: 'a.docx', bytes }), text);
}

function assertKept({ reading }: ReadSource, text: string): void {
  if (reading.refusal) return;
  const kept = wordCounts(keptText(reading));
  for (const [word, count] of wordCounts(text)) {
    if (/^\d+$/.test(word) || isOfLabels.test(word)) continue;
    assert.equal(kept.get(word), count, `${word} in ${JSON.stringify(text)}`);
  }
}

const isOfLabels = /^(?:T|C|T1|C2|T3|Dana|Lee|Mother|said|Speaker|Unknown|proto|__proto__)$/;

/** What is composed of a transcript of ours is, read anew, the same turns. */
export function assertSameTurns(text: string): void {
  const first = turnsOf(text);
  const { format, reading } = readText(text);
  assert.equal(format?.id, 'transcript');
  const [session] = reading.sessions;
  assert.ok(session);
  assert.deepEqual(turnsOf(compose(session, session.roles).text), first, JSON.stringify(text));
}

function turnsOf(text: string): { label: string; text: string; time: number | null }[] {
  return parseTranscript(text).turns.map(({ speaker, text: said, time }) => ({
    label: speaker,
    text: said.replace(/\s+/g, ' ').trim(),
    time,
  }));
}
