import type { ImportFormat } from './format';
import { refused } from './imported';
import { problem } from './problems';
import type { OpenedSource } from './source';
import { holdsLetters, isOle } from './zip';

/** Documents of Word that are no DOCX, refused with what to do: `.doc`, RTF, and what a password protects. */
export const oldWord: ImportFormat = {
  id: 'old-word',
  title: 'Word (older)',
  looksLike: (source) => isRtf(source) || streamIn(source) !== null,
  read: (source) => {
    if (streamIn(source) === 'encrypted') return refused(problem('zip-password'));
    return refused(problem('old-format', { format: isRtf(source) ? 'RTF' : 'Word 97–2003' }));
  },
};

function isRtf({ text }: OpenedSource): boolean {
  return text.startsWith('{\\rtf');
}

/** The directory of Microsoft's older container names its streams in UTF-16. */
function streamIn({ bytes }: OpenedSource): 'encrypted' | 'document' | null {
  if (!isOle(bytes)) return null;
  if (holdsLetters(bytes, 'EncryptedPackage', true)) return 'encrypted';
  return holdsLetters(bytes, 'WordDocument', true) ? 'document' : null;
}
