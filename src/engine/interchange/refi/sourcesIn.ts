import type { DecodedText } from '../decode';
import { session, type ImportedSession } from '../imported';
import { problem, type Problem } from '../problems';
import { stemOf } from '../source';
import { docxText } from './docxText';
import { Ruler } from './counting';
import { readText } from './layoutIn';
import type { QdaSource } from './model';
import { Names } from './names';
import { pathIn, textOfSource, type OpenedPackage } from './openPackage';
import type { OwnSession } from './ownIn';

/** A source of a project with its text, as a session. */
export interface ReadSource {
  readonly source: QdaSource;
  readonly ruler: Ruler;
  readonly session: ImportedSession;
  /** What our own files say of it. */
  readonly own: OwnSession | null;
}

/** The text sources of a package; those without a text in it are counted. */
export function readSources(
  opened: OpenedPackage,
  ownOf: (source: QdaSource) => OwnSession | null,
): { readonly sources: readonly ReadSource[]; readonly missing: number } {
  const names = new Names();
  const sources = opened.project.sources.flatMap((source): ReadSource[] => {
    const decoded = textIn(source, opened);
    if (!decoded) return [];
    return [readSource(source, decoded, ownOf(source), names)];
  });
  return { sources, missing: opened.project.sources.length - sources.length };
}

function textIn(source: QdaSource, opened: OpenedPackage): DecodedText | null {
  const plain = textOfSource(source, opened);
  if (plain || source.richTextPath === null) return plain;
  const path = pathIn(source.richTextPath, opened.paths);
  const bytes = path === null ? null : opened.file(path);
  const text = bytes && docxText(bytes);
  return text === null ? null : { text, raw: text, encoding: 'utf-8', isCertain: true };
}

function readSource(
  source: QdaSource,
  decoded: DecodedText,
  own: OwnSession | null,
  names: Names,
): ReadSource {
  const { text } = decoded;
  const ruler = new Ruler(decoded);
  const warnings: Problem[] = decoded.isCertain
    ? []
    : [problem('encoding-guessed', { encoding: decoded.encoding })];
  if (own) {
    const whole = readText(`${own.header}${text}`, own.speakers);
    const kept = { header: own.header, body: text };
    const name = own.path.slice(own.folder.length).replace(/\.(?:transcript|txt)$/i, '');
    const made = session({ ...whole, kept, name, folder: own.folder, warnings });
    return { source, ruler, own, session: made };
  }
  const name = names.give(stemOf(source.name.trim()) || 'session');
  return { source, ruler, own, session: session({ ...readText(text), name, warnings }) };
}
