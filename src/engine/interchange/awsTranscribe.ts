import * as z from 'zod/mini';
import { noFacts, type Speech } from './imported';
import { isListOf, jsonFormat, speakerName, valueAt, valueSchema, wordsSchema } from './json';
import type { Found } from './readingOf';
import { noTime, SourceTimes } from './sourceTimes';
import { lastUpTo, speechInOrder } from './timeline';
import { speechOf, utterancesOf, type TimedWord } from './utterances';

const alternatives = z.nullish(z.array(z.object({ content: wordsSchema })));
const item = z.object({
  start_time: valueSchema,
  end_time: valueSchema,
  type: valueSchema,
  speaker_label: valueSchema,
  channel_label: valueSchema,
  alternatives,
});
const items = z.nullish(z.array(item));
const segment = z.object({ start_time: valueSchema, end_time: valueSchema, speaker_label: valueSchema });
const channel = z.object({ channel_label: valueSchema, items });
const schema = z.object({
  results: z.object({
    language_code: valueSchema,
    transcripts: z.nullish(z.array(z.object({ transcript: wordsSchema }))),
    items,
    speaker_labels: z.nullish(z.object({ segments: z.nullish(z.array(segment)) })),
    channel_labels: z.nullish(z.object({ channels: z.nullish(z.array(channel)) })),
    segments: z.nullish(z.array(z.object({ alternatives: z.nullish(z.array(z.unknown())) }))),
  }),
});

type Results = z.infer<typeof schema>['results'];
type Item = z.infer<typeof item>;

/** AWS Transcribe: every word with its times, which are strings; punctuation has none. */
export const awsTranscribe = jsonFormat({
  id: 'aws-transcribe',
  title: 'AWS Transcribe (JSON)',
  isOne: (document) =>
    isListOf(valueAt(document, 'results', 'items'), 'alternatives') ||
    isListOf(valueAt(document, 'results', 'transcripts'), 'transcript'),
  keys: ['results', 'transcripts', 'jobName'],
  schema,
  find: ({ results }): Found => {
    const times = new SourceTimes();
    const streams = channelsOf(results);
    const entries = speechInOrder(streams.map((stream) => utterancesOf(wordsOf(stream, results, times))));
    const { language_code: language } = results;
    return {
      entries: entries.length > 0 ? entries : transcriptsOf(results),
      unit: 'cues',
      facts: { ...noFacts, language: typeof language === 'string' ? language : null },
      ignored: [{ what: 'alternatives', count: alternativesIn(results, streams.flat()) }],
      warnings: times.warnings(),
    };
  },
});

/** The items of each channel, since two channels are two people who may speak at once. */
function channelsOf({ items: all, channel_labels: labels }: Results): Item[][] {
  const channels = (labels?.channels ?? []).map(({ channel_label: label, items: own }) =>
    (own ?? []).map((each) => ({ ...each, channel_label: label })),
  );
  const listed = all ?? [];
  if (channels.length > 0 && channels.flat().length >= listed.length) return channels;
  const named = [...new Set(listed.map((each) => each.channel_label))];
  return named.map((label) => listed.filter((each) => each.channel_label === label));
}

function wordsOf(stream: readonly Item[], results: Results, times: SourceTimes): TimedWord[] {
  const speakerAt = speakersBySegment(results);
  let speaker: string | null = null;
  return stream.map((each, index) => {
    const line = index + 1;
    const span = times.span(each.start_time, each.end_time, line);
    const joined = each.type === 'punctuation';
    const named = speakerName(each.speaker_label) ?? speakerAt(span.start) ?? speakerName(each.channel_label);
    if (!joined) speaker = named;
    return { ...span, text: String(each.alternatives?.[0]?.content ?? ''), speaker, joined, line };
  });
}

/** Who speaks at a time, for documents whose items do not say so themselves. */
function speakersBySegment({ speaker_labels: labels }: Results): (time: number | null) => string | null {
  const times = new SourceTimes();
  const segments = (labels?.segments ?? [])
    .map((each) => ({
      start: times.seconds(each.start_time, 0) ?? 0,
      end: times.seconds(each.end_time, 0) ?? Number.POSITIVE_INFINITY,
      speaker: speakerName(each.speaker_label),
    }))
    .toSorted((a, b) => a.start - b.start);
  const starts = segments.map(({ start }) => start);
  return (time) => {
    const segmentThen = time === null ? undefined : segments[lastUpTo(starts, time)];
    return segmentThen && time !== null && time <= segmentThen.end ? segmentThen.speaker : null;
  };
}

/** All that is said where no single words are given. */
function transcriptsOf({ transcripts }: Results): Speech[] {
  return (transcripts ?? []).flatMap(({ transcript }, index) =>
    speechOf(transcript, null, noTime, index + 1),
  );
}

function alternativesIn({ segments }: Results, read: readonly Item[]): number {
  const lists = [...read, ...(segments ?? [])].map((each) => each.alternatives?.length ?? 0);
  return lists.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}
