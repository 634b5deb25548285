import { fingerprints, textHash } from '../../annotations/hashes';
import { render } from '../../annotations/render';
import type { Coding } from '../../annotations/types';
import { defaultCodebook } from '../../codebook/read';
import type { Code, Codebook } from '../../codebook/types';
import { codebookText } from '../../codebook/write';
import { renameTranscripts } from '../../study/editStudy';
import type { ExportedFile } from '../exported';
import type { FilesBeside, WrittenSession } from '../imported';
import { problem, type Problem } from '../problems';
import { codeForMissing, isBuiltIn, withCodes } from './codesIn';
import { SelectionReader, type PersonsCodings } from './codingsIn';
import type { Context } from './context';
import { episodesOf } from './episodesIn';
import { studyOf } from './factsIn';
import { leftOver } from './notesIn';
import { returnedCodings } from './ownCodings';
import { annotationPath, codebookPaths, folderOf, ratingOrder, studyName } from './ownFiles';
import type { OwnFiles } from './ownIn';
import { Placing } from './placing';
import type { ReadSource } from './sourcesIn';
import { noEntries } from '../../annotations/noEntries';

/** What became of a source: its transcript's path, its codings, and its codebook. */
interface MadeSession {
  readonly source: ReadSource;
  readonly path: string;
  readonly codings: readonly Coding[];
  readonly codebook: Codebook;
  readonly warnings: readonly Problem[];
}

const notesName = 'imported-notes.md';

/** The files beside transcripts: each person's codings, the codebook, the study, and what has no other place. */
export function filesBeside(
  written: readonly WrittenSession[],
  sources: readonly ReadSource[],
  own: OwnFiles,
  context: Context,
): FilesBeside {
  const codebookOf = codebooksFor(sources, context);
  const made = written.flatMap((each): MadeSession[] => {
    const source = sources[each.index];
    return source ? [madeOf(source, each, context, codebookOf(source))] : [];
  });
  const notes = own.isThere ? null : leftOver(context, sources);
  const files: ExportedFile[] = [
    ...made.flatMap(({ path, codings, codebook }) =>
      codings.map((coding) => ({
        name: annotationPath(path, coding.coder),
        content: render(coding, ratingOrder(codebook)),
      })),
    ),
    ...codebookFiles(made),
    ...studyFiles(made, own, context),
    ...(notes === null ? [] : [{ name: notesName, content: notes }]),
  ];
  return { files, warnings: made.flatMap(({ warnings }) => warnings) };
}

function madeOf(
  source: ReadSource,
  written: WrittenSession,
  context: Context,
  codebook: Codebook,
): MadeSession {
  const placing = new Placing(source.ruler.text, source.session, written);
  const reader = new SelectionReader(source, placing, context);
  reader.read();
  const text = { sha256: textHash(written.text), turns: fingerprints(placing.transcript.turns) };
  const transcript = written.path.slice(folderOf(written.path).length);
  const warnings: Problem[] = [];
  const warn = (code: 'qda-orphans' | 'qda-lost', count: number): void => {
    if (count > 0) warnings.push(problem(code, { transcript, count }));
  };
  const returned = source.own ? returnedCodings(source.own, source.ruler.text, reader.byCoder) : [];
  const theirs = [...reader.byCoder.values()].filter(
    ({ person }) => !returned.some(({ coding }) => coding.coder === person.coder),
  );
  if (theirs.length === reader.byCoder.size) warn('qda-orphans', reader.orphans);
  warn('qda-lost', reader.lost);
  for (const { coding, changes } of returned) {
    if (changes > 0)
      warnings.push(problem('qda-changed', { transcript, coder: coding.coder, count: changes }));
  }
  const codings = [
    ...returned.map(({ coding, sameText }) => ({ ...coding, transcript, ...(sameText ? { text } : {}) })),
    ...theirs.map((each) => codingOf(each, { transcript, text, codebook }, context)),
  ];
  return { source, path: written.path, codings, codebook, warnings };
}

function codingOf(
  { person, annotations, memos }: PersonsCodings,
  { transcript, text, codebook }: { transcript: string; text: Coding['text']; codebook: Codebook },
  context: Context,
): Coding {
  const { id, version } = codebook;
  return {
    alliance: 1,
    transcript,
    coder: person.coder,
    ...(person.name === null ? {} : { name: person.name }),
    role: person.role,
    codebook: { id, version },
    text,
    ...noEntries,
    annotations: annotations.map(({ annotation }) => annotation),
    episodes: episodesOf(annotations, context),
    memos,
  };
}

/** Our own codebook where a package has one, with codes that another program added; else the project's. */
function codebooksFor(sources: readonly ReadSource[], context: Context): (source: ReadSource) => Codebook {
  const { codes, project } = context;
  const named = sources.flatMap(({ source }) => [
    ...source.selections.flatMap((selection) => selection.codings),
    ...source.codings,
  ]);
  const missing = named.some(({ code }) => !codes.idOf.has(code)) ? [codeForMissing()] : [];
  const theirs = withCodes(codes.codebook, missing);
  const plain =
    missing.length === 0 && project.codes.length > 0 && isBuiltIn(theirs) ? defaultCodebook() : theirs;
  const ours = new Map<Codebook, Codebook>();
  const owned = sources.flatMap(({ own }) => (own ? [own.codebook] : []));
  const known = new Set(owned.flatMap((codebook) => [...codebook.codes.keys()]));
  const added: Code[] = [...theirs.codes.values()].filter(({ id }) => !known.has(id) && isNew(id, context));
  return ({ own }) => {
    if (!own) return plain.codes.size > 0 ? plain : defaultCodebook();
    const found =
      ours.get(own.codebook) ?? (added.length > 0 ? withCodes(own.codebook, added) : own.codebook);
    ours.set(own.codebook, found);
    return found;
  };
}

/** Codes by the id of which our own exports write what no codebook knows stay unknown. */
function isNew(id: string, { codes }: Context): boolean {
  return (codes.codebook.codes.get(id)?.label ?? '') !== id;
}

function codebookFiles(made: readonly MadeSession[]): readonly ExportedFile[] {
  return [...codebookPaths(made)].map(([name, codebook]) => ({ name, content: codebookText(codebook) }));
}

function studyFiles(
  made: readonly MadeSession[],
  own: OwnFiles,
  { project, people }: Context,
): ExportedFile[] {
  if (own.study !== null) {
    const paths = new Map(
      made.flatMap(({ source, path }) => (source.own ? [[source.own.path, path] as const] : [])),
    );
    const renamed = renameTranscripts((path) => {
      const now = paths.get(path);
      return now === undefined || now === path ? null : now;
    })(own.study);
    return [{ name: studyName, content: renamed ?? own.study }];
  }
  if (own.isThere) return [];
  const placed = made.map(({ source, path }) => ({ source: source.source, path }));
  const coded = new Set(made.flatMap(({ codings }) => codings.map(({ coder }) => coder)));
  const study = studyOf(
    project,
    placed,
    [...people.byGuid.values()].filter(({ coder }) => coded.has(coder)),
  );
  return study === null ? [] : [{ name: studyName, content: study }];
}
