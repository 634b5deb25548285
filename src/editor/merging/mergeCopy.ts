import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import { nothing } from '../../engine/annotations/acts';
import type { AnnotationFile } from '../../engine/annotations/file';
import { isMergeable, merge, type Merge } from '../../engine/annotations/merge';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { Acting } from '../coding/acting';
import { codedOfFile } from './codedOfFile';
import * as telling from './tellingVersions';

/**
 * A copy that a sync tool made is merged into one's own file, as one act that can be undone, and goes to the trash. What
 * both come of is not known: what only one has is kept, and what differs is asked about.
 */
export async function mergeCopy(
  acting: Acting,
  uri: vscode.Uri,
  copy: AnnotationFile,
  confirmed: boolean,
): Promise<boolean> {
  const name = baseName(uri);
  const { transcript, coder } = copy.coding;
  if (!isMergeable(copy)) return telling.tellNotMergeable(name);
  const coded = await codedOfFile(acting.codings, uri, transcript);
  if (!coded) return telling.tellNoTranscript(name);
  if ((await acting.coder(coded)) !== coder) return telling.tellNotYours(name, coder);
  const own = coded.own?.file;
  if (own?.uri.toString() === uri.toString()) return telling.tellOnlyOne(name);
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const mergedInto = (file: AnnotationFile): Merge =>
    merge({ base: null, ours: copy, theirs: file }, { at, from: name });
  const preview = own ? mergedInto(own.file) : null;
  if (!confirmed && !(await agreed(name, baseName(coded.ownUri(coder)), preview))) return false;
  const isNew = preview === null || preview.step.change.length > 0;
  let conflicts = 0;
  const build = (file: AnnotationFile) => {
    const { step, conflicts: found } =
      file.coding.coder === coder ? mergedInto(file) : { step: nothing(file), conflicts: [] };
    conflicts = found.length;
    return step;
  };
  if (isNew && !(await acting.perform(coded, vscode.l10n.t('Merge {0}', name), build))) return false;
  await discard(uri);
  await reloaded(acting, coded);
  telling.tellMerged(name, conflicts);
  return true;
}

async function agreed(copy: string, own: string, preview: Merge | null): Promise<boolean> {
  const yes = vscode.l10n.t('Merge');
  const message = vscode.l10n.t('Merge {0} into {1}?', copy, own);
  const detail = [
    vscode.l10n.t('What only one of the two has is kept. You can undo it.'),
    preview && preview.conflicts.length > 0
      ? vscode.l10n.t(
          'They differ in {0} places: both are kept, and you decide afterwards.',
          preview.conflicts.length,
        )
      : '',
    vscode.l10n.t('The copy is moved to the trash.'),
  ];
  const options = { modal: true, detail: detail.filter(Boolean).join('\n\n') };
  return (await showInformationMessage(message, options, yes)) === yes;
}

/** Where there is no trash, the copy stays: it is not ours to destroy. */
async function discard(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { useTrash: true });
  } catch {
    telling.tellKept(baseName(uri));
  }
}

async function reloaded(acting: Acting, coded: CodedTranscript): Promise<void> {
  await acting.codings.reload(coded);
}
