import type * as vscode from 'vscode';
import { fault, type Fault } from '../engine/faults';
import { range } from '../engine/position';
import type { FileReading } from './readText';

/** A file of ours as it was found; `value` is null where it could not be read. */
export interface Found<T> {
  readonly uri: vscode.Uri;
  readonly value: T | null;
  readonly faults: readonly Fault[];
  /** The text on disk; null where it is no text. */
  readonly text: string | null;
}

/** A file with what is wrong in it. */
export interface FaultyFile {
  readonly uri: vscode.Uri;
  readonly faults: readonly Fault[];
}

/** What a file says, or why nothing can be read from it. */
export function readFound<T>(
  uri: vscode.Uri,
  reading: FileReading,
  read: (text: string) => { readonly value: T | null; readonly faults: readonly Fault[] },
): Found<T> {
  const top = range(0, 0, 0, 0);
  if (reading.kind === 'text') return { uri, text: reading.text, ...read(reading.text) };
  if (reading.kind === 'too-large') {
    const data = { size: reading.megabytes, limit: 64 };
    return { uri, text: null, value: null, faults: [fault('too-large', top, data)] };
  }
  const faults = reading.kind === 'not-utf8' ? [fault('not-utf8', top)] : [];
  return { uri, text: null, value: null, faults };
}
