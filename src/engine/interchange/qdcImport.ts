import { codebookText } from '../codebook/write';
import type { ImportFormat } from './format';
import { refused, type SourceReading } from './imported';
import { problem } from './problems';
import { codebookOf } from './refi/codesIn';
import { codebookName } from './refi/ownFiles';
import { readCodes } from './refi/readProject';
import { stemOf, type OpenedSource } from './source';
import { isProblem, localName, readXml } from './xml';

/** A codebook that a program wrote by itself (`.qdc`). */
export const qdcImport: ImportFormat = {
  id: 'qdc',
  title: 'REFI-QDA codebook',
  looksLike: ({ text }) => /<(?:[\w.-]+:)?CodeBook[\s>]/.test(text.slice(0, 4096)),
  read: readQdc,
};

function readQdc({ name, text }: OpenedSource): SourceReading {
  const root = readXml(text, name);
  if (isProblem(root)) return refused(root);
  if (localName(root) !== 'CodeBook') {
    return refused(problem('malformed', { format: 'QDC', reason: `<${localName(root)}>` }));
  }
  const codes = readCodes(root);
  if (codes.length === 0) return refused(problem('no-codes', { format: 'QDC' }));
  const { codebook } = codebookOf(codes, stemOf(name));
  const files = [{ name: codebookName, content: codebookText(codebook) }];
  return { sessions: [], refusal: null, filesFor: () => ({ files, warnings: [] }) };
}
