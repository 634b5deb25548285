import * as vscode from 'vscode';
import { defaultCodebookText, readCodebook } from '../../engine/codebook/read';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { exists } from '../../store/nearest';
import { codebookName } from '../../store/watching';
import { argumentsOf, codedOf } from '../coding/targets';

/** The built-in codebook is shown, and nobody can write into it. */
const scheme = 'alliance-codebook';
const builtIn = vscode.Uri.from({ scheme, path: '/built-in.codebook.yaml' });

/** `Open Codebook`: the one in use, at a code where one is named. */
export function registerOpeningCodebook(codings: Codings): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => `# ${howToOwn()}\n${defaultCodebookText()}`,
    }),
    vscode.commands.registerCommand('alliance.openCodebook', async (first: unknown) => {
      const coded = codedOf(codings);
      if (coded) await codings.loaded(coded);
      const uri = await codebookInUse(coded);
      await showCodebook(uri, argumentsOf(first).code);
      return uri;
    }),
  );
}

/** Who wants another code looks here first. */
function howToOwn(): string {
  return vscode.l10n.t(
    'Built in, and not to be changed. “Create Codebook…” (above at the right) makes a copy for your study.',
  );
}

/** Without a transcript, the codebook at the top of a workspace folder counts as the one in use. */
async function codebookInUse(coded: CodedTranscript | undefined): Promise<vscode.Uri> {
  if (coded) return coded.codebookUri ?? builtIn;
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const candidate = vscode.Uri.joinPath(uri, codebookName);
    if (await exists(candidate)) return candidate;
  }
  return builtIn;
}

/** Shows a codebook as text, with the cursor at a code's definition. */
export async function showCodebook(uri: vscode.Uri, code?: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = code === undefined ? null : readCodebook(document.getText()).rangeOfCode(code);
  const start = found && new vscode.Position(found.start.line, found.start.character);
  const editor = await vscode.window.showTextDocument(
    document,
    start ? { selection: new vscode.Range(start, start) } : {},
  );
  if (start) editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}
