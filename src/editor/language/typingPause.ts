import type * as vscode from 'vscode';

/** Milliseconds to wait for each turn of the text: a second where there are ten thousand. */
const perTurn = 0.1;

/**
 * What lists every turn is as long as the text, and VS Code reads such an answer between two keys. It takes its question back
 * when the text changes again, so an answer after a letter waits for that, the longer the more there is to read.
 *
 * @returns whether the answer is still wanted
 */
export async function typingHasPaused(turns: number, token: vscode.CancellationToken): Promise<boolean> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, perTurn * turns);
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  return !token.isCancellationRequested;
}
