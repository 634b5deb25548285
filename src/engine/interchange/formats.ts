import { assemblyAi } from './assemblyAi';
import { awsTranscribe } from './awsTranscribe';
import { chat } from './chat';
import { deepgram } from './deepgram';
import { docx } from './docx';
import { elan } from './elan';
import type { ImportFormat } from './format';
import { refused, type SourceReading } from './imported';
import { oldWord } from './oldWord';
import { ownText } from './ownText';
import { problem } from './problems';
import { qdcImport } from './qdcImport';
import { qdpxImport } from './qdpxImport';
import { rev } from './rev';
import { openSource, type OpenedSource, type Source } from './source';
import { srt, teamsText } from './srt';
import { table } from './table';
import { textGrid } from './textGrid';
import { textFormat } from './textLayout';
import { textLayouts } from './textLayouts';
import { trint } from './trint';
import { webVtt } from './webvtt';
import { whisper } from './whisper';

/** MB; no session comes near it, and a reader's memory is a multiple of it. */
export const largestSource = 64;

/** All formats that can be imported, in the order in which a file is held against them: the more particular first. */
export const importFormats: readonly ImportFormat[] = [
  qdpxImport,
  qdcImport,
  docx,
  oldWord,
  ownText,
  webVtt,
  teamsText,
  srt,
  awsTranscribe,
  deepgram,
  rev,
  trint,
  whisper,
  assemblyAi,
  elan,
  textGrid,
  chat,
  table,
  ...textLayouts.map(textFormat),
];

/** What a file is, and what is in it. */
export interface ReadSource {
  readonly format: ImportFormat | null;
  readonly reading: SourceReading;
}

/** Reads a file by what is in it. Never throws: what cannot be read is refused with the reason. */
export function readSource(source: Source): ReadSource {
  const { length } = source.bytes;
  const size = Math.ceil(length / 1024 / 1024);
  if (length === 0) return { format: null, reading: refused(problem('empty')) };
  if (size > largestSource) {
    return { format: null, reading: refused(problem('too-large', { size, limit: largestSource })) };
  }
  const opened = openSource(source);
  if (opened.decoded && opened.text.trim() === '')
    return { format: null, reading: refused(problem('empty')) };
  const format = importFormats.find(({ looksLike }) => looksLike(opened)) ?? null;
  const unknown = opened.decoded ? problem('unknown-format') : problem('not-text');
  return { format, reading: format ? withEncoding(format.read(opened), opened) : refused(unknown) };
}

/** Where the encoding had to be guessed, umlauts may be wrong in whatever format the text is. */
function withEncoding(reading: SourceReading, { decoded }: OpenedSource): SourceReading {
  if (!decoded || decoded.isCertain) return reading;
  const guessed = problem('encoding-guessed', { encoding: decoded.encoding });
  const sessions = reading.sessions.map((each) => ({ ...each, warnings: [guessed, ...each.warnings] }));
  return { ...reading, sessions };
}
