import * as vscode from 'vscode';
import { sha256Of } from '../engine/annotations/hashes';
import { readSafely } from './readText';

/** What tells that a file is another than it was. */
export interface Stamp {
  readonly mark: string;
  /** Whoever changes the file from now on changes the stamp: it holds in another window, at another time. */
  readonly isLasting: boolean;
}

/** File systems count time in steps, the coarsest in two seconds: what changes within one step may look the same. */
const coarsestMilliseconds = 3000;

/** Times and size; where a file system tells no time, a hash of what the file holds. */
export async function stampOf(uri: vscode.Uri): Promise<Stamp> {
  try {
    const { mtime, ctime, size } = await vscode.workspace.fs.stat(uri);
    if (!(mtime > 0)) return { mark: await contentMark(uri), isLasting: true };
    return { mark: `${mtime} ${ctime} ${size}`, isLasting: Date.now() - mtime > coarsestMilliseconds };
  } catch {
    return { mark: 'missing', isLasting: false };
  }
}

async function contentMark(uri: vscode.Uri): Promise<string> {
  const reading = await readSafely(uri);
  return reading.kind === 'text' ? sha256Of(reading.text) : reading.kind;
}
