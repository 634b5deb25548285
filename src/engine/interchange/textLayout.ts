import type { ImportFormat } from './format';
import { refused } from './imported';
import { problem } from './problems';
import { stemOf, type OpenedSource } from './source';
import { textLines, type SourceLine } from './sourceLine';
import { sessionOf, type TextReading } from './textReading';
import { withoutPageFurniture } from './pageFurniture';

/** A way in which transcripts are laid out as text, in a plain file or in the paragraphs of a document. */
export interface TextLayout {
  /** Public: `alliance import` prints it. */
  readonly id: string;
  readonly title: string;
  /** Whether these lines, which may be the beginning of a text, are laid out so. */
  readonly looksLike: (lines: readonly SourceLine[]) => boolean;
  readonly read: (lines: readonly SourceLine[]) => TextReading;
}

/** UTF-16 units of a text that are looked at to tell its layout. */
const sampled = 100_000;

/** A layout as the format of a plain text file. */
export function textFormat(layout: TextLayout): ImportFormat {
  return {
    id: layout.id,
    title: layout.title,
    looksLike: (source) => isProse(source) && layout.looksLike(textLines(source.text.slice(0, sampled))),
    read: ({ name, text }) => {
      const { session } = sessionOf(stemOf(name), layout.read(withoutPageFurniture(textLines(text))));
      const isSpoken = session.entries.some(({ kind }) => kind === 'speech');
      if (!isSpoken) return refused(problem('no-speech', { format: layout.title }));
      return { sessions: [session], refusal: null };
    },
  };
}

/** Text with words in it, and neither JSON nor XML nor RTF. `[00:00:12] T:` begins like a list, but is none. */
function isProse({ decoded, text }: OpenedSource): boolean {
  if (!decoded || !/[\p{L}\p{N}]/u.test(text)) return false;
  return !/^\s*(?:\{\s*["}]|\{\\rtf|\[\s*[{["\]]|<[?!\p{L}])/u.test(text.slice(0, 1000));
}
