import { replaceFile } from './replaceFile';
import { workspaceWrite } from './workspaceWrite';
import type { FileWriter } from './writer';

/** Desktop: a file on this machine is replaced as Node can do it; any other goes the way of its file system. */
export const atomicWrite: FileWriter = async (uri, text) => {
  if (uri.scheme !== 'file') return workspaceWrite(uri, text);
  await replaceFile(uri.fsPath, text);
};
