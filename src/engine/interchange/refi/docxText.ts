import { XmlElement, XmlText } from '@rgrove/parse-xml';
import { decodeText } from '../decode';
import { isProblem, localName, readXml } from '../xml';
import { isArchive, openArchive } from '../zip';

/** The paragraphs of a Word document, each on a line: what positions count in where a project has no plain text. */
export function docxText(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes);
  if (!isArchive(archive)) return null;
  const entry = archive.entry('word/document.xml');
  const xml = entry && decodeText(entry)?.text;
  const root = xml ? readXml(xml, 'word/document.xml') : null;
  return root === null || isProblem(root) ? null : paragraphsIn(root).join('\n');
}

function paragraphsIn(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return localName(child) === 'p' ? [textIn(child)] : paragraphsIn(child);
  });
}

function textIn(element: XmlElement): string {
  const parts = element.children.map((child) => {
    if (child instanceof XmlText) return localName(element) === 't' ? child.text : '';
    if (!(child instanceof XmlElement)) return '';
    const name = localName(child);
    return name === 'tab' ? '\t' : name === 'br' || name === 'cr' ? '\n' : textIn(child);
  });
  return parts.join('');
}
