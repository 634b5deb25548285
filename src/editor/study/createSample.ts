import * as vscode from 'vscode';
import { showErrorMessage } from '../messages';
import * as z from 'zod/mini';
import { folderSettingsText } from '../../store/folderSettings';
import { exists } from '../../store/nearest';
import { reasonOf } from '../../store/personDisk';
import { studyName } from '../../store/watching';
import { openGettingStarted } from './gettingStarted';

/** Where the sample study lies that was made in an earlier window and is to be shown in this one. */
const madeKey = 'alliance.sampleMade';
const folderName = 'alliance-sample';
/** The session that is opened first: nobody has to know another one to code in it. */
const firstSession = 'c017/session-02.transcript';

/** What it is made of, by name in the study: listed, since the folder of an extension in a browser cannot be. */
const sources: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['session-01', 'session-02'].flatMap((session) =>
      ['transcript', 'alice.alliance.yaml', 'bob.alliance.yaml', 'dana.alliance.yaml'].map((kind) => {
        const name = `c017/${session}.${kind}`;
        return [name, `test/samples/${name}`];
      }),
    ),
  ),
  'zoom/GMT20260316-150412_Recording.transcript.vtt':
    'media/sample/zoom/GMT20260316-150412_Recording.transcript.vtt',
  [studyName]: `media/sample/${studyName}`,
};

const answersSchema = z.object({ folder: z.string() });

/** `alliance.createSample` writes a small study of two sessions, and opens it. */
export function registerSample({ extensionUri, globalState }: vscode.ExtensionContext): vscode.Disposable {
  void showMade(globalState);
  return vscode.commands.registerCommand('alliance.createSample', (first: unknown) => {
    const given = answersSchema.safeParse(first);
    return given.success
      ? writeSample(extensionUri, vscode.Uri.parse(given.data.folder))
      : createSample(extensionUri, globalState);
  });
}

/** Asks where, writes, and opens what was written. Returns its folder; undefined where the person went away or it could not be written. */
async function createSample(extension: vscode.Uri, memory: vscode.Memento): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Where is the folder “{0}” to be made?', folderName),
      openLabel: vscode.l10n.t('Create Sample Study Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!parent) return undefined;
  const folder = await freeFolder(parent);
  try {
    await writeSample(extension, folder);
  } catch (error) {
    const message = vscode.l10n.t('The sample study could not be written: {0}', reasonOf(error));
    void showErrorMessage(message);
    return undefined;
  }
  await openSample(folder, memory);
  return folder;
}

/** What was tried on an earlier sample stays. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const folder = vscode.Uri.joinPath(parent, count === 1 ? folderName : `${folderName}-${count}`);
    if (!(await exists(folder))) return folder;
  }
}

/** The study file comes last: where anything fails, there is no study that lacks something. */
async function writeSample(extension: vscode.Uri, folder: vscode.Uri): Promise<vscode.Uri> {
  const { fs } = vscode.workspace;
  const settings = new TextEncoder().encode(folderSettingsText());
  await fs.writeFile(vscode.Uri.joinPath(folder, '.vscode', 'settings.json'), settings);
  for (const [name, source] of Object.entries(sources)) {
    const content = await fs.readFile(vscode.Uri.joinPath(extension, ...source.split('/')));
    await fs.writeFile(vscode.Uri.joinPath(folder, ...name.split('/')), content);
  }
  return folder;
}

/** A folder opened in this window begins it anew, so what is to be shown there is noted. A window in use is not taken away. */
async function openSample(folder: vscode.Uri, memory: vscode.Memento): Promise<void> {
  if (vscode.workspace.getWorkspaceFolder(folder)) return showSample(folder);
  await memory.update(madeKey, folder.toString());
  const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

async function showMade(memory: vscode.Memento): Promise<void> {
  const made = memory.get(madeKey);
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === made);
  if (!folder) return;
  await memory.update(madeKey, undefined);
  await showSample(folder.uri);
}

/** The session beside what there is to do with it, the cursor in its first turn: a key codes it. */
async function showSample(folder: vscode.Uri): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, ...firstSession.split('/'));
  const document = await vscode.workspace.openTextDocument(uri);
  const firstTurn = document.positionAt(document.getText().indexOf('\n[') + 1);
  const selection = new vscode.Range(firstTurn, firstTurn);
  await vscode.window.showTextDocument(document, { preview: false, selection });
  await openGettingStarted(true);
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
}
