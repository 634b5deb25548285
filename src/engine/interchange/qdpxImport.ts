import type { ImportFormat } from './format';
import { refused, type Ignored, type ImportedSession, type SourceReading } from './imported';
import { problem, type Problem } from './problems';
import { codeGuid } from './refi/codesOut';
import { codebookOf } from './refi/codesIn';
import type { Context, ReadNote } from './refi/context';
import { countingOf } from './refi/counting';
import { filesBeside } from './refi/filesIn';
import { isOpened, openPackage, projectPath, textOfSource, type OpenedPackage } from './refi/openPackage';
import { readOwnFiles, type OwnFiles } from './refi/ownIn';
import { peopleOf } from './refi/people';
import { readSources, type ReadSource } from './refi/sourcesIn';
import type { OpenedSource } from './source';
import { elementIn, elementsIn } from './xml';
import { isArchive, isZip, openArchive } from './zip';

/** A project of NVivo, ATLAS.ti, MAXQDA, QualCoder or another program that writes REFI-QDA (`.qdpx`). */
export const qdpxImport: ImportFormat = {
  id: 'qdpx',
  title: 'REFI-QDA',
  looksLike: ({ bytes, name }) => isZip(bytes) && (/\.qdpx$/i.test(name) || hasProject(bytes)),
  read: readQdpx,
};

function hasProject(bytes: Uint8Array): boolean {
  const archive = openArchive(bytes);
  return isArchive(archive) && projectPath(archive.names) !== null;
}

function readQdpx({ bytes }: OpenedSource): SourceReading {
  const opened = openPackage(bytes);
  if (!isOpened(opened)) return refused(opened);
  const own = readOwnFiles(opened);
  const { sources, missing } = readSources(opened, ({ guid }) => own.sessions.get(guid) ?? null);
  if (sources.length === 0) return refused(problem('no-speech', { format: 'QDPX' }));
  const { project } = opened;
  const context: Context = {
    project,
    people: peopleOf(project),
    codes: codebookOf(project.codes, project.name, ownCodeIds(own)),
    found: countingOf(
      sources.map(({ ruler, source }) => ({ ruler, selections: source.selections })),
      project.origin,
    ),
    notes: notesIn(opened),
  };
  const warnings = [...countingWarnings(context, sources), ...missingTexts(missing)];
  return {
    refusal: null,
    sessions: sources.map(({ session }, index) =>
      index === 0 ? withWarnings(session, warnings, ignoredIn(opened)) : session,
    ),
    filesFor: (written) => filesBeside(written, sources, own, context),
  };
}

/** The ids of codes in our own codebooks, by the GUIDs they have in a project. */
function ownCodeIds({ sessions }: OwnFiles): ReadonlyMap<string, string> {
  const codebooks = new Set([...sessions.values()].map(({ codebook }) => codebook));
  return new Map(
    [...codebooks].flatMap((codebook) =>
      [...codebook.codes.keys()].map((id) => [codeGuid(codebook, id), id] as const),
    ),
  );
}

function notesIn(opened: OpenedPackage): ReadonlyMap<string, ReadNote> {
  return new Map(
    opened.project.notes.map((note) => {
      const text = textOfSource(note, opened)?.text ?? note.description;
      return [note.guid, { guid: note.guid, name: note.name, user: note.user, text }];
    }),
  );
}

/** Says where positions were not as the standard has them, and where nothing told how they are. */
function countingWarnings({ found, project }: Context, sources: readonly ReadSource[]): Problem[] {
  const { counting, matched, quoted } = found;
  const tricky = sources.some(({ ruler, source }) => ruler.isTricky && source.selections.length > 0);
  if (!tricky) return [];
  const how = [
    counting.units === 'utf-16' ? 'UTF-16' : 'Unicode',
    `CRLF = ${counting.lineEnd}`,
    ...(counting.mark ? ['BOM = 1'] : []),
  ].join(', ');
  if (quoted === 0) return [problem('positions-assumed', { how, program: project.origin || '?' })];
  const isStandard = counting.units === 'code-points' && counting.lineEnd === 1 && !counting.mark;
  return isStandard ? [] : [problem('positions-repaired', { how, matched, quoted })];
}

function missingTexts(count: number): Problem[] {
  return count > 0 ? [problem('qda-texts-missing', { count })] : [];
}

/** What is in a project beside texts. */
function ignoredIn({ root }: OpenedPackage): Ignored[] {
  const within = (name: string): number => {
    const holder = elementIn(root, name);
    return holder ? elementsIn(holder).length : 0;
  };
  const sources = elementIn(root, 'Sources');
  const texts = sources ? elementsIn(sources, 'TextSource').length : 0;
  const counts = [
    ['media', within('Sources') - texts],
    ['sets', within('Sets')],
    ['graphs', within('Graphs')],
  ] as const;
  return counts.flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
}

function withWarnings(
  session: ImportedSession,
  warnings: readonly Problem[],
  ignored: readonly Ignored[],
): ImportedSession {
  return {
    ...session,
    warnings: [...warnings, ...session.warnings],
    ignored: [...ignored, ...session.ignored],
  };
}
