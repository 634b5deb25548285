import * as vscode from 'vscode';
import { apply } from '../engine/annotations/apply';
import type { Change, Step } from '../engine/annotations/change';
import { source, type AnnotationFile } from '../engine/annotations/file';
import { isNewer } from '../engine/annotations/locked';
import { readAnnotationFile } from '../engine/annotations/read';
import { dirtyDocument, readText } from './readText';
import type { FileWriter } from './writer';

/**
 * Why an act could not be written; worded at the edge. `released`: sealed meanwhile, in another window.
 * `newer`: of a newer format than this program writes.
 */
export type WriteFault =
  | { readonly kind: 'unreadable' | 'released' | 'newer'; readonly uri: vscode.Uri }
  | { readonly kind: 'failed'; readonly uri: vscode.Uri; readonly reason: string };

/**
 * One person's annotation file, held in memory and written after every act. An act shows at once; the file is read again
 * before each write, and what came from outside is kept: our acts are put on top of it. A file that cannot be read any
 * more is never written over.
 */
export class PersonFile {
  #uri: vscode.Uri;
  readonly #write: FileWriter;
  #file: AnnotationFile;
  /** What we last saw on disk; null while there is no file. */
  #onDisk: string | null;
  /** The transcript as the file on disk names it. */
  #transcript: string;
  #pending: Change[] = [];
  #writes = 0;
  #merges = 0;
  #writing: Promise<WriteFault | null> | null = null;

  constructor(uri: vscode.Uri, file: AnnotationFile, onDisk: string | null, write: FileWriter) {
    this.#uri = uri;
    this.#file = file;
    this.#onDisk = onDisk;
    this.#transcript = file.coding.transcript;
    this.#write = write;
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get file(): AnnotationFile {
    return this.#file;
  }

  /** Counts what was written: what somebody read before is out of date. */
  get writes(): number {
    return this.#writes;
  }

  /** Counts the times another's state became the ground: entries came that have no mark in the text yet. */
  get merges(): number {
    return this.#merges;
  }

  /** True while acts are only in memory. */
  get isPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Changes the coding in memory; `save` brings it to the disk. */
  act(build: (file: AnnotationFile) => Step): Step {
    const step = build(this.#file);
    this.#file = step.file;
    if (step.change.length > 0) this.#pending.push(step.change);
    return step;
  }

  /** The file on disk was moved or renamed: what is in memory goes along. */
  moved(uri: vscode.Uri): void {
    this.#uri = uri;
  }

  /** Moves the file between two writes. False where `move` could not. */
  async move(uri: vscode.Uri, move: () => Promise<boolean>): Promise<boolean> {
    const before = this.#writing ?? Promise.resolve(null);
    const moving = before.then(async () => {
      const done = await move();
      if (done) this.#uri = uri;
      return done;
    });
    this.#writing = moving.then(() => null);
    return moving;
  }

  /** Whether a text found on disk is the one we know. */
  isSame(text: string | null): boolean {
    return text === this.#onDisk;
  }

  /** Writes what is pending; one write at a time, in order. Null when all is on disk. */
  save(): Promise<WriteFault | null> {
    const before = this.#writing ?? Promise.resolve(null);
    const writing = before.then(() => this.#writeAll());
    this.#writing = writing;
    return writing;
  }

  async #writeAll(): Promise<WriteFault | null> {
    try {
      while (this.#pending.length > 0) {
        const editor = dirtyDocument(this.uri);
        const current = editor ? editor.getText() : await currentText(this.uri);
        const fault = current === this.#onDisk ? null : this.#takeOver(current);
        if (isNewer(this.#file.coding)) return { kind: 'newer', uri: this.uri };
        if (fault) return { kind: fault, uri: this.uri };
        const count = this.#pending.length;
        const text = source(this.#file);
        if (editor) await replaceText(editor, text);
        else await this.#write(this.uri, text);
        this.#onDisk = text;
        this.#transcript = this.#file.coding.transcript;
        this.#writes++;
        this.#pending = this.#pending.slice(count);
      }
      return null;
    } catch (error) {
      return { kind: 'failed', uri: this.uri, reason: reasonOf(error) };
    }
  }

  /** Somebody else wrote the file: their state is the ground, our unwritten acts go on top. */
  #takeOver(text: string | null): 'unreadable' | 'released' | 'newer' | null {
    if (text === null) return null;
    const { file } = readAnnotationFile(text, { ratingOrder: this.#file.ratingOrder });
    const { coder, released } = this.#file.coding;
    if (file?.coding.coder !== coder || file.coding.transcript !== this.#transcript) return 'unreadable';
    if (isNewer(file.coding)) return 'newer';
    if (file.coding.released && !released) return 'released';
    this.#file = this.#pending.reduce((ground, change) => apply(ground, change).file, file);
    this.#merges++;
    return null;
  }
}

async function currentText(uri: vscode.Uri): Promise<string | null> {
  const reading = await readText(uri);
  if (reading.kind === 'text') return reading.text;
  if (reading.kind === 'missing') return null;
  throw vscode.FileSystemError.Unavailable(uri);
}

/** The file is open with unsaved changes: the change goes there, and the person saves it. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw vscode.FileSystemError.Unavailable(document.uri);
}

/** A file system's own word (`NoPermissions`, `ENOSPC`), never a stack and never a text. */
export function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
