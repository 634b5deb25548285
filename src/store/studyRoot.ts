import * as vscode from 'vscode';
import { nearestAbove } from './nearest';
import { foldersIn } from './studyFolders';
import { studyName } from './watching';

/** Levels below a workspace folder at which a study file is looked for. */
const levelsDown = 3;

/** Folders looked into for it. */
const mostFolders = 500;

/** Where a study lies; `file` is null where a folder without a study file stands for one. */
export interface StudyRoot {
  readonly root: vscode.Uri;
  readonly file: vscode.Uri | null;
}

/**
 * The study that is worked on: that of the active transcript, else the one of before while its file is there, else the
 * first that is found in a workspace folder, else the workspace folder itself. A study file above a workspace folder is
 * none: what lies outside is not for us to read. Undefined where no folder is open.
 */
export async function findStudy(
  active: vscode.Uri | undefined,
  before: StudyRoot | undefined,
): Promise<StudyRoot | undefined> {
  const above = active && (await nearestAbove(active, studyName));
  if (above) return rootOf(above);
  if (before?.file && (await isThere(before.file))) return before;
  const folders = [...(vscode.workspace.workspaceFolders ?? [])].map(({ uri }) => uri);
  const home = active && vscode.workspace.getWorkspaceFolder(active)?.uri;
  const first = home ?? folders[0];
  if (!first) return undefined;
  for (const folder of [first, ...folders.filter((one) => one.toString() !== first.toString())]) {
    const file = await findBelow(folder);
    if (file) return rootOf(file);
  }
  return { root: first, file: null };
}

function rootOf(file: vscode.Uri): StudyRoot {
  return { root: vscode.Uri.joinPath(file, '..'), file };
}

/** Level by level, so that the one nearest to the top is found; by name within a level. */
async function findBelow(top: vscode.Uri): Promise<vscode.Uri | null> {
  let level = [top];
  let left = mostFolders;
  for (let depth = 0; depth <= levelsDown && level.length > 0; depth++) {
    const below: vscode.Uri[] = [];
    for (const folder of level.slice(0, left)) {
      const { files, folders } = await foldersIn(folder);
      if (files.includes(studyName)) return vscode.Uri.joinPath(folder, studyName);
      below.push(...folders.map((name) => vscode.Uri.joinPath(folder, name)));
    }
    left -= level.length;
    if (left <= 0) return null;
    level = below;
  }
  return null;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
