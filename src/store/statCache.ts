import type * as vscode from 'vscode';
import { dirtyDocument, readSafely, type FileReading } from './readText';
import { stampOf, type Stamp } from './stamp';

interface Entry<T> {
  /** Null where an editor's unsaved text was read: it may be another at any time. */
  readonly mark: string | null;
  readonly value: T;
}

/** What is known of files from other windows and other times. */
export interface Recollection<T> {
  /** What stands for a file as it is now; undefined where nothing does. */
  readonly recall: (uri: vscode.Uri, stamp: Stamp) => Promise<T | undefined>;
  readonly keep: (uri: vscode.Uri, stamp: Stamp, value: T) => void;
}

/** What was made of files: made anew only where a file's time or size, or a notice, says that it is another. */
export class StatCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #most: number;
  #made = 0;

  /** @param most How many are kept, those used last. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** How many files were read so far, those read again counted again. */
  get made(): number {
    return this.#made;
  }

  /**
   * `before` is what was made of the file as it was. What was made now is kept in `memory` too.
   *
   * @param recalls Whether what `memory` knows of the file will do instead of it.
   */
  async get(
    uri: vscode.Uri,
    make: (reading: FileReading, before: T | undefined) => T,
    memory?: Recollection<T>,
    recalls = false,
  ): Promise<T> {
    const key = uri.toString();
    // The stamp is older than what is read after it: a change in between is seen the next time.
    const stamp = dirtyDocument(uri) ? null : await stampOf(uri);
    const known = this.#entries.get(key);
    if (known && stamp !== null && known.mark === stamp.mark) {
      this.#keep(key, known);
      return known.value;
    }
    const recalled = stamp && recalls && !known ? await memory?.recall(uri, stamp) : undefined;
    if (recalled !== undefined) return recalled;
    const value = make(await readSafely(uri), known?.value);
    this.#made++;
    this.#keep(key, { mark: stamp?.mark ?? null, value });
    if (stamp) memory?.keep(uri, stamp, value);
    return value;
  }

  /** A file changed although its time and size may be the same. What was made of it stays known as `before`. */
  doubt(files: Iterable<string>): void {
    for (const key of files) {
      const known = this.#entries.get(key);
      if (known) this.#entries.set(key, { mark: null, value: known.value });
    }
  }

  /** Forgets the files whose address begins like that, but for these. */
  forgetOthers(prefix: string, files: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) {
      if (key.startsWith(prefix) && !files.has(key)) this.#entries.delete(key);
    }
  }

  clear(): void {
    this.#entries.clear();
  }

  #keep(key: string, entry: Entry<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#most && oldest !== undefined) this.#entries.delete(oldest);
  }
}
