import * as vscode from 'vscode';
import { inParallel } from './parallel';
import { codebookName, studyName } from './watching';

/** Levels below the study's folder, and folders in all: a home folder opened by mistake is not read through. */
const mostLevels = 10;
const mostFolders = 3000;

export interface FolderNames {
  readonly files: readonly string[];
  /** Without hidden ones, `node_modules`, and links, which may lead in a circle. */
  readonly folders: readonly string[];
}

/** A folder of a study. */
export interface StudyFolder {
  readonly uri: vscode.Uri;
  /** From the study's folder, with `/`; empty for that itself. */
  readonly path: string;
  readonly files: readonly string[];
  /** The codebook that applies in it; null for the built-in one. */
  readonly codebook: vscode.Uri | null;
}

/** From the study's folder. */
export function pathIn({ path }: StudyFolder, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

/** Names in a folder, sorted; nothing where it cannot be read. */
export async function foldersIn(folder: vscode.Uri): Promise<FolderNames> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const files = entries.filter(([, type]) => (type & vscode.FileType.Directory) === 0);
    const folders = entries.filter(
      ([name, type]) =>
        type === vscode.FileType.Directory && !name.startsWith('.') && name !== 'node_modules',
    );
    return { files: files.map(([name]) => name).sort(), folders: folders.map(([name]) => name).sort() };
  } catch {
    return { files: [], folders: [] };
  }
}

/**
 * The folders of a study, level by level. A folder below that has a study file of its own is another study, with all that
 * is in it.
 *
 * @param codebook The one that applies at the top.
 */
export async function studyFolders(
  root: vscode.Uri,
  codebook: vscode.Uri | null,
): Promise<readonly StudyFolder[]> {
  const found: StudyFolder[] = [];
  let level: readonly Pick<StudyFolder, 'uri' | 'path' | 'codebook'>[] = [{ uri: root, path: '', codebook }];
  for (let depth = 0; depth <= mostLevels && level.length > 0; depth++) {
    const read = await inParallel(level.slice(0, mostFolders - found.length), async (folder) => ({
      folder,
      ...(await foldersIn(folder.uri)),
    }));
    level = read.flatMap(({ folder, files, folders }) => {
      if (folder.path !== '' && files.includes(studyName)) return [];
      const own = files.includes(codebookName) ? vscode.Uri.joinPath(folder.uri, codebookName) : null;
      const here = { ...folder, codebook: own ?? folder.codebook };
      found.push({ ...here, files });
      return folders.map((name) => ({
        uri: vscode.Uri.joinPath(folder.uri, name),
        path: here.path === '' ? name : `${here.path}/${name}`,
        codebook: here.codebook,
      }));
    });
  }
  return found;
}
