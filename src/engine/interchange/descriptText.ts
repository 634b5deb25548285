import { parseTime } from '../transcript/time';
import { isShortName, type SourceLine } from './sourceLine';
import { readStamped } from './stampedTurns';
import { mayBeSpeaker } from './speakerLabels';
import type { TextLayout } from './textLayout';

const stamp = String.raw`\[(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)\]`;
const speakerLine = new RegExp(
  String.raw`^(?:${stamp}\s*)?\*\*([^*]{1,60}?)(?::\*\*|\*\*\s?:)\s*(?:${stamp}\s*)?(.*)$`,
  'su',
);

/** Descript's and Trint's Markdown: `**Name:** [00:00:02] text`. */
export const descriptText: TextLayout = {
  id: 'descript',
  title: 'Descript / Trint',
  looksLike: (lines) => {
    const count = lines.filter(({ text }) => marked(text) !== null).length;
    return count > 1 || (lines[0] !== undefined && marked(lines[0].text) !== null);
  },
  read: (lines) => readStamped(lines, marked),
};

function marked(text: string): Pick<SourceLine, 'opens' | 'text'> | null {
  const match = speakerLine.exec(text);
  const [, before, name = '', behind, words = ''] = match ?? [];
  if (!match || !isShortName(name) || !mayBeSpeaker(name.trim())) return null;
  return { opens: { speaker: name.trim(), start: parseTime(before ?? behind ?? '') }, text: words };
}
