import type { XmlElement } from '@rgrove/parse-xml';
import { decodeText } from './decode';
import { commentsIn, footnotesIn, linesWithNotes, memosOf } from './docxNotes';
import { readBody } from './docxBody';
import type { ImportFormat } from './format';
import { refused, type Ignored, type SourceReading } from './imported';
import { problem, type Problem } from './problems';
import { stemOf, type OpenedSource } from './source';
import { withoutPageFurniture } from './pageFurniture';
import type { SourceLine } from './sourceLine';
import { sessionOf } from './textReading';
import { layoutOf } from './textLayouts';
import { attributeOf, elementsIn, isProblem, readXml, textOf } from './xml';
import { holdsLetters, isArchive, isZip, openArchive, type Archive } from './zip';

const main = 'word/document.xml';

/** Word documents: their paragraphs are lines, laid out as one of the texts is. */
export const docx: ImportFormat = {
  id: 'docx',
  title: 'Word',
  looksLike: ({ bytes }) => isZip(bytes) && holdsWord(bytes),
  read: (source) => {
    const archive = openArchive(source.bytes);
    return isArchive(archive) ? read(source, archive) : refused(archive);
  },
};

function holdsWord(bytes: Uint8Array): boolean {
  const archive = openArchive(bytes);
  if (isArchive(archive)) return archive.names.some((name) => name.startsWith('word/'));
  // A part of an archive, which has no directory to look into; each entry begins with its name.
  return holdsLetters(bytes, 'word/');
}

function read({ name }: OpenedSource, archive: Archive): SourceReading {
  const root = part(archive, mainPart(archive));
  if (!root) return refused(withoutMain(archive));
  if (isProblem(root)) return refused(root);
  const parts = {
    comments: part(archive, 'word/comments.xml'),
    footnotes: part(archive, 'word/footnotes.xml'),
  };
  const body = readBody(root);
  const notes = footnotesIn([parts.footnotes, part(archive, 'word/endnotes.xml')]);
  const lines = withoutPageFurniture(linesWithNotes(body, notes));
  const layout = layoutOf(lines);
  const reading = layout.read(lines);
  const made = sessionOf(stemOf(name), {
    ...reading,
    lines: behindTables(reading.lines, body.tabled),
    ignored: [...reading.ignored, ...body.ignored, ...pageHeaders(archive)],
    warnings: [...reading.warnings, ...[parts.comments, parts.footnotes].filter(isFault)],
  });
  if (!made.session.entries.some(({ kind }) => kind === 'speech')) {
    return refused(problem('no-speech', { format: docx.title }));
  }
  const memos = memosOf(commentsIn(parts.comments), body.commented, made.entryOf);
  return { sessions: [{ ...made.session, memos }], refusal: null };
}

function withoutMain(archive: Archive): Problem {
  if (archive.names.includes(mainPart(archive))) return problem('zip-broken');
  return problem('zip-missing', { format: docx.title, entry: main });
}

/** What stands behind a table of turns, and begins none, is not of its last turn. */
function behindTables(lines: readonly SourceLine[], tabled: ReadonlySet<number>): SourceLine[] {
  let isBehind = false;
  return lines.map((line) => {
    if (tabled.has(line.line)) isBehind = true;
    else if (line.opens) isBehind = false;
    else if (isBehind && line.remark === null) return { ...line, remark: 'unparsed' };
    return line;
  });
}

function isFault(value: XmlElement | Problem | null): value is Problem {
  return value !== null && isProblem(value);
}

/** Null where the archive has no such entry. */
function part(archive: Archive, name: string): XmlElement | Problem | null {
  const bytes = archive.entry(name);
  if (!bytes) return null;
  const decoded = decodeText(bytes);
  return decoded ? readXml(decoded.text, name) : problem('xml-broken', { entry: name, reason: '' }, 1);
}

/** Some programs call it otherwise. */
function mainPart(archive: Archive): string {
  const relations = part(archive, '_rels/.rels');
  if (!relations || isProblem(relations)) return main;
  const found = elementsIn(relations).find((each) => attributeOf(each, 'Type')?.endsWith('/officeDocument'));
  return (found && attributeOf(found, 'Target'))?.replace(/^\//, '') ?? main;
}

/** What stands above and below every page is not of the conversation. */
function pageHeaders(archive: Archive): Ignored[] {
  const names = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).slice(0, 100);
  const count = names.filter((name) => {
    const root = part(archive, name);
    return root !== null && !isProblem(root) && textOf(root).trim() !== '';
  }).length;
  return count > 0 ? [{ what: 'page-headers', count }] : [];
}
