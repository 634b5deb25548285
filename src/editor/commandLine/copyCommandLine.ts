import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { setStatusBarMessage, showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { baseName, folderOf } from '../../store/nearest';
import type { FoundStudy, StudyFiles } from '../../store/studyFiles';
import type { Transcripts } from '../../store/transcripts';
import { commandLine, shellOf, type Runtime } from './call';

/** What the command would ask. */
const argumentsSchema = z.object({
  call: z.enum(['check', 'reanchor', 'trajectory', 'import']),
  path: z.string(),
});

interface CallItem extends vscode.QuickPickItem {
  readonly words: readonly string[];
}

/** What a line needs: the extension's own folder, and the program that runs it; null in a browser, where there is none. */
interface Ground {
  readonly extension: vscode.Uri;
  readonly runtime: Runtime | null;
  readonly transcripts: Transcripts;
  readonly studies: StudyFiles;
}

export function registerCopyingCommandLine(ground: Ground): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.copyCommandLine', (first: unknown) =>
    copyCommandLine(ground, first),
  );
}

/** Copies a call of the command line. Returns it; undefined where there is none to copy. */
async function copyCommandLine(
  { extension, runtime, transcripts, studies }: Ground,
  first: unknown,
): Promise<string | undefined> {
  if (!runtime) {
    return refuse(
      vscode.l10n.t(
        'The command line runs on a computer, and this VS Code runs in a browser. Open the study in VS Code on your computer, and copy it there.',
      ),
    );
  }
  const given = argumentsSchema.safeParse(first);
  const words = given.success
    ? [given.data.call, given.data.path]
    : await askForCall(transcripts.active?.uri, studies);
  if (!words) return undefined;
  const script = vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const line = commandLine(runtime, script, words, shellOf(vscode.env.shell, runtime));
  await vscode.env.clipboard.writeText(line);
  setStatusBarMessage(vscode.l10n.t('Copied. Paste it into a terminal.'), 5000);
  return line;
}

async function askForCall(
  transcript: vscode.Uri | undefined,
  studies: StudyFiles,
): Promise<readonly string[] | undefined> {
  const study = transcript ? await studies.near(transcript) : null;
  const folder = folderMeant(study);
  const open = transcript?.scheme === 'file' ? transcript : undefined;
  const coders = (study?.study?.coders ?? []).flatMap(({ id, role }) => (role === 'coder' ? [id] : []));
  const items = [
    ...(open ? itemsOf(open, coders, false) : []),
    ...(folder ? itemsOf(folder, coders, true) : []),
  ];
  if (items.length === 0) {
    return refuse(
      vscode.l10n.t('Open a transcript or a folder that lies on a disk: the command line reads files there.'),
    );
  }
  const title = vscode.l10n.t('Copy Command Line');
  const placeHolder = vscode.l10n.t('Which call?');
  const chosen = await showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return chosen?.words;
}

/** The folder of the study, else that of the workspace. */
function folderMeant(study: FoundStudy | null): vscode.Uri | undefined {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  const folder = study ? folderOf(study.uri) : workspace?.uri;
  return folder?.scheme === 'file' ? folder : undefined;
}

function itemsOf(uri: vscode.Uri, coders: readonly string[], isFolder: boolean): CallItem[] {
  const { fsPath } = uri;
  const name = baseName(uri);
  const item = (label: string, detail: string, ...words: readonly string[]): CallItem => ({
    label,
    description: name,
    detail,
    words,
  });
  return [
    item('check', vscode.l10n.t('What is wrong in transcripts and the files around them'), 'check', fsPath),
    item(
      'trajectory',
      vscode.l10n.t('Ruptures, repairs and figures of every coded session'),
      'trajectory',
      fsPath,
    ),
    item('reanchor', vscode.l10n.t('Where every annotation is in a text that changed'), 'reanchor', fsPath),
    item(
      'export',
      vscode.l10n.t('What was coded, as a table for R, without text'),
      'export',
      fsPath,
      '--format',
      'csv-long',
      '--out',
      vscode.Uri.joinPath(isFolder ? uri : folderOf(uri), `${name.replace(/\.(?:transcript|txt)$/, '')}.csv`)
        .fsPath,
    ),
    ...(coders.length > 1
      ? [
          item(
            'agreement',
            vscode.l10n.t('How far coders agree, in what both released'),
            'agreement',
            fsPath,
            '--coders',
            coders.join(','),
          ),
        ]
      : []),
    ...(isFolder
      ? [
          item(
            'import',
            vscode.l10n.t('Transcripts of other programs in this folder, written beside them'),
            'import',
            fsPath,
            '--out',
            fsPath,
          ),
        ]
      : []),
    item('check --json', vscode.l10n.t('The same for a script'), 'check', fsPath, '--json'),
    item('trajectory --json', vscode.l10n.t('The same for R or Python'), 'trajectory', fsPath, '--json'),
  ];
}

function refuse(message: string): undefined {
  void showInformationMessage(message);
  return undefined;
}
