import { strToU8, zipSync } from 'fflate';
import { readSource } from '../../src/engine/interchange/formats';
import { imported } from './importedText';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of a body and other parts (`comments`, `footnotes`), as small as Word itself would still open it. */
export function wordDocument(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const entries = Object.entries(parts).map(([name, xml]): [string, Uint8Array] => [
    `word/${name}.xml`,
    strToU8(`<w:${name} ${namespace}>${xml}</w:${name}>`),
  ]);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespace}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    ...Object.fromEntries(entries),
  });
}

/** A paragraph of a text; a line feed is a line break in it. */
export function paragraph(text: string): string {
  return `<w:p>${run(text)}</w:p>`;
}

export function run(text: string): string {
  const inner = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line.replaceAll('>', '&gt;')}</w:t>`)
    .join('<w:br/>');
  return `<w:r><w:rPr><w:b/></w:rPr>${inner}</w:r>`;
}

/** A table of rows of cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

export function readWord(bytes: Uint8Array): string {
  return imported(readSource({ name: 'a.docx', bytes }).reading);
}
