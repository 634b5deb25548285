import fc from 'fast-check';
import { unparse } from 'papaparse';

/** One thing that somebody says in a made-up dialogue, in seconds. */
export interface Said {
  readonly speaker: string;
  /** The last ends with a full stop. */
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Beginnings of words that mean something in one of the formats. */
const odd = [
  '"',
  "'",
  '=',
  '<',
  '&',
  '>',
  '\\',
  '{',
  '[',
  ',',
  ';',
  ':',
  '|',
  '!',
  '%',
  '*',
  '@',
  'é😀',
  '&-',
  '""',
  '-->',
  ']]>',
  '<!--',
  'T:',
  '00:01',
  '.,',
];
const word = fc.tuple(fc.constantFrom('', '', '', ...odd), fc.nat(999), fc.constantFrom('', '', ...odd));

/** A dialogue in which nobody speaks at once; times are whole milliseconds. */
export const dialogue: fc.Arbitrary<readonly Said[]> = fc
  .array(
    fc.record({
      speaker: fc.constantFrom('Dana', 'Sam Lee', 'spk_0'),
      words: fc.array(
        word.map(([before, number, after]) => `${before}w${number}${after}`),
        { minLength: 1, maxLength: 6 },
      ),
      pause: fc.nat(4000),
      length: fc.integer({ min: 100, max: 9000 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => {
    let now = 0;
    return list.map(({ speaker, words, pause, length }) => {
      const start = now + pause;
      now = start + length;
      return {
        speaker,
        words: [...words.slice(0, -1), `${words.at(-1)}.`],
        start: start / 1000,
        end: now / 1000,
      };
    });
  });

/** Every word with its share of the time. */
function timedWords({ words, start, end }: Said): { word: string; start: number; end: number }[] {
  const each = (end - start) / words.length;
  return words.map((one, index) => ({
    word: one,
    start: start + index * each,
    end: start + (index + 1) * each,
  }));
}

function textOf({ words }: Said): string {
  return words.join(' ');
}

function aws(said: readonly Said[]): object[] {
  return said.flatMap((one) => {
    const words = timedWords(one).map(({ word: content, start, end }, index, { length }) => ({
      start_time: String(start),
      end_time: String(end),
      speaker_label: one.speaker,
      type: 'pronunciation',
      alternatives: [{ content: index === length - 1 ? content.slice(0, -1) : content }],
    }));
    return [...words, { type: 'punctuation', alternatives: [{ content: '.' }] }];
  });
}

function channelsOf(said: readonly Said[]): (readonly [string, readonly Said[]])[] {
  const speakers = [...new Set(said.map(({ speaker }) => speaker))];
  return speakers.map((speaker) => [speaker, said.filter((one) => one.speaker === speaker)] as const);
}

function awsChannels(said: readonly Said[]): object {
  const channels = channelsOf(said).map(([label, own]) => ({
    channel_label: label,
    items: aws(own).map((item) => ({ ...item, speaker_label: undefined })),
  }));
  return { results: { channel_labels: { channels }, items: [] } };
}

function rev(said: readonly Said[]): object {
  const monologues = said.map((one) => ({
    speaker: { id: 1, name: one.speaker },
    elements: timedWords(one).flatMap(({ word: value, start, end }) => [
      { type: 'text', value, ts: start, end_ts: end },
      { type: 'punct', value: ' ' },
    ]),
  }));
  return { monologues };
}

function deepgramWords(said: readonly Said[]): object {
  const words = said.flatMap((one) =>
    timedWords(one).map(({ word: own, ...span }) => ({
      word: 'x',
      punctuated_word: own,
      ...span,
      speaker: one.speaker,
    })),
  );
  return { results: { channels: [{ alternatives: [{ transcript: 'x', words }, { transcript: 'y' }] }] } };
}

function deepgramParagraphs(said: readonly Said[]): object {
  const paragraphs = said.map((one) => ({
    speaker: one.speaker,
    sentences: [{ text: textOf(one), ...one }],
  }));
  return { results: { channels: [{ alternatives: [{ transcript: 'x', paragraphs: { paragraphs } }] }] } };
}

function trint(said: readonly Said[]): object {
  const words = said.flatMap((one) =>
    timedWords(one).map(({ word: value, start, end }) => ({ time: start, duration: end - start, value })),
  );
  return { transcript: { words, paragraphs: said.map(({ speaker, start }) => ({ speaker, time: start })) } };
}

function csv(said: readonly Said[], delimiter: string): string {
  const rows = said.map((one) => [one.speaker, one.start, one.end, textOf(one)]);
  return unparse([['Sprecher', 'von', 'bis', 'Text'], ...rows], { delimiter, newline: '\n' });
}

function chat(said: readonly Said[]): string {
  const tiers = said.flatMap((one, index) => [
    `*${one.speaker}:\t${one.words.join(index % 2 === 0 ? ' ' : '\n\t')} \u0015${Math.round(one.start * 1000)}_${Math.round(one.end * 1000)}\u0015`,
    '%mor:\tn|x',
  ]);
  return ['@UTF8', '@Begin', '@Participants:\tDana Investigator', ...tiers, '@End', ''].join('\n');
}

function eaf(said: readonly Said[]): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const slots = said.flatMap(({ start, end }, index) => [
    `<TIME_SLOT TIME_SLOT_ID="a${index}" TIME_VALUE="${Math.round(start * 1000)}"/>`,
    `<TIME_SLOT TIME_SLOT_ID="b${index}" TIME_VALUE="${Math.round(end * 1000)}"/>`,
  ]);
  const tiers = channelsOf(said).map(([speaker, own]) => {
    const annotations = own.map((one) => {
      const index = said.indexOf(one);
      return `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="n${index}" TIME_SLOT_REF1="a${index}" TIME_SLOT_REF2="b${index}"><ANNOTATION_VALUE>${escaped(textOf(one))}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;
    });
    return `<TIER TIER_ID="x" PARTICIPANT="${speaker}">${annotations.join('')}</TIER>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT><TIME_ORDER>${slots.join('')}</TIME_ORDER>${tiers.join('')}</ANNOTATION_DOCUMENT>`;
}

function textGrid(said: readonly Said[], isLong: boolean): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const key = (name: string, value: string | number): string =>
    isLong ? `    ${name} = ${value}` : `${value}`;
  const tiers = channelsOf(said).flatMap(([speaker, own], index) => [
    ...(isLong ? [`  item [${index + 1}]:`] : []),
    key('class', '"IntervalTier"'),
    key('name', quoted(speaker)),
    key('xmin', 0),
    key('xmax', 100),
    key('intervals: size', own.length),
    ...own.flatMap((one, at) => [
      ...(isLong ? [`    intervals [${at + 1}]:`] : []),
      key('xmin', one.start),
      key('xmax', one.end),
      key('text', quoted(textOf(one))),
    ]),
  ]);
  const head = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    key('xmin', 0),
    key('xmax', 100),
  ];
  return [
    ...head,
    isLong ? 'tiers? <exists>' : '<exists>',
    key('size', channelsOf(said).length),
    ...tiers,
  ].join('\n');
}

function json(write: (said: readonly Said[]) => object): (said: readonly Said[]) => string {
  return (said) => JSON.stringify(write(said));
}

/** Our own writers of every format, with whether it names speakers; what they write stands for what programs write. */
export const writers: Readonly<Record<string, (said: readonly Said[]) => string>> = {
  'aws-transcribe': json((said) => ({ results: { items: aws(said) } })),
  'aws-transcribe, channels': json(awsChannels),
  rev: json(rev),
  whisper: json((said) => ({
    text: 'x',
    segments: said.map((one) => ({ ...one, words: [], text: ` ${textOf(one)}` })),
  })),
  assemblyai: json((said) => ({
    utterances: said.map((one) => ({
      ...one,
      words: [],
      text: textOf(one),
      start: one.start * 1000,
      end: one.end * 1000,
    })),
  })),
  'assemblyai, words': json((said) => ({
    text: 'x',
    words: said.flatMap((one) =>
      timedWords(one).map((each) => ({ ...each, text: each.word, speaker: one.speaker })),
    ),
  })),
  deepgram: json((said) => ({
    results: { utterances: said.map((one) => ({ ...one, transcript: textOf(one) })) },
  })),
  'deepgram, words': json(deepgramWords),
  'deepgram, paragraphs': json(deepgramParagraphs),
  trint: json(trint),
  table: (said) => csv(said, ';'),
  'table, commas': (said) => csv(said, ','),
  'table, tabs': (said) => csv(said, '\t'),
  chat,
  elan: eaf,
  'textgrid, long': (said) => textGrid(said, true),
  'textgrid, short': (said) => textGrid(said, false),
};
