import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { setNote } from '../../engine/annotations/acts';
import type { Step } from '../../engine/annotations/change';
import { find, type AnnotationFile } from '../../engine/annotations/file';
import { setMemo } from '../../engine/annotations/memos';
import type { Turn } from '../../engine/transcript/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { markPendingTurn, turnOfMark } from '../../store/placing';
import type { Acting } from '../coding/acting';
import { editorOf } from '../coding/targets';

const scheme = 'alliance-note';

/** A page for one memo or note, where there is room for paragraphs. `turn` is where a new memo begins; null for the session. */
const pageSchema = z.object({
  transcript: z.string(),
  coder: z.string(),
  kind: z.enum(['memo', 'note']),
  id: z.string(),
  turn: z.nullable(z.int()),
});

export type Page = Omit<z.infer<typeof pageSchema>, 'transcript'>;

/**
 * Memos and notes as pages of their own in the editor: written where one writes, saved like any text, and with each save one
 * act of coding, which an undo takes back. Nothing of them is on disk but the person's own annotation file.
 */
export class Pages implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #acting: Acting;
  readonly #didChange = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#didChange.event;
  /** What each page was last seen to say, and since when. */
  readonly #seen = new Map<string, { readonly text: string; readonly mtime: number }>();
  /** Marks of the turns that new memos are about, whatever is typed above them meanwhile. */
  readonly #marks = new Map<string, string>();
  readonly #disposables: vscode.Disposable[];

  constructor(acting: Acting) {
    this.#acting = acting;
    this.#disposables = [
      this.#didChange,
      vscode.workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true }),
      acting.codings.onDidChange((coded) => this.#tell(coded)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Opens a page beside the transcript, which has less room then: the turn written about stays in sight. */
  async open(coded: CodedTranscript, page: Page, turn: Turn | null): Promise<void> {
    const uri = uriOf(coded, page);
    if (turn) this.#marks.set(page.id, markPendingTurn(coded.transcript, `page ${page.id}`, turn));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    if (turn) reveal(editorOf(coded), turn);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const text = await this.#read(uri);
    const size = new TextEncoder().encode(text).length;
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#see(uri, text), size };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const text = await this.#read(uri);
    this.#see(uri, text);
    return new TextEncoder().encode(text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { page, coded } = await this.#find(uri);
    const text = new TextDecoder().decode(content).replaceAll(/\r\n?/g, '\n').trimEnd();
    const label = page.kind === 'memo' ? vscode.l10n.t('Edit Memo') : vscode.l10n.t('Edit Note');
    const done = await this.#acting.perform(coded, label, (file) => this.#write(file, coded, page, text));
    if (!done) throw vscode.FileSystemError.Unavailable(vscode.l10n.t('It could not be written.'));
    this.#see(uri, text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #write(file: AnnotationFile, coded: CodedTranscript, page: Page, text: string): Step {
    if (page.kind === 'note') return setNote(file, page.id, text || null);
    const mark = this.#marks.get(page.id);
    const now = mark === undefined ? null : turnOfMark(coded.transcript, mark);
    return setMemo(file, page.id, text, page.turn === null ? null : (now?.number ?? page.turn));
  }

  /** What it says now; empty where it says nothing yet, or was deleted. */
  async #read(uri: vscode.Uri): Promise<string> {
    const { page, coded } = await this.#find(uri);
    return textOf(coded, page);
  }

  /** The transcript of a page; a page of somebody who does not code here any more is none. */
  async #find(uri: vscode.Uri): Promise<{ readonly page: Page; readonly coded: CodedTranscript }> {
    const page = pageOf(uri);
    if (!page) throw vscode.FileSystemError.FileNotFound(uri);
    const transcript = vscode.Uri.parse(page.transcript);
    const { codings } = this.#acting;
    if (!codings.of(transcript)) await vscode.workspace.openTextDocument(transcript);
    const coded = codings.of(transcript);
    if (!coded) throw vscode.FileSystemError.FileNotFound(uri);
    await codings.loaded(coded);
    const coder = coded.ownCoding?.coder;
    if (coder !== undefined && coder !== page.coder) throw vscode.FileSystemError.FileNotFound(uri);
    return { page, coded };
  }

  /** Remembers what a page says; the time since when it does. */
  #see(uri: vscode.Uri, text: string): number {
    const key = uri.toString();
    const seen = this.#seen.get(key);
    if (seen?.text === text) return seen.mtime;
    const mtime = Math.max(Date.now(), (seen?.mtime ?? 0) + 1);
    this.#seen.set(key, { text, mtime });
    return mtime;
  }

  /** An undo or another window changed what open pages say. */
  #tell(coded: CodedTranscript): void {
    const changed = vscode.workspace.textDocuments.filter(({ uri }) => {
      const page = uri.scheme === scheme ? pageOf(uri) : null;
      if (page?.transcript !== coded.document.uri.toString()) return false;
      return (
        coded.ownCoding?.coder === page.coder && this.#seen.get(uri.toString())?.text !== textOf(coded, page)
      );
    });
    if (changed.length === 0) return;
    this.#didChange.fire(changed.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
  }
}

function reveal(editor: vscode.TextEditor | undefined, { line }: Turn): void {
  const range = new vscode.Range(line, 0, line, 0);
  editor?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function textOf({ own }: CodedTranscript, { kind, id }: Page): string {
  if (!own) return '';
  const { file } = own.file;
  return (kind === 'memo' ? find(file, 'memos', id)?.text : find(file, 'annotations', id)?.note) ?? '';
}

function uriOf({ document }: CodedTranscript, page: Page): vscode.Uri {
  const query = JSON.stringify({ transcript: document.uri.toString(), ...page });
  return vscode.Uri.from({ scheme, path: `/.alliance-note/${nameOf(page)}`, query });
}

/** What the tab is called: never the words of a transcript. */
function nameOf({ kind, turn }: Page): string {
  if (kind === 'note') {
    return turn === null ? vscode.l10n.t('Note') : vscode.l10n.t('Note, turn {0}', turn);
  }
  return turn === null ? vscode.l10n.t('Memo on the session') : vscode.l10n.t('Memo, turn {0}', turn);
}

function pageOf(uri: vscode.Uri): z.infer<typeof pageSchema> | null {
  try {
    const said: unknown = JSON.parse(uri.query);
    const read = pageSchema.safeParse(said);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
