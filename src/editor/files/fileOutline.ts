import * as vscode from 'vscode';
import type { AnnotationFile } from '../../engine/annotations/file';
import { rangeOf, rangeOfTop } from '../../engine/annotations/ranges';
import type { ReadCodebook } from '../../engine/codebook/read';
import type { Code } from '../../engine/codebook/types';
import type { Range } from '../../engine/position';
import { parseYamlFile, rangeOfKey } from '../../engine/yamlFile';
import type { OurFiles } from './ourFiles';

/** An entry of an outline, before it is known how far it reaches. */
interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly place: Range;
  readonly kind: vscode.SymbolKind;
  readonly below: readonly Entry[];
}

/** Codes in their families, annotations by turn, sessions in their cases. */
export class FileOutline implements vscode.DocumentSymbolProvider {
  readonly #files: OurFiles;

  constructor(files: OurFiles) {
    this.#files = files;
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const reading = this.#files.of(document);
    if (!reading) return [];
    const { annotations, codebook } = reading;
    const entries = codebook
      ? codesOf(codebook)
      : annotations
        ? annotationsOf(annotations)
        : sessionsOf(document.getText());
    return symbolsOf(document, entries, document.lineCount);
  }
}

function codesOf({ codebook, rangeOfCode }: ReadCodebook): readonly Entry[] {
  const entriesOf = (codes: readonly Code[]): Entry[] =>
    codes.flatMap((code) => {
      const place = rangeOfCode(code.id);
      const children = code.children.flatMap((id) => codebook?.codes.get(id) ?? []);
      const kind = code.parent === null ? vscode.SymbolKind.Class : vscode.SymbolKind.Field;
      return place ? [{ name: code.id, detail: code.label, place, kind, below: entriesOf(children) }] : [];
    });
  return entriesOf(codebook?.families ?? []);
}

function annotationsOf(file: AnnotationFile): readonly Entry[] {
  return file.coding.annotations.flatMap(({ id, code, at }): Entry[] => {
    const place = rangeOf(file, 'annotations', id) ?? rangeOfTop(file, 'alliance');
    const detail = at ? vscode.l10n.t('Turn {0}', at.turn) : vscode.l10n.t('no place');
    return [{ name: code, detail, place, kind: vscode.SymbolKind.Event, below: [] }];
  });
}

function sessionsOf(text: string): readonly Entry[] {
  const { value, doc, lines } = parseYamlFile(text);
  return Object.entries(recordAt(value, 'cases')).map(([id, entry]): Entry => {
    const path = ['cases', id, 'sessions'];
    const sessions = recordAt(entry, 'sessions');
    const below = Object.entries(sessions).map(([index, session]): Entry => {
      const { transcript = '', date = '' } = isRecord(session) ? session : {};
      const place = rangeOfKey(doc, lines, [...path, Number(index), 'transcript']);
      return {
        name: String(transcript) || '…',
        detail: String(date),
        place,
        kind: vscode.SymbolKind.File,
        below: [],
      };
    });
    const place = rangeOfKey(doc, lines, ['cases', id]);
    return { name: id || '…', detail: '', place, kind: vscode.SymbolKind.Package, below };
  });
}

function recordAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(found) ? found : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** An entry reaches to the line before the next one beside it, the last to the end of what it stands in. */
function symbolsOf(
  document: vscode.TextDocument,
  entries: readonly Entry[],
  endLine: number,
): vscode.DocumentSymbol[] {
  return entries.flatMap(({ name, detail, place: { start }, kind, below }, index) => {
    const next = entries[index + 1]?.place.start.line ?? endLine;
    if (start.line >= document.lineCount) return [];
    const last = Math.min(Math.max(start.line, next - 1), document.lineCount - 1);
    const line = document.lineAt(start.line).range;
    const range = new vscode.Range(line.start, document.lineAt(last).range.end);
    const symbol = new vscode.DocumentSymbol(name, detail, kind, range, line);
    symbol.children = symbolsOf(document, below, last + 1);
    return [symbol];
  });
}
