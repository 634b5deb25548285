import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import * as z from 'zod/mini';
import { baseName, folderOf } from '../../store/nearest';
import type { StudyFiles } from '../../store/studyFiles';
import type { FileWriter } from '../../store/writer';
import type { Acting } from '../coding/acting';
import { writeBeside } from './beside';
import { Draft } from './draft';
import { tellMemosLeft, withoutMemos } from './memos';
import { Preview } from './preview';
import { askAboutImport } from './questions';
import { readFiles, sourceFiles } from './sources';
import { offerNext, tellNothing, tellOutcome } from './telling';
import { writeSessions, type Written } from './writing';

const uriSchema = z.union([z.string(), z.custom<vscode.Uri>((value) => value instanceof vscode.Uri)]);

/** What the command would ask; with `files`, nothing is asked. */
const argumentsSchema = z.object({
  files: z.array(uriSchema),
  to: z.optional(uriSchema),
  roles: z.optional(z.record(z.string(), z.enum(['therapist', 'client', 'other']))),
  join: z.optional(z.boolean()),
  replace: z.optional(z.boolean()),
});

/** What an import made, for tests and other extensions. */
interface Made {
  /** The transcripts written. */
  readonly transcripts: readonly vscode.Uri[];
  /** There already with the same text. */
  readonly unchanged: readonly vscode.Uri[];
  /** There already with another text, and left as they are. */
  readonly kept: readonly vscode.Uri[];
  /** Files that came beside them and were not there: a codebook, codings, a study file. */
  readonly beside: readonly vscode.Uri[];
  readonly refused: readonly { readonly file: string; readonly code: string }[];
}

/** What an import needs. */
interface Importing {
  readonly acting: Acting;
  readonly studies: StudyFiles;
  readonly write: FileWriter;
  readonly preview: Preview;
}

export function registerImporting(acting: Acting, studies: StudyFiles, write: FileWriter): vscode.Disposable {
  const preview = new Preview();
  const importing: Importing = { acting, studies, write, preview };
  return vscode.Disposable.from(
    preview,
    vscode.commands.registerCommand('alliance.import', (first: unknown, selected: unknown) => {
      const given = argumentsSchema.safeParse(first);
      return given.success ? importGiven(importing, given.data) : importChosen(importing, first, selected);
    }),
  );
}

/** Imports what a script names, without a question. */
async function importGiven(
  { acting, write }: Importing,
  { files, to, roles = {}, join = false, replace = false }: z.infer<typeof argumentsSchema>,
): Promise<Made | undefined> {
  const chosen = files.map(uriOf);
  const read = await readFiles(await sourceFiles(chosen), chosen);
  if (!read) return undefined;
  const draft = new Draft(read);
  for (const [name, role] of Object.entries(roles)) draft.roles.set(name.toLowerCase(), role);
  draft.folder = to === undefined ? null : uriOf(to);
  draft.join = join;
  await draft.settle();
  const written = await writeAll(draft, replace, write);
  const left = await withoutMemos(acting, written.written);
  if (left.length > 0) tellMemosLeft(acting, left);
  return madeOf(draft, written);
}

function uriOf(given: string | vscode.Uri): vscode.Uri {
  return typeof given === 'string' ? vscode.Uri.parse(given) : given;
}

/** Imports what a person chooses, after they saw what it comes to. Undefined where they went away before anything was written. */
async function importChosen(
  { acting, studies, write, preview }: Importing,
  first: unknown,
  selected: unknown,
): Promise<Made | undefined> {
  const chosen = urisIn(first, selected) ?? (await askForFiles());
  if (!chosen || chosen.length === 0) return undefined;
  const read = await readFiles(await sourceFiles(chosen), chosen);
  if (!read) return undefined;
  const draft = new Draft(read);
  await draft.settle();
  if (draft.sessions.length === 0 && draft.beside.files.length === 0) {
    tellNothing(draft);
    return madeOf(draft, { written: [], same: [], kept: [], beside: [], failed: [] });
  }
  await draft.propose();
  const study = await studyFolder(studies, chosen);
  await preview.show(draft);
  const decision = await askAboutImport(draft, study, async () => {
    await draft.settle();
    preview.changed();
  });
  await preview.close();
  if (!decision) return undefined;
  const written = await writeAll(draft, decision.replace, write);
  tellOutcome(draft, written);
  const left = await withoutMemos(acting, written.written);
  if (left.length > 0) tellMemosLeft(acting, left);
  await offerNext(studies, written);
  return madeOf(draft, written);
}

/** Writes the transcripts, then what comes beside those that stand there now. */
async function writeAll(draft: Draft, replace: boolean, write: FileWriter): Promise<Written> {
  const written = await writeSessions(draft.sessions, replace, write);
  const beside = await draft.besideThose([...written.written, ...written.same]);
  const failed = await writeBeside(beside, write);
  const without = new Set(failed.map(({ uri }) => uri));
  return {
    ...written,
    beside: beside.files.flatMap(({ uri, isThere }) => (isThere || without.has(uri) ? [] : [uri])),
    failed: [...written.failed, ...failed.map(({ uri, reason }) => ({ target: uri, reason }))],
  };
}

/** What was clicked in the Explorer, with what else is selected there. */
function urisIn(first: unknown, selected: unknown): readonly vscode.Uri[] | undefined {
  if (!(first instanceof vscode.Uri)) return undefined;
  const all = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
  return all.length > 0 ? all : [first];
}

/** Not every system has a dialog for both, files and folders. */
async function askForFiles(): Promise<readonly vscode.Uri[] | undefined> {
  const files = { label: vscode.l10n.t('Files…'), iconPath: new vscode.ThemeIcon('files') };
  const folder = { label: vscode.l10n.t('A Folder…'), iconPath: new vscode.ThemeIcon('folder') };
  const title = vscode.l10n.t('Import Transcripts');
  const placeHolder = vscode.l10n.t('Captions, Word documents, plain text, data of transcription services…');
  const kind = await showQuickPick([files, folder], { title, placeHolder });
  if (kind === undefined) return undefined;
  return vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Look at Them'),
    canSelectFiles: kind === files,
    canSelectFolders: kind === folder,
    canSelectMany: true,
  });
}

/** The folder of the study that the files lie in, else of the one that is open. */
async function studyFolder(studies: StudyFiles, chosen: readonly vscode.Uri[]): Promise<vscode.Uri | null> {
  const [first] = chosen;
  const near = first ? await studies.near(first) : null;
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  const found = near ?? (workspace ? await studies.near(vscode.Uri.joinPath(workspace.uri, 'any')) : null);
  return found ? folderOf(found.uri) : null;
}

function madeOf(draft: Draft, { written, same, kept, beside, failed }: Written): Made {
  return {
    transcripts: written.map(({ target }) => target),
    unchanged: same.map(({ target }) => target),
    kept: kept.map(({ target }) => target),
    beside,
    refused: [
      ...draft.refused.map(({ file, problem }) => ({ file: file.name, code: problem?.code ?? 'unreadable' })),
      ...failed.map(({ target }) => ({ file: baseName(target), code: 'not-written' })),
    ],
  };
}
