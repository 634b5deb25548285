import * as vscode from 'vscode';
import { mayBeAnnotations } from '../../engine/annotations/copyName';
import type { AnnotationFile } from '../../engine/annotations/file';
import { readAnnotationFile } from '../../engine/annotations/read';
import { readCodebook, type ReadCodebook } from '../../engine/codebook/read';
import type { Fault } from '../../engine/faults';
import type { FileKind } from '../../engine/files/meaning';
import { readStudy } from '../../engine/study/studyFile';
import type { Study } from '../../engine/study/types';
import { baseName } from '../../store/nearest';
import { annotationFileEnding, codebookName, studyName } from '../../store/watching';

/** Our files in an editor, by their names; what stands in them says the rest. */
export const ourFiles: vscode.DocumentSelector = {
  language: 'yaml',
  pattern: `**/{*${annotationFileEnding},${codebookName},${studyName}}`,
};

/** Characters of a file up to which it is read while somebody types in it. */
const mostCharacters = 1_000_000;

/** What an open file of ours says; what cannot be read now is as it last could be. */
export interface FileReading {
  readonly kind: FileKind;
  /** What is wrong in the file by itself. */
  readonly faults: readonly Fault[];
  /** Whether it could be read as it stands now. */
  readonly isCurrent: boolean;
  readonly annotations: AnnotationFile | null;
  readonly codebook: ReadCodebook | null;
  readonly study: Study | null;
}

export function kindOf(uri: vscode.Uri): FileKind | null {
  const name = baseName(uri);
  if (name === codebookName) return 'codebook';
  if (name === studyName) return 'study';
  return mayBeAnnotations(name) ? 'annotations' : null;
}

/** Readings of the open files, one for each version of a text. */
export class OurFiles {
  readonly #known = new WeakMap<vscode.TextDocument, { version: number; reading: FileReading | null }>();

  /** Null where the document is none of ours, or too long to be read again and again. */
  of(document: vscode.TextDocument): FileReading | null {
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.reading;
    const kind = isOurs(document) ? kindOf(document.uri) : null;
    const text = kind === null ? '' : document.getText();
    const isShort = text.length <= mostCharacters;
    const reading = kind !== null && isShort ? read(kind, text, known?.reading ?? null) : null;
    this.#known.set(document, { version: document.version, reading });
    return reading;
  }

  /** The text of a file of ours; null as with `of`. */
  textOf(document: vscode.TextDocument): string | null {
    const text = isOurs(document) ? document.getText() : null;
    return text !== null && text.length <= mostCharacters ? text : null;
  }

  get open(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(isOurs);
  }
}

/** Earlier states, as version control shows them beside the present one, are left alone: nobody can mend them. */
export function isOurs({ uri, languageId, isClosed }: vscode.TextDocument): boolean {
  if (languageId !== 'yaml' || isClosed || kindOf(uri) === null) return false;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

function read(kind: FileKind, text: string, before: FileReading | null): FileReading {
  const nothing = { annotations: null, codebook: null, study: null };
  if (kind === 'annotations') {
    const { file, faults } = readAnnotationFile(text);
    return {
      ...nothing,
      kind,
      faults,
      isCurrent: file !== null,
      annotations: file ?? before?.annotations ?? null,
    };
  }
  if (kind === 'study') {
    const { study, faults } = readStudy(text);
    return { ...nothing, kind, faults, isCurrent: study !== null, study: study ?? before?.study ?? null };
  }
  const found = readCodebook(text);
  return {
    ...nothing,
    kind,
    faults: found.faults,
    isCurrent: found.codebook !== null,
    codebook: found.codebook ? found : (before?.codebook ?? found),
  };
}
