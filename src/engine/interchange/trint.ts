import * as z from 'zod/mini';
import type { Speech } from './imported';
import { isListOf, jsonFormat, speakerName, valueAt, valueSchema, wordsSchema } from './json';
import type { Found } from './readingOf';
import { SourceTimes } from './sourceTimes';
import { lastUpTo } from './timeline';

const word = z.object({ time: valueSchema, duration: valueSchema, value: wordsSchema });
const paragraph = z.object({ time: valueSchema, speaker: valueSchema });
const schema = z.object({
  transcript: z.object({ words: z.array(word), paragraphs: z.nullish(z.array(paragraph)) }),
});

type Transcript = z.infer<typeof schema>['transcript'];

/** Trint: words with times, and the times at which paragraphs begin, with who speaks in them. */
export const trint = jsonFormat({
  id: 'trint',
  title: 'Trint (JSON)',
  isOne: (document) => isListOf(valueAt(document, 'transcript', 'words'), 'value'),
  keys: ['transcript', 'words', 'duration'],
  schema,
  find: ({ transcript }): Found => {
    const times = new SourceTimes();
    return { entries: paragraphsOf(transcript, times), unit: 'turns', warnings: times.warnings() };
  },
});

/** Seconds by which times that mean the same differ when they are rounded. */
const rounding = 0.001;

function paragraphsOf({ words, paragraphs }: Transcript, times: SourceTimes): Speech[] {
  const listed = (paragraphs ?? [])
    .map(({ time, speaker }, index) => ({
      start: times.seconds(time, index + 1) ?? 0,
      speaker: speakerName(speaker),
    }))
    .toSorted((a, b) => a.start - b.start);
  const starts = listed.map(({ start }) => start);
  const said: (Speech & { readonly paragraph: number })[] = [];
  for (const [index, { time, duration, value }] of words.entries()) {
    const text = String(value ?? '').trim();
    const start = times.seconds(time, index + 1);
    const length = times.seconds(duration, index + 1);
    const end = start === null || length === null ? start : Math.round((start + length) * 1000) / 1000;
    if (text === '') continue;
    const open = said.at(-1);
    const at = start === null ? (open?.paragraph ?? 0) : lastUpTo(starts, start + rounding);
    const speaker = listed[at]?.speaker ?? null;
    if (open?.paragraph === at) {
      said[said.length - 1] = { ...open, text: `${open.text} ${text}`, end: end ?? open.end };
    } else said.push({ kind: 'speech', speaker, text, start, end, line: index + 1, paragraph: at });
  }
  return said.map(({ paragraph: _, ...speech }) => speech);
}
