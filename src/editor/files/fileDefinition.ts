import * as vscode from 'vscode';
import { rangeOf } from '../../engine/annotations/ranges';
import { resolveCode } from '../../engine/codebook/keys';
import { meaningOfKeys, meaningOfValue, type Meaning } from '../../engine/files/meaning';
import type { Range } from '../../engine/position';
import { parseYamlFile, rangeOfKey } from '../../engine/yamlFile';
import { wordAt } from '../../engine/yamlPath';
import { exists, folderOf } from '../../store/nearest';
import type { Around } from './around';
import { kindOf, type OurFiles } from './ourFiles';

/** From a code or scale to its place in the codebook, from an annotation's id to the annotation, from a transcript's name to it. */
export class FileDefinition implements vscode.DefinitionProvider {
  readonly #files: OurFiles;
  readonly #around: Around;

  constructor(files: OurFiles, around: Around) {
    this.#files = files;
    this.#around = around;
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location | null> {
    const kind = kindOf(document.uri);
    const text = this.#files.textOf(document);
    const word = kind === null || text === null ? null : wordAt(text, document.offsetAt(position));
    if (kind === null || !word) return null;
    const find = word.kind === 'key' ? meaningOfKeys : meaningOfValue;
    const meaning = find(kind, word.path);
    return meaning && this.#of(document, meaning, word.text);
  }

  async #of(document: vscode.TextDocument, meaning: Meaning, text: string): Promise<vscode.Location | null> {
    if (meaning === 'session' || meaning === 'transcript') {
      const uri = vscode.Uri.joinPath(folderOf(document.uri), text);
      return (await exists(uri)) ? new vscode.Location(uri, new vscode.Position(0, 0)) : null;
    }
    if (meaning === 'annotation') {
      const file = this.#files.of(document)?.annotations;
      return location(document.uri, file ? rangeOf(file, 'annotations', text) : null);
    }
    if (meaning !== 'code' && meaning !== 'scale' && meaning !== 'old-code') return null;
    const { uri, codebook, text: source, rangeOfCode } = await this.#around.codebook(document);
    if (!uri) return null;
    if (meaning === 'scale') {
      const { doc, lines } = parseYamlFile(source);
      return location(uri, codebook.scales.has(text) ? rangeOfKey(doc, lines, ['scales', text]) : null);
    }
    const now = resolveCode(codebook, text);
    return location(uri, rangeOfCode(now && 'id' in now ? now.id : text));
  }
}

function location(uri: vscode.Uri, range: Range | null): vscode.Location | null {
  if (!range) return null;
  const { start, end } = range;
  return new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character));
}
