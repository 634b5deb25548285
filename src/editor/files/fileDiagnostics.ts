import * as vscode from 'vscode';
import {
  checkAgainstCodebook,
  checkAgainstText,
  checkCoding,
  type CodedText,
} from '../../engine/annotations/check';
import type { Fault } from '../../engine/faults';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { FaultyFile } from '../../store/found';
import type { StudyIndex } from '../../store/studyIndex';
import type { Transcripts } from '../../store/transcripts';
import { toDiagnostic } from '../language/diagnostics';
import type { Around } from './around';
import { missingInStudy } from './missingInStudy';
import { isOurs, kindOf, type FileReading, type OurFiles } from './ourFiles';

/** Long enough that nobody is corrected while typing. */
const pauseMilliseconds = 400;

/** What a file cannot know of itself: it is seen from the transcript only. */
const fromOutside: ReadonlySet<string> = new Set(['other-transcript', 'duplicate-file', 'conflict-copy']);

/**
 * Faults of codebook, annotation and study files, in the Problems view: of those around the open transcripts as they are on
 * disk, of those open in an editor as they stand there, and of those in the study that have lost their transcript. What an
 * editor holds is said once, and wins.
 */
export class FileDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('alliance-files');
  readonly #codings: Codings;
  readonly #index: StudyIndex;
  readonly #files: OurFiles;
  readonly #around: Around;
  readonly #byTranscript = new Map<CodedTranscript, readonly FaultyFile[]>();
  /** By the address of an open document. */
  readonly #open = new Map<string, readonly Fault[]>();
  readonly #waiting = new Map<vscode.TextDocument | CodedTranscript, ReturnType<typeof setTimeout>>();
  /** Files whose tab was closed: VS Code may keep a document for minutes that nobody sees any more. */
  readonly #put = new Set<string>();
  readonly #disposable: vscode.Disposable;

  constructor(
    transcripts: Transcripts,
    codings: Codings,
    files: OurFiles,
    around: Around,
    index: StudyIndex,
  ) {
    this.#codings = codings;
    this.#index = index;
    this.#files = files;
    this.#around = around;
    const { workspace } = vscode;
    const again = (): void => files.open.forEach((document) => this.#look(document, 0));
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      workspace.onDidCreateFiles(again),
      workspace.onDidDeleteFiles(again),
      workspace.onDidRenameFiles(again),
      // What the act changed is shown first.
      codings.onDidChange((coded) => this.#after(0, coded, () => this.#update(coded))),
      transcripts.onDidClose(() => this.#show()),
      index.onDidChange(() => this.#show()),
      workspace.onDidOpenTextDocument((document) => this.#look(document, 0)),
      workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.window.tabGroups.onDidChangeTabs((change) => this.#followTabs(change)),
    );
    again();
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#disposable.dispose();
  }

  #update(coded: CodedTranscript): void {
    this.#byTranscript.set(coded, [...coded.faulty, ...codingFaults(coded)]);
    this.#show();
    // Codebook, study or transcript may be others than an open file was checked against.
    for (const document of this.#files.open) this.#look(document, pauseMilliseconds);
  }

  #changed(document: vscode.TextDocument): void {
    if (!isOurs(document)) return;
    this.#look(document, pauseMilliseconds);
    if (kindOf(document.uri) !== 'codebook') return;
    for (const each of this.#files.open) this.#look(each, pauseMilliseconds);
  }

  #followTabs({ opened, closed }: vscode.TabChangeEvent): void {
    const open = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => addressesOf(tabs)));
    const gone = new Set(addressesOf(closed).filter((address) => !open.has(address)));
    const back = new Set(addressesOf(opened));
    for (const address of gone) this.#put.add(address);
    for (const address of back) this.#put.delete(address);
    for (const document of this.#files.open) {
      const address = document.uri.toString();
      if (gone.has(address)) this.#forget(document);
      else if (back.has(address)) this.#look(document, 0);
    }
  }

  #look(document: vscode.TextDocument, delay: number): void {
    if (!isOurs(document) || this.#put.has(document.uri.toString())) return;
    this.#after(delay, document, () => void this.#read(document));
  }

  #after(delay: number, what: vscode.TextDocument | CodedTranscript, look: () => void): void {
    clearTimeout(this.#waiting.get(what));
    const over = (): void => {
      this.#waiting.delete(what);
      look();
    };
    this.#waiting.set(what, setTimeout(over, delay));
  }

  async #read(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const reading = this.#files.of(document);
    const faults = reading && [...reading.faults, ...(await this.#surrounded(document, reading))];
    if (document.isClosed || document.version !== version || this.#put.has(uri.toString())) return;
    if (faults) this.#open.set(uri.toString(), faults);
    else this.#open.delete(uri.toString());
    this.#show();
  }

  /**
   * Of a study file, the transcripts that are not there. Of an annotation file, what the codebook does not bear out; and what its transcript does not, where that is open and the
   * gate shows whose coding it is.
   */
  async #surrounded(document: vscode.TextDocument, reading: FileReading): Promise<readonly Fault[]> {
    const { annotations: file, study, isCurrent } = reading;
    if (!isCurrent) return [];
    if (study) return missingInStudy(document, document.getText(), study);
    if (!file) return [];
    const { codebook } = await this.#around.codebook(document);
    const address = document.uri.toString();
    const coded = this.#codings.all.find(({ people }) =>
      people.some((person) => person.file.uri.toString() === address),
    );
    const text = coded && codedText(coded);
    return [...checkAgainstCodebook(file, codebook), ...(text ? checkAgainstText(file, text) : [])];
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
    if (this.#open.delete(document.uri.toString())) this.#show();
  }

  /** A codebook or study is said of by every transcript below it: once is enough. */
  #show(): void {
    const open = new Set(this.#codings.all);
    const byFile = new Map<string, { uri: vscode.Uri; found: Map<string, vscode.Diagnostic> }>();
    for (const [coded, files] of this.#byTranscript) {
      if (!open.has(coded)) this.#byTranscript.delete(coded);
      else for (const { uri, faults } of files) collect(byFile, uri, this.#notInEditor(uri, faults));
    }
    for (const { uri, faults } of this.#index.outline?.loose ?? []) collect(byFile, uri, faults);
    for (const [address, faults] of this.#open) collect(byFile, vscode.Uri.parse(address), faults);
    this.#collection.clear();
    this.#collection.set([...byFile.values()].map(({ uri, found }) => [uri, [...found.values()]]));
  }

  #notInEditor(uri: vscode.Uri, faults: readonly Fault[]): readonly Fault[] {
    return this.#open.has(uri.toString()) ? faults.filter(({ code }) => fromOutside.has(code)) : faults;
  }
}

function addressesOf(tabs: readonly vscode.Tab[]): readonly string[] {
  return tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
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
    faults: checkCoding(file.file, codedText(coded), coded.codebook),
  }));
}

function codedText({ parsed, savedHash: hash }: CodedTranscript): CodedText {
  return { parsed, hash };
}
