import * as z from 'zod/mini';
import { noFacts, type Speech } from './imported';
import { isListOf, jsonFormat, speakerName, valueAt, valueSchema, wordsSchema } from './json';
import type { Found } from './readingOf';
import { SourceTimes } from './sourceTimes';
import { speechOf, utterancesOf, type TimedWord } from './utterances';

const stretch = z.object({
  start: valueSchema,
  end: valueSchema,
  text: wordsSchema,
  speaker: valueSchema,
  channel: valueSchema,
});
const schema = z.object({
  text: wordsSchema,
  language_code: valueSchema,
  utterances: z.nullish(z.array(stretch)),
  words: z.nullish(z.array(stretch)),
});

type Stretch = z.infer<typeof stretch>;

/** AssemblyAI: what was said is `text`, times are milliseconds; without speakers there are only words. */
export const assemblyAi = jsonFormat({
  id: 'assemblyai',
  title: 'AssemblyAI (JSON)',
  isOne: (document) => {
    const [utterances, words] = [valueAt(document, 'utterances'), valueAt(document, 'words')];
    if (Array.isArray(utterances) && utterances.length > 0) return isListOf(utterances, 'text');
    return typeof valueAt(document, 'text') === 'string' && isListOf(words, 'text');
  },
  keys: ['text', 'words', 'confidence'],
  schema,
  find: ({ text, language_code: language, utterances, words }): Found => {
    const times = new SourceTimes(1000);
    const found = [
      () => (utterances ?? []).flatMap((each, index) => saidIn(each, index + 1, times)),
      () => utterancesOf((words ?? []).map((each, index) => wordOf(each, index + 1, times))),
      () => saidIn({ text }, 1, times),
    ];
    const entries = found.reduce<Speech[]>((before, next) => (before.length > 0 ? before : next()), []);
    return {
      entries,
      unit: 'cues',
      facts: { ...noFacts, language: typeof language === 'string' ? language : null },
      warnings: times.warnings(),
    };
  },
});

function saidIn(said: Stretch, line: number, times: SourceTimes): Speech[] {
  const { text, speaker, ...span } = wordOf(said, line, times);
  return speechOf(text, speaker, span, line);
}

function wordOf(
  { start, end, text, speaker, channel }: Stretch,
  line: number,
  times: SourceTimes,
): TimedWord {
  const name = speakerName(speaker) ?? speakerName(channel, 'Channel');
  const span = times.span(start, end, line);
  return { ...span, text: String(text ?? '').trim(), speaker: name, joined: false, line };
}
