import * as vscode from 'vscode';
import { isSchema, type JsonSchema } from '../../engine/files/jsonSchema';
import type { FileKind } from '../../engine/files/meaning';

/** The JSON Schemas that ship with the extension, read when somebody first writes in a file of ours. */
export class Schemas {
  readonly #extension: vscode.Uri;
  readonly #read = new Map<FileKind, Promise<JsonSchema>>();

  constructor(extension: vscode.Uri) {
    this.#extension = extension;
  }

  of(kind: FileKind): Promise<JsonSchema> {
    const reading = this.#read.get(kind) ?? this.#load(kind);
    this.#read.set(kind, reading);
    return reading;
  }

  async #load(kind: FileKind): Promise<JsonSchema> {
    const uri = vscode.Uri.joinPath(this.#extension, 'media', 'schemas', `${kind}.schema.json`);
    const bytes = await vscode.workspace.fs.readFile(uri);
    const schema: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isSchema(schema) ? schema : {};
  }
}

/** What a key is for, in the reader's language. The schemas are in English; their sentences are the keys of a translation. */
export function translated(description: unknown): string {
  return typeof description === 'string' ? vscode.l10n.t(description) : '';
}
