import * as vscode from 'vscode';
import { showInformationMessage } from '../../editor/messages';
import type { Identities } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import { language } from '../../store/transcripts';
import { nextOf, type Node } from './nodes';
import { summaryOf } from './summary';

/** What can be done with a study and its sessions; those with a node come from the tree only. */
export function registerStudyCommands(index: StudyIndex, identities: Identities): vscode.Disposable {
  const { registerCommand, executeCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.refreshStudy', async () => {
      await index.read();
      return summaryOf(index, identities.current?.id ?? null);
    }),
    registerCommand('alliance.nextSession', () => openNext(index, identities)),
    registerCommand('alliance.openSession', async (node: Node | undefined) => {
      const uri = transcriptOf(node);
      if (uri) await openTranscript(uri);
    }),
    registerCommand('alliance.openPersonFile', async (node: Node | undefined) => {
      if (node?.kind === 'person' && node.file) await vscode.window.showTextDocument(node.file);
    }),
    registerCommand('alliance.revealSession', async (node: Node | undefined) => {
      const uri = transcriptOf(node);
      if (uri) await executeCommand('revealInExplorer', uri);
    }),
  );
}

/** Opens the first session of one's plan that one has not released; its address. */
async function openNext(index: StudyIndex, identities: Identities): Promise<vscode.Uri | undefined> {
  const shape = await index.look();
  const me = identities.current;
  if (!me) {
    await vscode.commands.executeCommand('alliance.chooseCoder');
    return identities.current && openNext(index, identities);
  }
  const next = shape && nextOf(shape, me);
  if (next) await openTranscript(next.uri);
  else tellNoneLeft(shape?.study?.plan.some(({ coders }) => coders.includes(me.id)) ?? false);
  return next?.uri;
}

function tellNoneLeft(isDone: boolean): void {
  void showInformationMessage(
    isDone
      ? vscode.l10n.t('You have released every session that the plan gives you.')
      : vscode.l10n.t('The study file has no plan that names you. “Draw Coding Plan” makes one.'),
  );
}

function transcriptOf(node: Node | undefined): vscode.Uri | undefined {
  return node?.kind === 'session' || node?.kind === 'person' ? node.session.uri : undefined;
}

/** A `.txt` of a study is a transcript, whatever its name says. */
export async function openTranscript(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== language) await vscode.languages.setTextDocumentLanguage(document, language);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
}
