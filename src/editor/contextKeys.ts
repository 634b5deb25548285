import * as vscode from 'vscode';
import type { Codings } from '../store/codings';
import type { Identities } from '../store/identity';
import type { Transcripts } from '../store/transcripts';

/** What menus and the walkthrough ask for: of the transcript last looked at, and of who codes. */
export function registerContextKeys(
  transcripts: Transcripts,
  codings: Codings,
  identities: Identities,
): vscode.Disposable {
  const { executeCommand } = vscode.commands;
  const set = (): void => {
    const own = codings.active?.ownCoding;
    void executeCommand('setContext', 'alliance.transcript', transcripts.active !== undefined);
    void executeCommand('setContext', 'alliance.named', identities.current !== undefined);
    void executeCommand('setContext', 'alliance.coded', (own?.annotations.length ?? 0) > 0);
    void executeCommand('setContext', 'alliance.released', Boolean(own?.released));
  };
  set();
  return vscode.Disposable.from(
    transcripts.onDidChangeActive(set),
    codings.onDidChange(set),
    identities.onDidChange(set),
  );
}
