import * as vscode from 'vscode';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { Turn } from '../../engine/transcript/types';
import type { Transcripts } from '../../store/transcripts';
import { TypingPause } from './typingPause';

/** The number of each turn before its line, unless a transcriber wrote the same number there. */
export class TurnNumbers implements vscode.InlayHintsProvider {
  readonly #transcripts: Transcripts;
  readonly #pause = new TypingPause();
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;

  /** Asks the editor to ask again. */
  readonly onDidChangeInlayHints = this.#didChange.event;

  constructor(transcripts: Transcripts) {
    this.#transcripts = transcripts;
    this.#disposable = vscode.Disposable.from(
      this.#didChange,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('alliance.editor')) this.refresh();
      }),
    );
  }

  async provideInlayHints(
    { uri }: vscode.TextDocument,
    { start, end }: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[] | null> {
    const transcript = this.#transcripts.of(uri);
    const settings = vscode.workspace.getConfiguration('alliance.editor');
    if (!transcript || !settings.get('turnNumbers', true)) return [];
    if (!(await this.#pause.of(transcript, token))) return null;
    const { parsed } = transcript;
    const width = String(parsed.turns.length).length;
    const first = turnAtLine(parsed.turns, start.line)?.number ?? 1;
    const hints: vscode.InlayHint[] = [];
    for (let index = first - 1, turn = parsed.turns[index]; turn; turn = parsed.turns[++index]) {
      if (turn.line > end.line) break;
      if (turn.line >= start.line && !saysItsNumber(parsed, turn)) hints.push(hintOf(turn, width));
    }
    return hints;
  }

  refresh(): void {
    this.#didChange.fire();
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** As wide as the last turn's, so that the labels stand in one column. */
function hintOf({ line, number }: Turn, width: number): vscode.InlayHint {
  const label = String(number).padStart(width, '\u00a0');
  const hint = new vscode.InlayHint(new vscode.Position(line, 0), label);
  hint.paddingRight = true;
  return hint;
}

/** `12 T:`, or `T12` and a tab. */
function saysItsNumber({ lines, readings }: ParsedTranscript, { line, number }: Turn): boolean {
  const text = lines[line]?.text ?? '';
  const labelEnd = readings[line]?.labelEnd ?? 0;
  const written =
    /^\s*(\d{1,6})[.)]?\s/.exec(text) ?? /^(\d{1,6})\s/.exec(text.slice(labelEnd, labelEnd + 8));
  return Number(written?.[1]) === number;
}
