import { readCueBlocks } from './cueBlocks';
import { readCues } from './cues';
import { readTimeLine } from './cueTimes';
import type { ImportFormat } from './format';
import type { Remark, SourceReading } from './imported';
import type { OpenedSource } from './source';

const magic = /^\ufeff?\s*WEBVTT(?=[ \t\n]|$)/;
/** What programs say of the file below its first line. */
const fileSetting = /^(?:kind|language|x-[\w-]+|duration|region)\s*[:=]/i;

/** WebVTT of Zoom, Teams, Otter, Whisper and others: https://www.w3.org/TR/webvtt1/ and what is written in its name. */
export const webVtt: ImportFormat = {
  id: 'webvtt',
  title: 'WebVTT',
  looksLike: ({ text }) => magic.test(text),
  read: readWebVtt,
};

function readWebVtt({ name, text }: OpenedSource): SourceReading {
  const lines = text.split('\n');
  const header = readHeader(lines);
  const { blocks, ignored, language } = readCueBlocks(lines, header.end, { isWebVtt: true });
  const counted = new Map(ignored);
  if (header.settings > 0) counted.set('settings', header.settings + (ignored.get('settings') ?? 0));
  return readCues(name, webVtt.title, {
    blocks: [...header.remarks, ...blocks],
    ignored: counted,
    language: header.language ?? language,
  });
}

interface Header {
  /** The first line behind it, from 0. */
  readonly end: number;
  readonly settings: number;
  readonly remarks: readonly Remark[];
  readonly language: string | null;
}

/** The line with the magic word, and what is said of the file below it, up to a blank line or a cue. */
function readHeader(lines: readonly string[]): Header {
  const first = lines.findIndex((line) => line.trim() !== '');
  const title = (lines[first] ?? '').replace(/^\ufeff?\s*WEBVTT[\s:–-]*/, '').trim();
  const remarks: Remark[] = [];
  if (title !== '') remarks.push({ kind: 'remark', about: 'note', text: title, line: first + 1 });
  let [end, settings] = [first + 1, 0];
  let language: string | null = null;
  for (; end < lines.length; end++) {
    const line = (lines[end] ?? '').trim();
    if (!/^[\w-]{1,40}\s*[:=]/.test(line) || readTimeLine(line, true)) break;
    if (fileSetting.test(line)) settings++;
    else remarks.push({ kind: 'remark', about: 'note', text: line, line: end + 1 });
    language ??= /^language\s*:\s*([a-z]{2,3}(?:-\w{2,8})*)$/i.exec(line)?.[1] ?? null;
  }
  return { end, settings, remarks, language };
}
