import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { AnnotationFile } from '../engine/annotations/file';
import { codingStanding, standingOf, standingSchema, type Standing } from '../engine/annotations/standing';
import { emptyHeader, readHeader } from '../engine/transcript/header';
import { splitLines } from '../engine/transcript/lines';
import type { Header } from '../engine/transcript/types';
import type { Found } from './found';
import { dirtyDocument, readSafely } from './readText';
import type { Recollection } from './statCache';
import type { TextOnDisk } from './studyReader';

/** What is kept of a transcript. */
const textSchema = z.strictObject({
  turns: z.number(),
  /** Its header says something of the session: that is read again, from the transcript. */
  hasFacts: z.boolean(),
});

const entrySchema = z.strictObject({
  /** The file's stamp when it was read; for a transcript, with what else its turns depend on. */
  mark: z.string(),
  text: z.optional(textSchema),
  standing: z.optional(standingSchema),
});

type Entry = z.infer<typeof entrySchema>;

const memorySchema = z.object({ version: z.string(), files: z.record(z.string(), z.unknown()) });

/** What an entry may hold; another number where that changes. */
const format = 1;

/** After the last file that was read. */
const pauseMilliseconds = 1000;

/**
 * What a study's rows show, from one window to the next, so that a large study need not be read again to be looked at:
 * for each file its stamp, the number of turns or where its coder stands, and no word of any text. It lies in the
 * extension's own storage; what does not fit, or cannot be read, is as if it were not there.
 */
export class StudyMemory implements vscode.Disposable {
  readonly #file: vscode.Uri | null;
  readonly #version: string;
  #entries = new Map<string, unknown>();
  /** Files that changed before what was kept of them was read. */
  readonly #doubted = new Set<string>();
  #loading: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param storage The extension's folder for this workspace; undefined where none is open.
   * @param version The extension's: another may read the same file in another way.
   */
  constructor(storage: vscode.Uri | undefined, version: string) {
    this.#file = storage ? vscode.Uri.joinPath(storage, 'study.json') : null;
    this.#version = `${format} ${version}`;
  }

  /** Reads what was kept, once. */
  load(): Promise<void> {
    return (this.#loading ??= this.#read());
  }

  /** @param labels What else decides how a text is divided into turns. */
  texts(labels: string): Recollection<TextOnDisk> {
    return {
      recall: async (uri, { mark }) => {
        const text = this.#entry(uri, `${mark} ${labels}`)?.text;
        if (!text) return undefined;
        const header = text.hasFacts ? await headerOf(uri) : emptyHeader;
        return header ? { isReadable: true, header, turns: text.turns, hash: '', prints: '' } : undefined;
      },
      keep: (uri, { mark, isLasting }, { isReadable, header, turns }) => {
        const text = { turns, hasFacts: saysFacts(header) };
        this.#keep(uri, isLasting && isReadable ? { mark: `${mark} ${labels}`, text } : null);
      },
    };
  }

  /** @param names Of the files beside: a file that is about none of them is not known for long. */
  annotations(names: ReadonlySet<string>): Recollection<Found<AnnotationFile>> {
    return {
      recall: (uri, { mark }) => {
        const standing = this.#entry(uri, mark)?.standing;
        return Promise.resolve(
          standing && names.has(standing.transcript) ? standIn(uri, standing) : undefined,
        );
      },
      keep: (uri, { mark, isLasting }, { value }) => {
        const standing = value && names.has(value.coding.transcript) ? standingOf(value.coding) : null;
        this.#keep(uri, isLasting && standing ? { mark, standing } : null);
      },
    };
  }

  /** These may be others than their stamps say. */
  doubt(files: Iterable<string>): void {
    for (const file of files) {
      this.#entries.delete(file);
      this.#doubted.add(file);
    }
  }

  /** Forgets the files whose address begins like that, but for these. */
  forgetOthers(prefix: string, files: ReadonlySet<string>): void {
    for (const file of this.#entries.keys()) {
      if (file.startsWith(prefix) && !files.has(file)) this.#entries.delete(file);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #entry(uri: vscode.Uri, mark: string): Entry | undefined {
    const entry = this.#entries.get(uri.toString());
    const read = entrySchema.safeParse(entry);
    return read.success && read.data.mark === mark ? read.data : undefined;
  }

  #keep(uri: vscode.Uri, entry: Entry | null): void {
    const key = uri.toString();
    // What is unsaved in an editor was read instead.
    if (!entry || dirtyDocument(uri)) {
      if (!this.#entries.delete(key)) return;
    } else this.#entries.set(key, entry);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pauseMilliseconds);
  }

  async #read(): Promise<void> {
    if (!this.#file) return;
    const reading = await readSafely(this.#file);
    try {
      const read = memorySchema.safeParse(reading.kind === 'text' ? JSON.parse(reading.text) : null);
      if (!read.success || read.data.version !== this.#version) return;
      const trusted = Object.entries(read.data.files).filter(([file]) => !this.#doubted.has(file));
      this.#entries = new Map([...trusted, ...this.#entries]);
    } catch {
      // A broken memory is none.
    }
  }

  /** Written beside and put in place whole; where that does not work, the next window reads the files again. */
  async save(): Promise<void> {
    if (!this.#file) return;
    const written = { version: this.#version, files: Object.fromEntries(this.#entries) };
    const beside = vscode.Uri.joinPath(this.#file, '..', 'study.json.new');
    const { fs } = vscode.workspace;
    try {
      await fs.createDirectory(vscode.Uri.joinPath(this.#file, '..'));
      await fs.writeFile(beside, new TextEncoder().encode(JSON.stringify(written)));
      await fs.rename(beside, this.#file, { overwrite: true });
    } catch {
      // No text of the study is lost with it.
    }
  }
}

function standIn(uri: vscode.Uri, standing: Standing): Found<AnnotationFile> {
  const coding = codingStanding(standing);
  const value = { coding, parts: [], loose: null, eol: '\n', terminated: true, ratingOrder: [] } as const;
  return { uri, value, faults: [], text: null };
}

function saysFacts({ speakers: _s, media: _m, ...facts }: Header): boolean {
  const { speakers: _n, media: _e, ...none } = emptyHeader;
  return JSON.stringify(facts) !== JSON.stringify(none);
}

async function headerOf(uri: vscode.Uri): Promise<Header | null> {
  const reading = await readSafely(uri);
  return reading.kind === 'text' ? readHeader(splitLines(reading.text)).header : null;
}
