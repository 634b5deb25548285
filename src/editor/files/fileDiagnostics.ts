import * as vscode from 'vscode';
import { checkCoding } from '../../engine/annotations/check';
import type { Fault } from '../../engine/faults';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { FaultyFile } from '../../store/found';
import type { Transcripts } from '../../store/transcripts';
import { toDiagnostic } from '../language/diagnostics';

/** Faults of the files around the open transcripts, in the Problems view: annotation files, codebook, study. */
export class FileDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('alliance-files');
  readonly #codings: Codings;
  readonly #byTranscript = new Map<CodedTranscript, readonly FaultyFile[]>();
  readonly #disposable: vscode.Disposable;

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#codings = codings;
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      codings.onDidChange((coded) => this.#update(coded)),
      transcripts.onDidClose(() => this.#show()),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #update(coded: CodedTranscript): void {
    this.#byTranscript.set(coded, [...coded.faulty, ...codingFaults(coded)]);
    this.#show();
  }

  /** A codebook or study is said of by every transcript below it: once is enough. */
  #show(): void {
    const open = new Set(this.#codings.all);
    const byFile = new Map<string, { uri: vscode.Uri; found: Map<string, vscode.Diagnostic> }>();
    for (const [coded, files] of this.#byTranscript) {
      if (!open.has(coded)) this.#byTranscript.delete(coded);
      else for (const { uri, faults } of files) collect(byFile, uri, faults);
    }
    this.#collection.clear();
    this.#collection.set([...byFile.values()].map(({ uri, found }) => [uri, [...found.values()]]));
  }
}

function collect(
  byFile: Map<string, { uri: vscode.Uri; found: Map<string, vscode.Diagnostic> }>,
  uri: vscode.Uri,
  faults: readonly Fault[],
): void {
  const file = byFile.get(uri.toString()) ?? { uri, found: new Map<string, vscode.Diagnostic>() };
  byFile.set(uri.toString(), file);
  for (const each of faults) file.found.set(JSON.stringify(each), toDiagnostic(each));
}

/** What a coding says that the text or the codebook does not bear out; only of those the gate shows. */
function codingFaults(coded: CodedTranscript): FaultyFile[] {
  return coded.people.map(({ file }) => ({
    uri: file.uri,
    faults: checkCoding(file.file, { turns: coded.parsed.turns, hash: coded.savedHash }, coded.codebook),
  }));
}
