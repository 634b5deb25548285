import { fault, type Fault } from '../faults';
import { range } from '../position';
import type { Study } from '../study/types';
import { headerEnd } from '../transcript/header';
import type { ParsedTranscript } from '../transcript/parse';
import { parseYamlFile, rangeOfKey } from '../yamlFile';

/** What a coder should not know of a session while coding it. */
const hiddenKeys = ['case', 'session', 'date', 'stage', 'scores'];

/** In a blind study, what the header says of case, order, date, stage and scores: `header-blind` at each such key. */
export function blindHeaderFaults(transcript: ParsedTranscript, study: Study | null): Fault[] {
  if (study === null || study.blind === false) return [];
  const end = headerEnd(transcript.lines);
  const source = transcript.lines.slice(1, Math.max(end, 1)).map((line) => line.text);
  const { value, doc, lines } = parseYamlFile(source.join('\n'));
  if (typeof value !== 'object' || value === null) return [];
  const told = new Map<string, unknown>(Object.entries(value));
  return hiddenKeys
    .filter((key) => (told.get(key) ?? null) !== null)
    .map((key) => {
      // The YAML begins one line below the fence.
      const { start, end: behind } = rangeOfKey(doc, lines, [key]);
      const place = range(start.line + 1, start.character, behind.line + 1, behind.character);
      return fault('header-blind', place, { key });
    });
}
