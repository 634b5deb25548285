import type * as vscode from 'vscode';
import type { OpenTranscript } from '../../store/transcripts';

/** Milliseconds without a key, and for each line of the text: a second and a half where there are ten thousand. */
const least = 500;
const perLine = 0.1;

/**
 * VS Code asks anew at every key what there is to show, and reads and draws the answer between that key and the next. What is
 * on screen moves with the text meanwhile, so the answer waits for a pause; VS Code takes its question back when another key
 * comes first.
 */
export class TypingPause {
  /** The version of the text that was last answered for. */
  readonly #answered = new WeakMap<OpenTranscript, number>();

  /** Resolves at once for a text that was just opened, after a key when no other follows. False where no answer is wanted any more. */
  async of(transcript: OpenTranscript, token: vscode.CancellationToken): Promise<boolean> {
    const { document } = transcript;
    const wasTyped = (this.#answered.get(transcript) ?? document.version) !== document.version;
    if (wasTyped) await pause(least + perLine * document.lineCount, token);
    if (token.isCancellationRequested) return false;
    this.#answered.set(transcript, document.version);
    return true;
  }
}

async function pause(milliseconds: number, token: vscode.CancellationToken): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
