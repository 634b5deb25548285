import type { Hit } from '../engine/retrieve/hit';
import type { Turn } from '../engine/transcript/types';
import type { Translate } from './faults';
import { countWords, sessionWords, sourceLine } from './passages';

/** What marks the turns of the passage itself. */
const mark = '»';

/**
 * Passages as a page to read, print and copy: under the heading of each session every passage with the turns around it, its
 * words again where they are not whole turns, the note, and the source.
 */
export function readingPage(query: string, hits: readonly Hit[], translate: Translate): string {
  const head = [countWords(hits, translate), ...(query === '' ? [] : [query])];
  const blocks = hits.map((hit, index) => {
    const isFirst = hits[index - 1]?.path !== hit.path;
    const heading = isFirst ? `\n${headingOf(hit, translate)}\n\n` : '';
    return `${heading}${passageBlock(hit, translate)}`;
  });
  return [head.join('\n'), ...blocks].join('\n');
}

/** The words of a passage with their source, to be pasted into a manuscript. */
export function quotation(hit: Hit, translate: Translate): string {
  return `“${hit.words.replaceAll('\n', ' / ')}” ${sourceLine(hit, translate)}`;
}

function headingOf(hit: Hit, translate: Translate): string {
  const title = sessionWords(hit, translate);
  const line = title.endsWith(hit.path) ? title : `${title} · ${hit.path}`;
  return `${line}\n${'─'.repeat(Math.min(72, Array.from(line).length))}`;
}

function passageBlock(hit: Hit, translate: Translate): string {
  const { before, turns, after, annotation } = hit;
  const lines = [
    ...before.map((turn) => turnLine(turn, ' ')),
    ...turns.map((turn) => turnLine(turn, mark)),
    ...after.map((turn) => turnLine(turn, ' ')),
    ...(isWhole(hit) ? [] : [`        “${flat(hit.words)}”`]),
    ...(annotation.note ? [`        ${flat(annotation.note)}`] : []),
    `        ${sourceLine(hit, translate)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function turnLine({ number, speaker, text }: Turn, sign: string): string {
  return `${sign}${String(number).padStart(5)}  ${speaker}: ${flat(text)}`;
}

/** The passage is all that is said in its turns. */
function isWhole({ turns, words }: Hit): boolean {
  return turns.length > 0 && turns.map(({ text }) => text).join('\n') === words;
}

function flat(text: string): string {
  return text.replaceAll('\n', ' ');
}
