import { readCueBlocks } from './cueBlocks';
import { readCues } from './cues';
import { looksLikeName } from './cueSpeakers';
import { readTimeLine } from './cueTimes';
import type { ImportFormat } from './format';

/** Letters looked at to tell what a file is. */
const sampled = 20_000;

/** SubRip, as Otter, Whisper, Descript and editors of subtitles write it. There is no standard: what is no time is words. */
export const srt: ImportFormat = {
  id: 'srt',
  title: 'SRT',
  looksLike: ({ text }) => hasCues(text),
  read: ({ name, text }) =>
    readCues(name, srt.title, readCueBlocks(text.split('\n'), 0, { isWebVtt: false })),
};

/**
 * What Teams writes into a document, as pasted text: times, name and words on three lines, mostly without blank lines between cues
 * (`0:0:0.0 --> 0:0:1.510`). Read like SRT, but that the first of several lines is the speaker without further evidence.
 */
export const teamsText: ImportFormat = {
  id: 'teams-text',
  title: 'Microsoft Teams',
  looksLike: ({ text }) => hasCues(text) && hasNamesAbove(text),
  read: ({ name, text }) => {
    const found = readCueBlocks(text.split('\n'), 0, { isWebVtt: false });
    return readCues(name, teamsText.title, found, true);
  },
};

function sampleOf(text: string): string[] {
  return text.slice(0, sampled).trim().split('\n');
}

/** Whether a file begins with the times of a cue, or has them again and again. One that quotes them once has neither. */
function hasCues(text: string): boolean {
  const lines = sampleOf(text).filter((line) => line.trim() !== '');
  const times = lines.flatMap((line, index) => (isTimes(line) ? [index] : []));
  const [first] = times;
  if (first === undefined) return false;
  const isAtBeginning = first === 0 || (first === 1 && /^\s*\d{1,9}\s*$/.test(lines[0] ?? ''));
  return isAtBeginning || (times.length > 1 && times.length * 8 >= lines.length);
}

function isTimes(line: string | undefined): boolean {
  const times = readTimeLine(line ?? '', false);
  return times?.start != null && times.end !== null;
}

function hasNamesAbove(text: string): boolean {
  const lines = sampleOf(text);
  const times = lines.flatMap((line, index) => (isTimes(line) && index + 2 < lines.length ? [index] : []));
  const named = times.filter((index) => isNamedCue(lines, index));
  const numbered = times.filter((index) => /^\d+$/.test(lines[index - 1]?.trim() ?? ''));
  if (numbered.length * 2 > times.length) return false;
  // Times as only Teams writes them.
  const isTeams = times.some((index) => readTimeLine(lines[index] ?? '', false)?.start?.isPadded === false);
  if (isTeams) return named.length * 5 >= times.length * 4;
  return named.length >= 3 && named.length === times.length && lines.every((line) => line.trim() !== '');
}

function isNamedCue(lines: readonly string[], index: number): boolean {
  const [name = '', words = ''] = lines.slice(index + 1, index + 3).map((line) => line.trim());
  return looksLikeName(name) && words !== '' && !isTimes(words);
}
