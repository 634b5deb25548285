import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage } from '../messages';
import { unassigned } from '../../engine/interchange/labels';
import { baseName, relativeTo } from '../../store/nearest';
import type { StudyFiles } from '../../store/studyFiles';
import { problemWords } from '../../words/problems';
import type { Draft, DraftSession } from './draft';
import { shownName } from './preview';
import type { Written } from './writing';

/** Files named in a message; more are counted. */
const mostNamed = 4;

/** Nothing could be read: which files, and why. */
export function tellNothing({ refused, skipped }: Draft): void {
  const said = refused.slice(0, mostNamed).map(({ file, problem }) => {
    const why = problem ? problemWords(problem, vscode.l10n.t) : vscode.l10n.t('The disk does not give it.');
    return `${shownName(file)}: ${why}`;
  });
  const rest = refused.length - said.length;
  const more = rest > 0 ? [vscode.l10n.t('… and {0} more', rest)] : [];
  const none = vscode.l10n.t(
    'There is nothing here that can be imported. Files looked at: {0}.',
    skipped.length,
  );
  void showErrorMessage([...said, ...more].join(' ') || none);
}

/** What was written, and what was not. */
export function tellOutcome(draft: Draft, { written, same, kept, beside, failed }: Written): void {
  const parts = [
    vscode.l10n.t('Imported: {0}.', written.length),
    ...(beside.length > 0 ? [vscode.l10n.t('Beside them: {0}.', listed(beside.map(baseName)))] : []),
    ...(same.length > 0 ? [vscode.l10n.t('There already with the same text: {0}.', namesOf(same))] : []),
    ...(kept.length > 0 ? [vscode.l10n.t('Left as they are: {0}.', namesOf(kept))] : []),
    ...(draft.refused.length > 0
      ? [vscode.l10n.t('Could not be read: {0}.', listed(draft.refused.map(({ file }) => shownName(file))))]
      : []),
  ];
  if (failed.length === 0) {
    void showInformationMessage(parts.join(' '));
    return;
  }
  const [first] = failed;
  const reason = first?.reason ?? '';
  const names = listed(failed.map(({ target }) => baseName(target)));
  parts.push(
    vscode.l10n.t('Could not be written ({0}): {1}. Make room, or choose another folder.', reason, names),
  );
  void showErrorMessage(parts.join(' '));
}

function namesOf(sessions: readonly DraftSession[]): string {
  return listed(sessions.map(({ target }) => baseName(target)));
}

function listed(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  const more = rest > 0 ? [vscode.l10n.t('… and {0} more', rest)] : [];
  return [...names.slice(0, mostNamed), ...more].join(', ');
}

/** Opens what was made, and offers what is to be done with it next: labels where nobody is named, a place in the study. */
export async function offerNext(studies: StudyFiles, { written, same }: Written): Promise<void> {
  const [first] = [...written, ...same];
  if (!first) return;
  await vscode.window.showTextDocument(first.target);
  const unlabelled = written.filter(({ prepared }) =>
    prepared.composed.speakers.some(({ label }) => label === unassigned),
  );
  if (unlabelled.length > 0) offerLabelling(unlabelled);
  if (written.length > 0) await offerStudy(studies, written);
}

function offerLabelling(unlabelled: readonly DraftSession[]): void {
  const label = vscode.l10n.t('Label Speakers');
  const message = vscode.l10n.t(
    'Nobody is named in {0}. Give each turn its speaker with single keys.',
    namesOf(unlabelled),
  );
  void showInformationMessage(message, label).then(async (choice) => {
    const [first] = unlabelled;
    if (choice !== label || !first) return;
    await vscode.window.showTextDocument(first.target);
    await vscode.commands.executeCommand('alliance.label');
  });
}

/** Transcripts that lie in a study which does not list them yet. */
async function offerStudy(studies: StudyFiles, written: readonly DraftSession[]): Promise<void> {
  const [first] = written;
  const found = first && (await studies.near(first.target));
  if (!found?.study) return;
  const listedPaths = new Set(found.study.sessions.map(({ transcript }) => transcript));
  const missing = written.filter(({ target }) => {
    const path = relativeTo(found.uri, target);
    return path !== null && !listedPaths.has(path);
  });
  if (missing.length === 0) return;
  const add = vscode.l10n.t('Add Them to the Study');
  const message = vscode.l10n.t('The study does not list these transcripts yet: {0}.', namesOf(missing));
  void showInformationMessage(message, add).then((choice) => {
    const folder = vscode.Uri.joinPath(found.uri, '..').toString();
    if (choice === add) void vscode.commands.executeCommand('alliance.addSessions', { folder });
  });
}
