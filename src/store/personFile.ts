import type * as vscode from 'vscode';
import type { Step } from '../engine/annotations/change';
import { source, type AnnotationFile } from '../engine/annotations/file';
import { isNewer } from '../engine/annotations/locked';
import { areVersions, changedEntries, merge } from '../engine/annotations/merge';
import { readAnnotationFile } from '../engine/annotations/read';
import { Elsewhere } from './elsewhere';
import type { PersonDisk } from './personDisk';

/**
 * Why an act could not be written; worded at the edge. `released`: sealed meanwhile, in another window.
 * `newer`: of a newer format than this program writes.
 */
export type WriteFault =
  | { readonly kind: 'unreadable' | 'released' | 'newer'; readonly uri: vscode.Uri }
  | { readonly kind: 'failed'; readonly uri: vscode.Uri; readonly reason: string };

/**
 * One person's annotation file, held in memory and written after every act. An act shows at once; the file is read again
 * before each write, and what came from outside is merged with it. A file that cannot be read any more is never written over.
 */
export class PersonFile {
  #uri: vscode.Uri;
  /** What came from outside, also while another object stood for this file. */
  readonly elsewhere: Elsewhere;
  readonly #disk: PersonDisk;
  #file: AnnotationFile;
  /** The file as it is on disk, as far as we know. */
  #saved: AnnotationFile;
  /** Its text; null while there is none. */
  #onDisk: string | null;
  #writes = 0;
  #merges = 0;
  #writing: Promise<WriteFault | null> | null = null;

  constructor(
    uri: vscode.Uri,
    file: AnnotationFile,
    onDisk: string | null,
    disk: PersonDisk,
    elsewhere = new Elsewhere(),
  ) {
    this.#uri = uri;
    this.elsewhere = elsewhere;
    this.#disk = disk;
    this.#file = file;
    this.#saved = file;
    this.#onDisk = onDisk;
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get file(): AnnotationFile {
    return this.#file;
  }

  /** The text on disk as it was last seen; null while there is none. */
  get onDisk(): string | null {
    return this.#onDisk;
  }

  /** Counts what was written: what somebody read before is out of date. */
  get writes(): number {
    return this.#writes;
  }

  /** Counts the times another's state was merged with ours: entries came, went or moved without their marks in the text. */
  get merges(): number {
    return this.#merges;
  }

  /** True while acts are only in memory. */
  get isPending(): boolean {
    return this.#file !== this.#saved;
  }

  /** Changes the coding in memory; `save` brings it to the disk. */
  act(build: (file: AnnotationFile) => Step): Step {
    const step = build(this.#file);
    if (step.change.length > 0) this.#file = step.file;
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
      while (this.isPending) {
        const current = await this.#disk.read(this.uri);
        const fault = current === this.#onDisk ? null : this.#takeOver(current);
        if (isNewer(this.#file.coding)) return { kind: 'newer', uri: this.uri };
        if (fault) return { kind: fault, uri: this.uri };
        const file = this.#file;
        const text = source(file);
        // Somebody else was faster: what they wrote is read and merged first.
        if (!(await this.#disk.write(this.uri, text, current))) continue;
        this.#onDisk = text;
        this.#saved = file;
        this.#writes++;
      }
      return null;
    } catch (error) {
      return { kind: 'failed', uri: this.uri, reason: this.#disk.reasonOf(error) };
    }
  }

  /** Somebody else wrote the file: their state is the ground, and what we did since the last write is merged into it. */
  #takeOver(text: string | null): 'unreadable' | 'released' | 'newer' | null {
    if (text === null) return null;
    const { file: theirs } = readAnnotationFile(text, { ratingOrder: this.#file.ratingOrder });
    if (!theirs || !areVersions(theirs, this.#saved)) return 'unreadable';
    if (isNewer(theirs.coding)) return 'newer';
    if (theirs.coding.released && !this.#file.coding.released) return 'released';
    const versions = { base: this.#saved, ours: this.#file, theirs };
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    this.elsewhere.note(changedEntries(this.#saved, theirs));
    this.#file = merge(versions, { at }).step.file;
    this.#saved = theirs;
    this.#onDisk = text;
    this.#merges++;
    return null;
  }
}
