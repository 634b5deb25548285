import * as vscode from 'vscode';
import { folderOf } from './nearest';
import { readSafely } from './readText';

/** Folders looked at on the way up. */
const mostLevels = 15;

/**
 * Whether a file lies in a git repository that is connected with another place, so that what is committed may leave the
 * machine. Read from the repository's own settings; what it is connected with is not told.
 */
export async function isInRepositoryWithRemote(file: vscode.Uri): Promise<boolean> {
  let folder = folderOf(file);
  for (let level = 0; level < mostLevels; level++) {
    const settings = await settingsOf(vscode.Uri.joinPath(folder, '.git'));
    if (settings !== null) return /^[^\S\r\n]*\[\s*remote\s+"/m.test(settings);
    const above = folderOf(folder);
    if (above.path === folder.path || above.path === '') return false;
    folder = above;
  }
  return false;
}

/** The settings of the repository that `.git` is, or names (of a worktree or a submodule); null where there is none. */
async function settingsOf(git: vscode.Uri): Promise<string | null> {
  let type: vscode.FileType;
  try {
    ({ type } = await vscode.workspace.fs.stat(git));
  } catch {
    return null;
  }
  return textIn((type & vscode.FileType.Directory) !== 0 ? git : await namedIn(git));
}

async function textIn(git: vscode.Uri): Promise<string> {
  const reading = await readSafely(vscode.Uri.joinPath(git, 'config'));
  return reading.kind === 'text' ? reading.text : '';
}

/** `gitdir: ../.git/worktrees/x`: what the worktree shares lies above `worktrees`. */
async function namedIn(git: vscode.Uri): Promise<vscode.Uri> {
  const reading = await readSafely(git);
  const path = /^gitdir:(.*)$/m.exec(reading.kind === 'text' ? reading.text : '')?.[1] ?? '';
  // Nothing is asked of another machine: `//server/share` would be one.
  const local = path.trim().replaceAll('\\', '/').replace(/^\/+/, '/');
  const shared = local.replace(/\/worktrees\/[^/]+$/, '');
  return /^(?:\/|[A-Za-z]:)/.test(shared)
    ? git.with({ path: shared.startsWith('/') ? shared : `/${shared}` })
    : vscode.Uri.joinPath(folderOf(git), shared);
}
