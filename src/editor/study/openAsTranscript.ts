import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { stemOf } from '../../engine/check/folder';
import { putSessions } from '../../engine/study/editStudy';
import { proposeCases } from '../../engine/study/proposeCases';
import { parseTranscript } from '../../engine/transcript/parse';
import { baseName, folderOf, relativeTo } from '../../store/nearest';
import { readSafely, type FileReading } from '../../store/readText';
import type { FoundStudy, StudyFiles } from '../../store/studyFiles';
import { asTranscript, isText, type TextTranscripts } from '../../store/textTranscripts';
import { tellNotUtf8 } from '../coding/telling';
import { tellStudyFault } from './tellingStudy';

const argumentsSchema = z.object({ uri: z.string() });

export function registerOpeningAsTranscript(files: StudyFiles, texts: TextTranscripts): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.openAsTranscript', (first: unknown) =>
    openAsTranscript(files, texts, uriOf(first)),
  );
}

/** The file that was named or clicked, else the one in the active editor. */
function uriOf(first: unknown): vscode.Uri | undefined {
  if (first instanceof vscode.Uri) return first;
  const given = argumentsSchema.safeParse(first);
  return given.success ? vscode.Uri.parse(given.data.uri) : vscode.window.activeTextEditor?.document.uri;
}

/** Opens a `.txt` as a transcript, now and from now on. Returns its address, or undefined where it cannot be one. */
async function openAsTranscript(
  files: StudyFiles,
  texts: TextTranscripts,
  uri: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  if (!uri || !isText(uri))
    return refuse(vscode.l10n.t('Open a .txt file first, or choose one in the Explorer.'));
  const reading = await readSafely(uri);
  if (reading.kind === 'not-utf8') return tellNotUtf8(uri);
  const why = unusable(reading, baseName(uri)) ?? (await namesake(uri));
  if (why !== null) return refuse(why);
  const study = await files.near(uri);
  if (study) await list(files, study, uri, reading);
  else await texts.remember(uri);
  const document = await asTranscript(await vscode.workspace.openTextDocument(uri));
  if (document) await vscode.window.showTextDocument(document);
  if (!study) tellNoStudy(uri);
  return uri;
}

function refuse(message: string): undefined {
  void showErrorMessage(message);
  return undefined;
}

function unusable({ kind }: FileReading, name: string): string | null {
  if (kind === 'text') return null;
  if (kind === 'missing') return vscode.l10n.t('{0} cannot be read.', name);
  return vscode.l10n.t('{0} is larger than 64 MB, so it is no transcript.', name);
}

/** Annotation files are named after the transcript without its ending, so two with one name would share them. */
async function namesake(uri: vscode.Uri): Promise<string | null> {
  const name = baseName(uri);
  const stem = stemOf(name).toLowerCase();
  const entries = await vscode.workspace.fs.readDirectory(folderOf(uri));
  const other = entries.find(([each]) => each.endsWith('.transcript') && stemOf(each).toLowerCase() === stem);
  return other
    ? vscode.l10n.t(
        '{0} and {1} have one name, and would share their annotation files. Rename one of them first.',
        name,
        other[0],
      )
    : null;
}

/** Lists a transcript in the study file, under the case that its header or its folder names. */
async function list(
  files: StudyFiles,
  { uri: studyUri, study }: FoundStudy,
  uri: vscode.Uri,
  reading: FileReading,
): Promise<void> {
  const path = relativeTo(studyUri, uri);
  if (path === null || study?.sessions.some(({ transcript }) => transcript === path)) return;
  const parsed = reading.kind === 'text' ? parseTranscript(reading.text) : null;
  const cases = proposeCases([{ path, parsed }], baseName(folderOf(studyUri)), study);
  const fault = await files.edit(studyUri, putSessions(cases));
  if (fault) tellStudyFault(fault);
}

function tellNoStudy(uri: vscode.Uri): void {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return;
  const setUp = vscode.l10n.t('Set Up Study…');
  const message = vscode.l10n.t(
    '{0} opens as a transcript in this workspace from now on. A study file would say so to everybody.',
    baseName(uri),
  );
  void showInformationMessage(message, setUp).then((choice) => {
    if (choice === setUp) void vscode.commands.executeCommand('alliance.setUpStudy');
  });
}
