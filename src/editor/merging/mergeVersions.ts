import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import type { FaultCode } from '../../engine/faults';
import { gitConflict } from '../../engine/annotations/gitConflict';
import { readAnnotationFile } from '../../engine/annotations/read';
import { baseName } from '../../store/nearest';
import type { PersonDisk } from '../../store/personDisk';
import type { Acting } from '../coding/acting';
import { codedOf } from '../coding/targets';
import { versionArguments } from './codedOfFile';
import { mergeCopy } from './mergeCopy';
import { mergeGit } from './mergeGit';
import * as telling from './tellingVersions';

const toBeMerged: ReadonlySet<FaultCode> = new Set(['conflict-copy', 'git-conflict']);

/** `Merge Versions`: copies of sync tools, and what git left in a file. Returns whether they were merged. */
export function registerMergingVersions(acting: Acting, disk: PersonDisk): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.mergeCopy', async (first: unknown) => {
    const { uri: given, confirmed } = versionArguments(first);
    const uri = given ?? (await chosen(acting));
    const text = uri && (await disk.read(uri).catch(() => null));
    if (!uri || text === null || text === undefined) return telling.tellNoVersions();
    const git = gitConflict(text);
    if (git) return mergeGit(acting, disk, { uri, text, git }, confirmed);
    const { file } = readAnnotationFile(text);
    return file ? mergeCopy(acting, uri, file, confirmed) : telling.tellNotMergeable(baseName(uri));
  });
}

/** Of the files beside the transcript that are to be merged, the one there is, or the one picked. */
async function chosen(acting: Acting): Promise<vscode.Uri | undefined> {
  const coded = codedOf(acting.codings);
  const uris = (coded?.faulty ?? [])
    .filter(({ faults }) => faults.some(({ code }) => toBeMerged.has(code)))
    .map(({ uri }) => uri);
  if (uris.length < 2) return uris[0];
  const items = uris.map((uri) => ({ label: baseName(uri), uri }));
  const placeHolder = vscode.l10n.t('Which file is to be merged into yours?');
  return (await showQuickPick(items, { placeHolder }))?.uri;
}
