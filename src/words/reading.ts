import type { Hit } from '../engine/retrieve/hit';
import type { Turn } from '../engine/transcript/types';
import type { Translate } from './faults';
import { countWords, sessionWords, sourceLine } from './passages';

/** What marks the turns of the passage itself. */
const mark = '»';

/** Columns of the page, which fit on paper, and where the text of a turn begins. */
const width = 92;
const indent = 8;

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
    ...(isWhole(hit) ? [] : [below(`“${hit.words}”`)]),
    ...(annotation.note ? [below(annotation.note)] : []),
    below(sourceLine(hit, translate)),
  ];
  return `${lines.join('\n')}\n`;
}

function turnLine({ number, speaker, text }: Turn, sign: string): string {
  return wrapped(`${sign}${String(number).padStart(indent - 3)}  `, `${speaker}: ${text}`);
}

function below(text: string): string {
  return wrapped(' '.repeat(indent), text);
}

/** The passage is all that is said in its turns. */
function isWhole({ turns, words }: Hit): boolean {
  return turns.length > 0 && turns.map(({ text }) => text).join('\n') === words;
}

/** Behind `head` a text over as many lines as it needs, broken between words. */
function wrapped(head: string, text: string): string {
  const lines: string[] = [];
  let line = head;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!isEmpty && line.length + word.length >= width) {
      lines.push(line);
      line = ' '.repeat(indent);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
