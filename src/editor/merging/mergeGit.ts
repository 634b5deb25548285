import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import { source } from '../../engine/annotations/file';
import type { GitConflict } from '../../engine/annotations/gitConflict';
import { areVersions, isMergeable, merge, type Merge } from '../../engine/annotations/merge';
import { readAnnotationFile } from '../../engine/annotations/read';
import { baseName } from '../../store/nearest';
import type { PersonDisk } from '../../store/personDisk';
import type { Acting } from '../coding/acting';
import { tellFault } from '../coding/telling';
import { codedOfFile } from './codedOfFile';
import * as telling from './tellingVersions';

/** A file with git's marks, as it was found. */
export interface Marked {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly git: GitConflict;
}

/** The two versions that git left in one's own file become one, three ways where git says what both come of. */
export async function mergeGit(
  acting: Acting,
  disk: PersonDisk,
  marked: Marked,
  confirmed: boolean,
): Promise<boolean> {
  const { uri, git } = marked;
  const name = baseName(uri);
  const [here, other] = [readAnnotationFile(git.ours).file, readAnnotationFile(git.theirs).file];
  if (!here || !other || !areVersions(here, other)) return telling.tellByHand(name);
  if (!isMergeable(here) || !isMergeable(other)) return telling.tellNotMergeable(name);
  const { transcript, coder } = here.coding;
  const coded = await codedOfFile(acting.codings, uri, transcript);
  if (!coded) return telling.tellNoTranscript(name);
  if ((await acting.coder(coded)) !== coder) return telling.tellNotYours(name, coder);
  const base = git.base === null ? null : readAnnotationFile(git.base).file;
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const found = merge(
    { base, ours: other, theirs: here },
    { at, from: git.label === '' ? 'git' : git.label },
  );
  if (!confirmed && !(await agreed(name, git.label, found))) return false;
  if (!(await write(disk, marked, source(found.step.file)))) return false;
  await acting.codings.reload(coded);
  telling.tellMerged(name, found.conflicts.length);
  return true;
}

async function write(disk: PersonDisk, { uri, text }: Marked, merged: string): Promise<boolean> {
  try {
    return (await disk.write(uri, merged, text)) || telling.tellChangedMeanwhile(baseName(uri));
  } catch (error) {
    const again = (): void => void vscode.commands.executeCommand('alliance.mergeCopy', uri);
    tellFault({ kind: 'failed', uri, reason: disk.reasonOf(error) }, again);
    return false;
  }
}

async function agreed(name: string, label: string, { conflicts, unsealed }: Merge): Promise<boolean> {
  const yes = vscode.l10n.t('Merge');
  const message = vscode.l10n.t('Merge the two versions that git left in {0}?', name);
  const detail = [
    label === '' ? '' : vscode.l10n.t('The other version is from “{0}”.', label),
    conflicts.length === 0
      ? vscode.l10n.t('They do not contradict each other: what either has is kept.')
      : vscode.l10n.t(
          'They differ in {0} places: both are kept, and you decide afterwards.',
          conflicts.length,
        ),
    unsealed ? vscode.l10n.t('The release does not hold for both together, so it is taken back.') : '',
  ];
  const options = { modal: true, detail: detail.filter(Boolean).join('\n\n') };
  return (await showInformationMessage(message, options, yes)) === yes;
}
