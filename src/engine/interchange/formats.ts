import type { ImportFormat } from './format';
import { refused, type SourceReading } from './imported';
import { problem } from './problems';
import { openSource, type Source } from './source';
import { srt, teamsText } from './srt';
import { webVtt } from './webvtt';

/** MB; no session comes near it, and a reader's memory is a multiple of it. */
export const largestSource = 64;

/** All formats that can be imported, in the order in which a file is held against them: the more particular first. */
export const importFormats: readonly ImportFormat[] = [webVtt, teamsText, srt];

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
  return { format, reading: format ? format.read(opened) : refused(unknown) };
}
