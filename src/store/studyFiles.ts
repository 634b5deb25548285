import type * as vscode from 'vscode';
import { renameTranscripts, type StudyEdit } from '../engine/study/editStudy';
import { isNewerStudy, readStudy } from '../engine/study/studyFile';
import type { Study } from '../engine/study/types';
import { nearestAbove, relativeTo } from './nearest';
import { reasonOf, replaceText } from './personDisk';
import { dirtyDocument, readSafely, readText } from './readText';
import { studyName } from './watching';
import type { FileWriter } from './writer';

/**
 * Why a file of a study could not be written; worded at the edge. `by-hand`: there is no certain place for the change.
 * `newer`: of a newer format than this program writes.
 */
export type StudyFault =
  | { readonly kind: 'by-hand' | 'newer'; readonly uri: vscode.Uri }
  | { readonly kind: 'failed'; readonly uri: vscode.Uri; readonly reason: string };

/** A study file with what it says; null where it cannot be read. */
export interface FoundStudy {
  readonly uri: vscode.Uri;
  readonly study: Study | null;
}

/** The study file as something to write to: what a person wrote into it stays as it is. */
export class StudyFiles {
  readonly #write: FileWriter;
  #editing: Promise<unknown> = Promise.resolve();

  constructor(write: FileWriter) {
    this.#write = write;
  }

  /** The study file that counts for a transcript; null where there is none. */
  async near(transcript: vscode.Uri): Promise<FoundStudy | null> {
    const uri = await nearestAbove(transcript, studyName);
    if (!uri) return null;
    const text = dirtyDocument(uri)?.getText();
    const reading = text === undefined ? await readSafely(uri) : null;
    const source = text ?? (reading?.kind === 'text' ? reading.text : null);
    return { uri, study: source === null ? null : readStudy(source).study };
  }

  /** Writes a file that was not there, or takes the place of what was. Null when it is on disk. */
  async create(uri: vscode.Uri, text: string): Promise<StudyFault | null> {
    try {
      await this.#write(uri, text);
      return null;
    } catch (error) {
      return { kind: 'failed', uri, reason: reasonOf(error) };
    }
  }

  /** Changes a study file, one change after the other; where it is open with unsaved changes, in that editor. */
  edit(uri: vscode.Uri, edit: StudyEdit): Promise<StudyFault | null> {
    const editing = this.#editing.then(() => this.#edit(uri, edit));
    this.#editing = editing;
    return editing;
  }

  /** Where transcripts went, the study file says: those at or below `from` are at `to` now. Null where there was nothing to say. */
  async moved(from: vscode.Uri, to: vscode.Uri): Promise<StudyFault | null> {
    const uri = await nearestAbove(from, studyName);
    const other = uri && (await nearestAbove(to, studyName));
    const [before, now] = uri ? [relativeTo(uri, from), relativeTo(uri, to)] : [null, null];
    // What left the study is for a person to decide: its facts would go with its entry.
    if (!uri || before === null || now === null || other?.toString() !== uri.toString()) return null;
    const renamed = (path: string): string | null => {
      if (path === before) return now;
      return path.startsWith(`${before}/`) ? now + path.slice(before.length) : null;
    };
    return this.edit(uri, renameTranscripts(renamed));
  }

  async #edit(uri: vscode.Uri, edit: StudyEdit): Promise<StudyFault | null> {
    try {
      const editor = dirtyDocument(uri);
      const reading = editor ? null : await readText(uri);
      const before = editor?.getText() ?? (reading?.kind === 'text' ? reading.text : '');
      const after = edit(before);
      if (after === before) return null;
      if (isNewerStudy(before)) return { kind: 'newer', uri };
      if (after === null) return { kind: 'by-hand', uri };
      if (editor) await replaceText(editor, after);
      else await this.#write(uri, after);
      return null;
    } catch (error) {
      return { kind: 'failed', uri, reason: reasonOf(error) };
    }
  }
}
