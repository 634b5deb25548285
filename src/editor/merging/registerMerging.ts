import * as vscode from 'vscode';
import type { PersonDisk } from '../../store/personDisk';
import type { Acting } from '../coding/acting';
import { registerMergingVersions } from './mergeVersions';
import { registerResolving } from './resolveConflicts';
import { VersionFixes, versionFiles } from './versionFixes';

/** Two versions of one's own file: copies that sync tools made, git's marks, and what is still to be decided. */
export function registerMerging(acting: Acting, disk: PersonDisk): vscode.Disposable {
  return vscode.Disposable.from(
    registerMergingVersions(acting, disk),
    registerResolving(acting),
    vscode.languages.registerCodeActionsProvider(versionFiles, new VersionFixes(), {
      providedCodeActionKinds: [VersionFixes.kind],
    }),
  );
}
