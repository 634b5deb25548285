import type { XmlElement } from '@rgrove/parse-xml';
import { decodeText, type DecodedText } from '../decode';
import { problem, type Problem } from '../problems';
import { isProblem, localName, readXml } from '../xml';
import { isArchive, openArchive } from '../zip';
import type { QdaNote, QdaProject } from './model';
import { readProject } from './readProject';

/** A `.qdpx` that was opened: its project, and the files it names. */
export interface OpenedPackage {
  readonly project: QdaProject;
  /** The `Project` element, for what the project does not hold. */
  readonly root: XmlElement;
  /** A file of the archive by its path; null where there is none. */
  readonly file: (path: string) => Uint8Array | null;
  readonly paths: readonly string[];
}

/** The project of an archive; its XML is known by its ending, since programs call it differently. */
export function openPackage(bytes: Uint8Array): OpenedPackage | Problem {
  const archive = openArchive(bytes);
  if (!isArchive(archive)) return archive;
  const path = projectPath(archive.names);
  if (path === null) return problem('zip-missing', { format: 'QDPX', entry: 'project.qde' });
  const files = archive.entries((name) => isRead(name) || name === path);
  const xml = files.get(path);
  const text = xml && decodeText(xml)?.text;
  if (!text) return problem('zip-broken');
  const root = readXml(text, path);
  if (isProblem(root)) return root;
  if (localName(root) !== 'Project') {
    return problem('malformed', { format: 'QDPX', reason: `<${localName(root)}>` });
  }
  return { project: readProject(root), root, file: (name) => files.get(name) ?? null, paths: archive.names };
}

export function isOpened(value: OpenedPackage | Problem): value is OpenedPackage {
  return 'project' in value;
}

/** The XML of a project; at the top where there are several. */
export function projectPath(names: readonly string[]): string | null {
  const found = names.filter((name) => /\.qde$/i.test(name));
  return [...found].sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? null;
}

/** Recordings and pictures are never unpacked. */
function isRead(name: string): boolean {
  return /\.(?:txt|docx|yaml|header)$/i.test(name);
}

/** A text of a source or note, with how its bytes were read; null where there is none. */
export function textOfSource(source: QdaNote, { file, paths }: OpenedPackage): DecodedText | null {
  const { content, plainTextPath } = source;
  if (plainTextPath !== null) {
    const path = pathIn(plainTextPath, paths);
    const bytes = path === null ? null : file(path);
    const decoded = bytes && (bytes.length === 0 ? emptyText : decodeText(bytes));
    if (decoded) return decoded;
  }
  if (content === null) return null;
  return { text: content, raw: content, encoding: 'utf-8', isCertain: true };
}

const emptyText: DecodedText = { text: '', raw: '', encoding: 'utf-8', isCertain: true };

/** `internal://NAME` is a file in the folder `sources`, also `Sources`; other places are not on this machine. */
export function pathIn(reference: string, paths: readonly string[]): string | null {
  const name = /^internal:\/{2,}([^/].*)$/i.exec(reference.trim())?.[1];
  if (name === undefined) return null;
  const wanted = `sources/${name}`.toLowerCase();
  const found = paths.find((path) => path.toLowerCase() === wanted);
  return found ?? paths.find((path) => path.toLowerCase().endsWith(`/${name.toLowerCase()}`)) ?? null;
}
