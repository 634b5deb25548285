import { dirname, relative, sep } from 'node:path';
import { defaultCodebook, readCodebook } from '../engine/codebook/read';
import type { Codebook } from '../engine/codebook/types';
import { fault, type Fault } from '../engine/faults';
import { range } from '../engine/position';
import { readStudy } from '../engine/study/studyFile';
import type { Study } from '../engine/study/types';
import { codebookName, nearestAbove, readText, studyName, Unreadable } from './files';

/** A file of ours as it was found. */
export interface Found<T> {
  readonly path: string;
  /** Without byte order mark; null where it is no text. */
  readonly text: string | null;
  /** Null where it could not be read. */
  readonly value: T | null;
  readonly faults: readonly Fault[];
}

/** Codebooks and study files, each read once, and what the file system would not give. */
export class Library {
  readonly #codebooks = new Map<string, Found<Codebook>>();
  readonly #studies = new Map<string, Found<Study>>();
  readonly #problems = new Map<string, Unreadable>();

  /** What was read so far. */
  get files(): readonly Found<unknown>[] {
    return [...this.#codebooks.values(), ...this.studies];
  }

  get studies(): readonly Found<Study>[] {
    return [...this.#studies.values()];
  }

  /** Bad input, each path once. */
  get problems(): readonly Unreadable[] {
    return [...this.#problems.values()];
  }

  /**
   * The codebook that applies in a folder: the nearest, else the built-in one; null where the nearest cannot be read, or is of a
   * newer version: what is read of that is a part, and nothing can be judged by it.
   */
  codebook(folder: string): Codebook | null {
    const path = nearestAbove(folder, codebookName);
    if (path === null) return defaultCodebook();
    const found = this.readCodebook(path);
    return isNewer(found) ? null : found.value;
  }

  /** The study file that applies in a folder; null where there is none. */
  study(folder: string): Found<Study> | null {
    const path = nearestAbove(folder, studyName);
    return path === null ? null : this.readStudy(path);
  }

  readCodebook(path: string): Found<Codebook> {
    return this.#once(path, this.#codebooks, (text) => {
      const { codebook: value, faults } = readCodebook(text);
      return { value, faults: [...shadowing(path), ...faults] };
    });
  }

  readStudy(path: string): Found<Study> {
    return this.#once(path, this.#studies, (text) => {
      const { study: value, faults } = readStudy(text);
      return { value, faults };
    });
  }

  /** Reads a file of ours; where the file system does not give it, that is kept as a problem. */
  read<T>(
    path: string,
    interpret: (text: string) => { readonly value: T | null; readonly faults: readonly Fault[] },
  ): Found<T> {
    const reading = this.attempt(() => readText(path)) ?? { text: null, faults: [] };
    if (reading.text === null) return { path, value: null, ...reading };
    return { path, text: reading.text, ...interpret(reading.text) };
  }

  /** What `act` gives; null where the file system did not give what it asked for, which is kept as a problem. */
  attempt<T>(act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#problems.set(error.path, error);
      return null;
    }
  }

  #once<T>(
    path: string,
    known: Map<string, Found<T>>,
    interpret: (text: string) => { readonly value: T | null; readonly faults: readonly Fault[] },
  ): Found<T> {
    const found = known.get(path) ?? this.read(path, interpret);
    known.set(path, found);
    return found;
  }
}

/** A codebook or study file of a newer version. */
export function isNewer({ faults }: Found<unknown>): boolean {
  return faults.some(({ code }) => code === 'newer-version');
}

/** Another codebook further up, which does not count in the folder of this one. */
function shadowing(path: string): readonly Fault[] {
  const above = nearestAbove(dirname(dirname(path)), codebookName);
  if (above === null || above === path) return [];
  return [fault('shadowed-codebook', range(0, 0, 0, 0), { other: pathFrom(dirname(path), above) })];
}

/** A path as a study file writes it: from its folder, with `/`. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
