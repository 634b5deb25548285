import { descriptText } from './descriptText';
import { f4Text } from './f4Text';
import { otterText } from './otterText';
import { plainText } from './plainText';
import { revText } from './revText';
import type { SourceLine } from './sourceLine';
import { teamsParagraphs } from './teamsParagraphs';
import type { TextLayout } from './textLayout';

/** Ways to lay out a transcript as text, in the order in which lines are held against them; the last takes any. */
export const textLayouts: readonly TextLayout[] = [otterText, revText, f4Text, descriptText, plainText];

/** The layout of a document's paragraphs. */
export function layoutOf(lines: readonly SourceLine[]): TextLayout {
  return [teamsParagraphs, ...textLayouts].find(({ looksLike }) => looksLike(lines)) ?? plainText;
}
