import * as z from 'zod/mini';
import { noFacts, type Speech } from './imported';
import { isListOf, jsonFormat, speakerName, valueAt, valueSchema, wordsSchema } from './json';
import type { Found } from './readingOf';
import { noTime, SourceTimes } from './sourceTimes';
import { speechInOrder } from './timeline';
import { speechOf, utterancesOf } from './utterances';

const utterance = z.object({
  start: valueSchema,
  end: valueSchema,
  transcript: wordsSchema,
  speaker: valueSchema,
  channel: valueSchema,
});
const word = z.object({
  start: valueSchema,
  end: valueSchema,
  word: wordsSchema,
  punctuated_word: wordsSchema,
  speaker: valueSchema,
});
const sentence = z.object({ start: valueSchema, end: valueSchema, text: wordsSchema });
const paragraph = z.object({ speaker: valueSchema, sentences: z.nullish(z.array(sentence)) });
const alternative = z.object({
  transcript: wordsSchema,
  words: z.nullish(z.array(word)),
  paragraphs: z.nullish(z.object({ paragraphs: z.nullish(z.array(paragraph)) })),
});
const channel = z.object({
  alternatives: z.nullish(z.array(alternative)),
  detected_language: valueSchema,
});
const utterances = z.nullish(z.array(utterance));
const schema = z.object({
  utterances,
  results: z.nullish(z.object({ utterances, channels: z.nullish(z.array(channel)) })),
});

type Document = z.infer<typeof schema>;
type Alternative = z.infer<typeof alternative>;

/** Deepgram: what was said is `transcript`, times are seconds; by utterances, paragraphs or words, whichever was asked for. */
export const deepgram = jsonFormat({
  id: 'deepgram',
  title: 'Deepgram (JSON)',
  isOne: (document) =>
    isListOf(valueAt(document, 'results', 'channels'), 'alternatives') ||
    isListOf(valueAt(document, 'results', 'utterances'), 'transcript') ||
    valueAt(document, 'utterances', 0, 'transcript') !== undefined,
  keys: ['results', 'channels', 'alternatives'],
  schema,
  find: (document): Found => {
    const times = new SourceTimes();
    const channels = document.results?.channels ?? [];
    const said = utterancesIn(document, channels.length > 1, times);
    const language = channels[0]?.detected_language;
    return {
      entries: said.length > 0 ? said : inChannels(document, times),
      unit: 'cues',
      facts: { ...noFacts, language: typeof language === 'string' ? language : null },
      ignored: [{ what: 'alternatives', count: alternativesIn(document) }],
      warnings: times.warnings(),
    };
  },
});

function utterancesIn(
  { utterances: own, results }: Document,
  several: boolean,
  times: SourceTimes,
): Speech[] {
  return (results?.utterances ?? own ?? []).flatMap((each, index) => {
    const speaker = nameIn(several ? each.channel : null, each.speaker);
    return speechOf(each.transcript, speaker, times.span(each.start, each.end, index + 1), index + 1);
  });
}

/** By the first alternative of each channel; the speakers of two channels have the same numbers. */
function inChannels({ results }: Document, times: SourceTimes): Speech[] {
  const channels = results?.channels ?? [];
  const streams = channels.map(({ alternatives }, index) => {
    const [first] = alternatives ?? [];
    return first ? stretchesOf(first, channels.length > 1 ? index : null, times) : [];
  });
  return speechInOrder(streams);
}

function stretchesOf(first: Alternative, channelNumber: number | null, times: SourceTimes): Speech[] {
  const { paragraphs, words, transcript } = first;
  const sentences = (paragraphs?.paragraphs ?? []).flatMap((each, index) =>
    (each.sentences ?? []).flatMap(({ start, end, text }) =>
      speechOf(text, nameIn(channelNumber, each.speaker), times.span(start, end, index + 1), index + 1),
    ),
  );
  if (sentences.length > 0) return sentences;
  const single = (words ?? []).map((each, index) => ({
    ...times.span(each.start, each.end, index + 1),
    text: String(each.punctuated_word ?? each.word ?? '').trim(),
    speaker: nameIn(channelNumber, each.speaker),
    joined: false,
    line: index + 1,
  }));
  const said = utterancesOf(single);
  if (said.length > 0) return said;
  return speechOf(transcript, nameIn(channelNumber, null), noTime, 1);
}

function nameIn(channelOf: unknown, speaker: unknown): string | null {
  const names = [speakerName(channelOf, 'Channel'), speakerName(speaker)].filter((name) => name !== null);
  return names.length > 0 ? names.join(' ') : null;
}

function alternativesIn({ results }: Document): number {
  const lists = (results?.channels ?? []).map(({ alternatives }) => alternatives?.length ?? 0);
  return lists.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}
