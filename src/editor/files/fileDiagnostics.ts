import * as vscode from 'vscode';
import { checkCoding } from '../../engine/annotations/check';
import type { Fault } from '../../engine/faults';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { FaultyFile } from '../../store/found';
import type { Transcripts } from '../../store/transcripts';
import { toDiagnostic } from '../language/diagnostics';
import { isStudyFile, studyFaults } from './studyFaults';

/**
 * Faults of the files around the open transcripts, in the Problems view: annotation files, codebook, study; and those of a
 * study file that is open itself.
 */
export class FileDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('alliance-files');
  readonly #codings: Codings;
  readonly #byTranscript = new Map<CodedTranscript, readonly FaultyFile[]>();
  /** Of the study files that are open, by document. */
  readonly #studies = new Map<vscode.TextDocument, FaultyFile>();
  readonly #disposable: vscode.Disposable;

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#codings = codings;
    const { workspace } = vscode;
    const again = (): void => workspace.textDocuments.forEach((document) => void this.#lookAt(document));
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      workspace.onDidOpenTextDocument((document) => void this.#lookAt(document)),
      workspace.onDidSaveTextDocument((document) => void this.#lookAt(document)),
      workspace.onDidCloseTextDocument((document) => this.#leave(document)),
      workspace.onDidCreateFiles(again),
      workspace.onDidDeleteFiles(again),
      workspace.onDidRenameFiles(again),
      codings.onDidChange((coded) => this.#update(coded)),
      transcripts.onDidClose(() => this.#show()),
    );
    again();
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #update(coded: CodedTranscript): void {
    this.#byTranscript.set(coded, [...coded.faulty, ...codingFaults(coded)]);
    this.#show();
  }

  async #lookAt(document: vscode.TextDocument): Promise<void> {
    if (!isStudyFile(document.uri)) return;
    const faults = await studyFaults(document);
    if (document.isClosed) return;
    this.#studies.set(document, faults);
    this.#show();
  }

  #leave(document: vscode.TextDocument): void {
    if (this.#studies.delete(document)) this.#show();
  }

  /** A codebook or study is said of by every transcript below it: once is enough. */
  #show(): void {
    const open = new Set(this.#codings.all);
    const byFile = new Map<string, { uri: vscode.Uri; found: Map<string, vscode.Diagnostic> }>();
    for (const [coded, files] of this.#byTranscript) {
      if (!open.has(coded)) this.#byTranscript.delete(coded);
      else for (const { uri, faults } of files) collect(byFile, uri, faults);
    }
    for (const { uri, faults } of this.#studies.values()) collect(byFile, uri, faults);
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
