import type { Uri } from 'vscode';
import { addTags } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import type { PersonDisk } from '../../src/store/personDisk';
import { PersonFile } from '../../src/store/personFile';
import { opened } from './annotationFixtures';

export const created = '2026-03-02T10:15:00Z';

/** A disk in memory: one file, which may be held back (`turn`) or fail. */
export class Disk implements PersonDisk {
  text: string | null;
  failing: string | null = null;
  readonly #turn: () => Promise<unknown>;

  constructor(text: string | null = null, turn: () => Promise<unknown> = async () => undefined) {
    this.text = text;
    this.#turn = turn;
  }

  async read(): Promise<string | null> {
    await this.#turn();
    return this.text;
  }

  async write(_uri: Uri, text: string, seen: string | null): Promise<boolean> {
    await this.#turn();
    if (this.failing !== null) throw new Error(this.failing);
    if (seen !== this.text) return false;
    this.text = text;
    return true;
  }

  reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : '';
  }
}

function place(path = '/a/a.tess.alliance.yaml'): Uri {
  const uri: Uri = {
    scheme: 'file',
    authority: '',
    path,
    query: '',
    fragment: '',
    fsPath: path,
    with: () => uri,
    toString: () => `file://${path}`,
    toJSON: () => path,
  };
  return uri;
}

export function fresh(): AnnotationFile {
  return newAnnotationFile({ transcript: 'a.transcript', coder: 'tess' });
}

export function window(disk: Disk): PersonFile {
  return new PersonFile(place(), disk.text === null ? fresh() : opened(disk.text), disk.text, disk);
}

export function tag(file: PersonFile, id: string, turn = 1): void {
  const at = { turn, start: 0, end: 3 };
  file.act((now) => addTags(now, [], [{ id, code: 'bond', at, created }]));
}

export function idsOf(text: string | null): string[] {
  return opened(text ?? '').coding.annotations.map(({ id }) => id);
}
