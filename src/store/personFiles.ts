import type * as vscode from 'vscode';
import type { Step } from '../engine/annotations/change';
import { source, type AnnotationFile } from '../engine/annotations/file';
import { isNewer } from '../engine/annotations/locked';
import { readAnnotationFile } from '../engine/annotations/read';
import { checkInside } from '../engine/annotations/inside';
import { areVersions, changedEntries } from '../engine/annotations/merge';
import { readFound, type Found } from './found';
import type { PersonDisk } from './personDisk';
import { PersonFile, type WriteFault } from './personFile';
import { movedWith } from './nearest';
import { dirtyDocument, type FileReading } from './readText';

/**
 * The annotation files of this window, one object for each: what is known is not parsed again, and acts that could not be
 * written outlive the tab they were made in.
 */
export class PersonFiles {
  readonly #disk: PersonDisk;
  readonly #files = new Map<string, PersonFile>();
  readonly #found = new Map<string, Found<AnnotationFile>>();

  constructor(disk: PersonDisk) {
    this.#disk = disk;
  }

  /** Reads an annotation file, unless its text is the one last seen or written here. Unsaved changes in an editor count. */
  read(uri: vscode.Uri, onDisk: FileReading, ratingOrder: readonly string[]): Found<AnnotationFile> {
    const editor = dirtyDocument(uri);
    const reading: FileReading = editor ? { kind: 'text', text: editor.getText() } : onDisk;
    const key = uri.toString();
    const before = this.#found.get(key);
    if (before && reading.kind === 'text' && before.text === reading.text) return before;
    const own = this.#files.get(key);
    const found = readFound(uri, reading, (text) => {
      // What was written here need not be read; of what was found, only reading says what is wrong in it.
      const isWritten = own !== undefined && own.writes > 0 && own.isSame(text) && !own.isPending;
      if (isWritten) return { value: own.file, faults: checkInside(own.file) };
      const { file, faults } = readAnnotationFile(text, { ratingOrder });
      return { value: file, faults };
    });
    this.#found.set(key, found);
    return found;
  }

  /** The object for a file as it was found: the one we have, unless somebody else wrote it and nothing of ours waits. */
  open(uri: vscode.Uri, file: AnnotationFile, onDisk: string | null): PersonFile {
    const known = this.#files.get(uri.toString());
    if (known && (known.isPending || known.isSame(onDisk))) return known;
    if (known && areVersions(known.file, file)) known.elsewhere.note(changedEntries(known.file, file));
    const opened = new PersonFile(uri, file, onDisk, this.#disk, known?.elsewhere);
    this.#files.set(uri.toString(), opened);
    return opened;
  }

  /** A file as it was found, or as it is known here, acts that wait for the disk included. To be read only. */
  known(uri: vscode.Uri, file: AnnotationFile, onDisk: string | null): AnnotationFile {
    const known = this.#files.get(uri.toString());
    return known && (known.isPending || known.isSame(onDisk)) ? known.file : file;
  }

  /** A file, or the folder it is in, was moved or renamed: what is held in memory goes along. */
  moved(from: vscode.Uri, to: vscode.Uri): void {
    for (const key of this.#found.keys()) if (movedWith(key, from, to)) this.#found.delete(key);
    for (const [key, file] of this.#files) {
      const now = movedWith(key, from, to);
      if (!now) continue;
      file.moved(now);
      this.#files.delete(key);
      this.#files.set(now.toString(), file);
    }
  }

  /** Changes a file as it is on disk now, another person's perhaps, and writes it at once. Null when that was done. */
  async change(uri: vscode.Uri, build: (file: AnnotationFile) => Step): Promise<WriteFault | null> {
    const waiting = this.waiting(uri);
    if (waiting) {
      waiting.act(build);
      return waiting.save();
    }
    try {
      const seen = await this.#disk.read(uri);
      const { file } = readAnnotationFile(seen ?? '');
      if (!file) return { kind: 'unreadable', uri };
      if (isNewer(file.coding)) return { kind: 'newer', uri };
      const isDone = await this.#disk.write(uri, source(build(file).file), seen);
      // Somebody else was faster: what they wrote is changed.
      return isDone ? null : this.change(uri, build);
    } catch (error) {
      return { kind: 'failed', uri, reason: this.#disk.reasonOf(error) };
    }
  }

  /** Somebody's file as it is known here, though it is not there yet, or can not be read as it stands now (`isBroken`). */
  waiting(uri: vscode.Uri, isBroken = false): PersonFile | undefined {
    const known = this.#files.get(uri.toString());
    return known?.isPending || isBroken ? known : undefined;
  }
}
