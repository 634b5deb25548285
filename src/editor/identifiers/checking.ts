import * as vscode from 'vscode';
import { identifiersIn, type Identifiers } from '../../engine/identifiers/identifiers';
import { emptyWordList, readWordList, type WordList } from '../../engine/identifiers/wordList';
import { parseTranscript, type ParsedTranscript } from '../../engine/transcript/parse';
import type { Codings } from '../../store/codings';
import { nearestAbove } from '../../store/nearest';
import { dirtyDocument, readSafely } from '../../store/readText';
import type { Transcripts } from '../../store/transcripts';
import type { FileNews, FileWatch } from '../../store/watching';
import { toDiagnostic } from './words';

/** A study's own list: what is an identifier here, and what is none. */
export const listName = 'alliance.identifiers.txt';

/** Long enough that nobody is corrected while typing. */
const pauseMilliseconds = 400;

/** Transcripts that are looked through for identifiers, from when that was asked until it is stopped or the window closes. */
export class IdentifierMarks implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('alliance-identifiers');
  readonly #transcripts: Transcripts;
  readonly #codings: Codings;
  readonly #looked = new Map<string, vscode.Uri>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposable: vscode.Disposable;

  constructor(transcripts: Transcripts, codings: Codings, watch: FileWatch) {
    this.#transcripts = transcripts;
    this.#codings = codings;
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      transcripts.onDidChange(({ transcript: { uri } }) => this.#soon(uri)),
      watch.onDidChange((news) => this.#follow(news)),
    );
  }

  dispose(): void {
    this.stop();
    this.#disposable.dispose();
  }

  /** Marks what may identify somebody, and goes on doing so when the text changes. */
  async look(uri: vscode.Uri, parsed: ParsedTranscript): Promise<Identifiers> {
    const identifiers = identifiersIn(parsed, await listFor(uri));
    this.#looked.set(uri.toString(), uri);
    this.#collection.set(uri, identifiers.found.map(toDiagnostic));
    return identifiers;
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#looked.clear();
    this.#collection.clear();
  }

  #follow(news: FileNews): void {
    const isList = news !== 'anything' && [...news].some((file) => file.endsWith(`/${listName}`));
    for (const [address, uri] of this.#looked) {
      if (isList || news === 'anything' || news.has(address)) this.#soon(uri);
    }
  }

  #soon(uri: vscode.Uri): void {
    const address = uri.toString();
    if (!this.#looked.has(address)) return;
    clearTimeout(this.#waiting.get(address));
    this.#waiting.set(
      address,
      setTimeout(() => void this.#again(uri), pauseMilliseconds),
    );
  }

  async #again(uri: vscode.Uri): Promise<void> {
    this.#waiting.delete(uri.toString());
    const open = this.#transcripts.all.find((one) => one.uri.toString() === uri.toString());
    const parsed = open?.parsed ?? (await this.#closed(uri));
    if (!this.#looked.has(uri.toString())) return;
    if (parsed) await this.look(uri, parsed);
    else this.#collection.delete(uri);
  }

  async #closed(uri: vscode.Uri): Promise<ParsedTranscript | null> {
    const reading = await readSafely(uri);
    const speakers = this.#codings.of(uri)?.study?.speakers;
    return reading.kind === 'text'
      ? parseTranscript(reading.text, speakers ? [...speakers.values()] : null)
      : null;
  }
}

/** The study's list that counts for a transcript; an empty one where there is none. */
async function listFor(transcript: vscode.Uri): Promise<WordList> {
  const uri = await nearestAbove(transcript, listName);
  if (!uri) return emptyWordList;
  return readWordList(await textOfList(uri));
}

export async function textOfList(uri: vscode.Uri): Promise<string> {
  const reading = await readSafely(uri);
  return dirtyDocument(uri)?.getText() ?? (reading.kind === 'text' ? reading.text : '');
}
