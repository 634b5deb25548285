import * as vscode from 'vscode';
import { checkCoding } from '../engine/annotations/check';
import type { Fault } from '../engine/faults';
import type { CodedTranscript } from '../store/codedTranscript';
import type { Codings } from '../store/codings';
import { toDiagnostic } from './diagnostics';

/** Faults of the files around the open transcripts, in the Problems view: annotation files, codebook, study. */
export class FileDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('alliance-files');
  readonly #codings: Codings;
  readonly #disposable: vscode.Disposable;

  constructor(codings: Codings) {
    this.#codings = codings;
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      codings.onDidChange(() => this.#update()),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #update(): void {
    const byFile = new Map<string, { uri: vscode.Uri; faults: Fault[] }>();
    for (const coded of this.#codings.all) {
      for (const { uri, faults } of [...coded.faulty, ...codingFaults(coded)]) {
        const known = byFile.get(uri.toString());
        if (known) known.faults.push(...faults);
        else byFile.set(uri.toString(), { uri, faults: [...faults] });
      }
    }
    this.#collection.clear();
    this.#collection.set([...byFile.values()].map(({ uri, faults }) => [uri, faults.map(toDiagnostic)]));
  }
}

/** What a coding says that the text or the codebook does not bear out; only of those the gate shows. */
function codingFaults(coded: CodedTranscript): { uri: vscode.Uri; faults: readonly Fault[] }[] {
  return coded.people.map(({ file }) => ({
    uri: file.uri,
    faults: checkCoding(file.file, { turns: coded.parsed.turns, hash: coded.savedHash }, coded.codebook),
  }));
}
