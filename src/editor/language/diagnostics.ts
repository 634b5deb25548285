import * as vscode from 'vscode';
import type { Fault, Severity } from '../../engine/faults';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { OpenTranscript, Transcripts } from '../../store/transcripts';
import { faultSentence } from '../../words/faults';

/** Long enough that nobody is corrected while typing. */
const pauseMilliseconds = 400;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** A fault of any file, in words, as the Problems view shows it. Its code is the public one that `alliance check` prints. */
export function toDiagnostic(fault: Fault): vscode.Diagnostic {
  const { start, end } = fault.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const words = faultSentence(fault, (message, args) => vscode.l10n.t(message, args));
  const diagnostic = new vscode.Diagnostic(range, words, severities[fault.severity]);
  diagnostic.source = 'Alliance';
  diagnostic.code = fault.code;
  return diagnostic;
}

/** Faults of the open transcripts: said when one is opened, and when a change is followed by a pause. */
export class TranscriptDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('alliance-transcripts');
  readonly #waiting = new Map<OpenTranscript, ReturnType<typeof setTimeout>>();
  readonly #shown = new WeakMap<OpenTranscript, ParsedTranscript>();
  readonly #disposable: vscode.Disposable;

  constructor(transcripts: Transcripts) {
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      transcripts.onDidOpen((transcript) => this.update(transcript)),
      transcripts.onDidChange(({ transcript }) => this.update(transcript, pauseMilliseconds)),
      transcripts.onDidClose((transcript) => this.#forget(transcript)),
    );
    for (const transcript of transcripts.all) this.update(transcript);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#disposable.dispose();
  }

  /** Looks at a transcript when `delay` has passed, unless it changes or closes before. */
  update(transcript: OpenTranscript, delay = 0): void {
    clearTimeout(this.#waiting.get(transcript));
    const look = (): void => {
      this.#waiting.delete(transcript);
      const { parsed, uri } = transcript;
      if (this.#shown.get(transcript) === parsed) return;
      this.#shown.set(transcript, parsed);
      this.#collection.set(uri, parsed.faults.map(toDiagnostic));
    };
    this.#waiting.set(transcript, setTimeout(look, delay));
  }

  #forget(transcript: OpenTranscript): void {
    clearTimeout(this.#waiting.get(transcript));
    this.#waiting.delete(transcript);
    this.#collection.delete(transcript.uri);
  }
}
