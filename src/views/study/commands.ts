import * as vscode from 'vscode';
import type { Identities } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import { language } from '../../store/transcripts';
import type { Node } from './nodes';
import { summaryOf } from './summary';

/** What can be done with a study and its sessions; those with a node come from the tree only. */
export function registerStudyCommands(index: StudyIndex, identities: Identities): vscode.Disposable {
  const { registerCommand, executeCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.refreshStudy', async () => {
      await index.read();
      return summaryOf(index, identities.current?.id ?? null);
    }),
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

function transcriptOf(node: Node | undefined): vscode.Uri | undefined {
  return node?.kind === 'session' || node?.kind === 'person' ? node.session.uri : undefined;
}

/** A `.txt` of a study is a transcript, whatever its name says. */
export async function openTranscript(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== language) await vscode.languages.setTextDocumentLanguage(document, language);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
}
