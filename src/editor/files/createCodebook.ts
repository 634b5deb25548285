import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { newCodebookText } from '../../engine/codebook/newCodebook';
import { idFromName } from '../../engine/study/coderId';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { baseName, exists, folderOf, nearestAbove } from '../../store/nearest';
import type { StudyFiles } from '../../store/studyFiles';
import { codebookName, studyName } from '../../store/watching';
import { codedOf } from '../coding/targets';
import { folderOfStudy } from '../study/folderOfStudy';
import { tellStudyFault } from '../study/tellingStudy';
import { showCodebook } from './openCodebook';

const argumentSchema = z.object({ folder: z.optional(z.string()), title: z.optional(z.string()) });

/** `Create Codebook`: a study's own, which begins as a copy of the built-in one. Returns where it is; none is written over. */
export function registerCreatingCodebook(codings: Codings, files: StudyFiles): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.createCodebook', async (first: unknown) => {
    const read = argumentSchema.safeParse(first);
    const { folder: given, title: said } = read.success ? read.data : {};
    const coded = codedOf(codings);
    if (coded) await codings.loaded(coded);
    if (given === undefined && coded?.codebookUri) return showExisting(coded.codebookUri);
    const folder = given === undefined ? await folderFor(coded) : vscode.Uri.parse(given);
    if (!folder) return undefined;
    const uri = vscode.Uri.joinPath(folder, codebookName);
    if (await exists(uri)) return showExisting(uri);
    const title = said ?? (await askTitle(coded?.study?.title ?? baseName(folder)));
    if (title === undefined) return undefined;
    const fault = await files.create(uri, newCodebookText(idFromName(title) || 'own', title));
    if (fault) {
      tellStudyFault(fault);
      return undefined;
    }
    // Whoever codes on at once uses it already.
    await Promise.all(codings.all.map((each) => codings.reload(each)));
    await showCodebook(uri);
    return uri;
  });
}

async function showExisting(uri: vscode.Uri): Promise<vscode.Uri> {
  await showCodebook(uri);
  const name = vscode.workspace.asRelativePath(uri);
  void showInformationMessage(vscode.l10n.t('There is a codebook already: {0}. It is left as it is.', name));
  return uri;
}

interface FolderItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/** Beside the study file; without one, for the whole workspace folder or the transcript's own. */
async function folderFor(coded: CodedTranscript | undefined): Promise<vscode.Uri | undefined> {
  const transcript = coded?.document.uri;
  const question = vscode.l10n.t('Where is the codebook to stand?');
  if (!transcript || transcript.scheme === 'untitled') return folderOfStudy(undefined, question);
  const study = await nearestAbove(transcript, studyName);
  if (study) return folderOf(study);
  const own = folderOf(transcript);
  const workspace = vscode.workspace.getWorkspaceFolder(transcript)?.uri;
  if (!workspace || workspace.path.replace(/\/$/, '') === own.path.replace(/\/$/, '')) return own;
  const items: FolderItem[] = [
    { label: baseName(workspace), description: vscode.l10n.t('for all transcripts'), uri: workspace },
    {
      label: vscode.workspace.asRelativePath(own, false),
      description: vscode.l10n.t('for the transcripts of this folder'),
      uri: own,
    },
  ];
  return (await showQuickPick(items, { title: question }))?.uri;
}

async function askTitle(value: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Create Codebook'),
    prompt: vscode.l10n.t('The title of the codebook. Its id is made of it, and stands in every coding.'),
    value,
    validateInput: (text) => (text.trim() ? null : vscode.l10n.t('Please give it a title.')),
  });
  return title?.trim();
}
