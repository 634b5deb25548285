import * as vscode from 'vscode';
import { openTranscript, until } from './workspaceFiles';

export const listed = [
  '---',
  'speakers: { Anna: { role: client }, Ben: { role: therapist }, Mother: { role: other } }',
  '---',
  '[00:00:00] Ben: How have you been? Since last week.',
  'Anna: Mm. (4s) I don’t know.',
  '   It was long.',
  'Mother: She slept. 👍',
  'Ben: Long.',
  'Anna: Yes.',
].join('\n');

export async function open(content: string): Promise<vscode.TextDocument> {
  const { document } = (await openTranscript(content)).editor;
  await until('the extension', async () => (await tokensOf(document)).length > 0);
  return document;
}

export function wholeOf(document: vscode.TextDocument): vscode.Range {
  return document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
}

/** `label=type` of each semantic token in a range. */
export async function tokensOf(document: vscode.TextDocument, range = wholeOf(document)): Promise<string[]> {
  const { commands } = vscode;
  const legend = await commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
    'vscode.provideDocumentRangeSemanticTokensLegend',
    document.uri,
    range,
  );
  const tokens = await commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentRangeSemanticTokens',
    document.uri,
    range,
  );
  const data = [...(tokens?.data ?? [])];
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
    line += down;
    character = down > 0 ? right : character + right;
    const label = document.getText(new vscode.Range(line, character, line, character + length));
    found.push(`${label}=${legend?.tokenTypes[type]}`);
  }
  return found;
}
