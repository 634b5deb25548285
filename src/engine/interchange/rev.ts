import * as z from 'zod/mini';
import { isListOf, jsonFormat, speakerName, valueAt, valueSchema, wordsSchema } from './json';
import type { Found } from './readingOf';
import { SourceTimes } from './sourceTimes';
import { utterancesOf, type TimedWord } from './utterances';

const element = z.object({ value: wordsSchema, ts: valueSchema, end_ts: valueSchema });
const monologue = z.object({ speaker: valueSchema, elements: z.nullish(z.array(element)) });
const schema = z.object({ monologues: z.array(monologue) });

type Monologue = z.infer<typeof monologue>;

/** Rev: monologues of words with times; blanks and punctuation are elements of their own. */
export const rev = jsonFormat({
  id: 'rev',
  title: 'Rev (JSON)',
  isOne: (document) => isListOf(valueAt(document, 'monologues'), 'elements'),
  keys: ['monologues', 'elements'],
  schema,
  find: ({ monologues }): Found => {
    const times = new SourceTimes();
    return {
      entries: monologues.flatMap((each, index) => utterancesOf(wordsOf(each, index + 1, times))),
      unit: 'cues',
      warnings: times.warnings(),
    };
  },
});

function wordsOf({ speaker, elements }: Monologue, line: number, times: SourceTimes): TimedWord[] {
  const name = nameOf(speaker);
  let joined = false;
  return (elements ?? []).flatMap(({ value, ts, end_ts: end }) => {
    const span = times.span(ts, end, line);
    const raw = String(value ?? '');
    const text = raw.trim();
    const word = { ...span, text, speaker: name, joined: joined && !/^\s/.test(raw), line };
    joined = text === '' ? joined && raw === '' : !/\s$/.test(raw);
    return text === '' ? [] : [word];
  });
}

/** A number, or who it is. */
function nameOf(speaker: unknown): string | null {
  const isNamed = typeof speaker === 'object' && speaker !== null;
  if (!isNamed) return speakerName(speaker);
  return speakerName(valueAt(speaker, 'name')) ?? speakerName(valueAt(speaker, 'id'));
}
