import * as z from 'zod/mini';
import { noFacts, type Speech } from './imported';
import { isListOf, jsonFormat, speakerName, valueAt, valueSchema, wordsSchema } from './json';
import type { Found } from './readingOf';
import { SourceTimes } from './sourceTimes';
import { speechOf } from './utterances';

const word = z.object({ speaker: valueSchema });
const segment = z.object({
  start: valueSchema,
  end: valueSchema,
  text: wordsSchema,
  speaker: valueSchema,
  words: z.nullish(z.array(word)),
});
const schema = z.object({
  text: wordsSchema,
  language: valueSchema,
  segments: z.array(segment),
});

type Segment = z.infer<typeof segment>;

/** Whisper, which knows no speakers, and WhisperX, which adds them. */
export const whisper = jsonFormat({
  id: 'whisper',
  title: 'Whisper (JSON)',
  isOne: (document) => {
    const segments = valueAt(document, 'segments');
    return isListOf(segments, 'text') && (valueAt(segments, 0) ?? valueAt(document, 'text')) !== undefined;
  },
  keys: ['segments', 'text'],
  schema,
  find: ({ text, language, segments }): Found => {
    const times = new SourceTimes();
    const entries = segments.flatMap((each, index) => saidIn(each, index + 1, times));
    return {
      entries: entries.length > 0 ? entries : saidIn({ text }, 1, times),
      unit: 'cues',
      facts: { ...noFacts, language: typeof language === 'string' ? language : null },
      warnings: times.warnings(),
    };
  },
});

function saidIn({ start, end, text, speaker, words }: Segment, line: number, times: SourceTimes): Speech[] {
  const inWords = words?.find((each) => speakerName(each.speaker) !== null)?.speaker;
  const name = speakerName(speaker) ?? speakerName(inWords);
  return speechOf(text, name, times.span(start, end, line), line);
}
