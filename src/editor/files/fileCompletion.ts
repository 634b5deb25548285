import * as vscode from 'vscode';
import { renderString } from '../../engine/yamlScalar';
import {
  choicesAt,
  choicesOf,
  descriptionOf,
  isSchema,
  keysAt,
  waysAt,
  waysOf,
  type JsonSchema,
  type SchemaKey,
} from '../../engine/files/jsonSchema';
import { meaningOfKeys, meaningOfValue } from '../../engine/files/meaning';
import { pathAt, type YamlCursor } from '../../engine/yamlPath';
import { plainMarkdown } from '../markdown';
import type { FileNames, NameChoice } from './fileNames';
import type { OurFiles } from './ourFiles';
import { kindOf } from './ourFiles';
import { translated, type Schemas } from './schemas';

/** Behind these a name or value may begin. */
const beforeValue = /(?:^\s*-|["'\w]:|[[{,])\s$/;

/** Keys and values of codebook, annotation and study files, also half-written ones. */
export class FileCompletion implements vscode.CompletionItemProvider {
  static readonly triggers = [' ', '"', "'"];
  readonly #files: OurFiles;
  readonly #schemas: Schemas;
  readonly #names: FileNames;

  constructor(files: OurFiles, schemas: Schemas, names: FileNames) {
    this.#files = files;
    this.#schemas = schemas;
    this.#names = names;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[]> {
    const kind = kindOf(document.uri);
    const before = document.lineAt(position).text.slice(0, position.character);
    if (kind === null || (triggerCharacter === ' ' && !beforeValue.test(before))) return [];
    const text = this.#files.textOf(document);
    const cursor = text === null ? null : pathAt(text, document.offsetAt(position));
    if (!cursor) return [];
    const schema = await this.#schemas.of(kind);
    if (token.isCancellationRequested) return [];
    const place = { document, cursor, schema };
    if (cursor.kind === 'value' || isItem(place)) {
      const meaning = meaningOfValue(kind, cursor.path);
      const names = meaning ? await this.#names.choices(meaning, document, cursor) : [];
      return [...names.map((name, index) => nameItem(place, name, index)), ...choiceItems(place)];
    }
    // Asked for by a blank: whoever wants keys here has begun one, or asks.
    if (triggerCharacter !== undefined) return [];
    const meaning = meaningOfKeys(kind, cursor.path);
    const names = meaning ? await this.#names.choices(meaning, document, cursor) : [];
    const free = names.filter(({ text: name }) => !cursor.maps[0]?.has(name));
    return [...keyItems(place), ...free.map((name, index) => freeKeyItem(place, name, index))];
  }
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly cursor: YamlCursor;
  readonly schema: JsonSchema;
}

/** Behind a dash there may be a key or a value: a value where the list holds no maps. */
function isItem({ cursor, schema }: Place): boolean {
  const ways = waysAt(schema, cursor.path);
  return ways.length > 0 && ways.every(({ type }) => type !== 'object' && type !== 'array');
}

/** Another extension that completes what schemas say; names that only we know are ours in any case. */
function isSchemaKnown(): boolean {
  return vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;
}

function keyItems(place: Place): vscode.CompletionItem[] {
  const { cursor, schema } = place;
  if (isSchemaKnown()) return [];
  const inList = waysAt(schema, cursor.path).some(({ type }) => type === 'array') && !cursor.inFlow;
  const keys = keysAt(schema, inList ? [...cursor.path, 0] : cursor.path);
  const there = cursor.maps[0];
  return keys
    .filter(({ key }) => !there?.has(key))
    .map((key, index) => {
      const item = new vscode.CompletionItem(
        { label: key.key, description: key.isRequired ? vscode.l10n.t('required') : '' },
        vscode.CompletionItemKind.Property,
      );
      const dash = inList ? '- ' : '';
      item.documentation = new vscode.MarkdownString(plainMarkdown(translated(key.schema['description'])));
      item.insertText = cursor.hasColon
        ? key.key
        : new vscode.SnippetString(dash + behindKey(place, key, dash.length));
      item.keepWhitespace = true;
      item.range = rangeOf(place);
      item.sortText = sortText(key.isRequired ? 0 : 1, index);
      if (choicesAt(schema, [...cursor.path, key.key]).length > 0) item.command = suggestMore();
      return item;
    });
}

/** `at: { turn: … }`, `codes:` with a dash below, `label: `. */
function behindKey(place: Place, { key, schema }: SchemaKey, dash: number): string {
  const { cursor, document } = place;
  const ways = waysOf(place.schema, schema);
  const indent = ' '.repeat(document.positionAt(cursor.start).character + dash + 2);
  const map = ways.find(({ type }) => type === 'object');
  const list = ways.find(({ type }) => type === 'array');
  if (ways.some((way) => choicesOf(way).length > 0 || (way !== map && way !== list))) return `${key}: $0`;
  if (map) {
    const keys = requiredOf(map);
    if (keys.length > 0) return `${key}: { ${keys.map((each, at) => `${each}: $${at + 1}`).join(', ')} }$0`;
    return cursor.inFlow ? `${key}: { $0 }` : `${key}:\n${indent}$0`;
  }
  if (!list) return `${key}: $0`;
  const ofMaps = waysOf(place.schema, isSchema(list['items']) ? list['items'] : null).some(
    ({ type }) => type === 'object',
  );
  return ofMaps && !cursor.inFlow ? `${key}:\n${indent}- $0` : `${key}: [ $0 ]`;
}

function requiredOf(map: JsonSchema): readonly string[] {
  const { required } = map;
  return Array.isArray(required) ? required.filter((each) => typeof each === 'string') : [];
}

function choiceItems(place: Place): vscode.CompletionItem[] {
  const { cursor, schema } = place;
  if (isSchemaKnown()) return [];
  const choices = choicesAt(schema, cursor.path).filter((choice) => !cursor.items.includes(choice));
  return choices.map((choice, index) => {
    const item = new vscode.CompletionItem(String(choice), vscode.CompletionItemKind.EnumMember);
    const said = descriptionOf(schema, cursor.path.slice(0, -1), String(cursor.path.at(-1)));
    item.documentation = new vscode.MarkdownString(plainMarkdown(translated(said)));
    item.insertText = typeof choice === 'string' ? written(choice, cursor) : String(choice);
    item.range = rangeOf(place);
    item.sortText = sortText(5, index);
    return item;
  });
}

function nameItem(place: Place, name: NameChoice, index: number): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: name.text, description: name.says }, name.itemKind);
  item.insertText = name.isNumber ? name.text : written(name.text, place.cursor);
  // What is typed has no quotation marks yet.
  item.filterText = name.text;
  item.range = rangeOf(place);
  item.sortText = sortText(name.rank ?? 2, index);
  if (name.documentation) item.documentation = name.documentation;
  return item;
}

/** A key that no schema knows, but the codebook or the study. */
function freeKeyItem(place: Place, name: NameChoice, index: number): vscode.CompletionItem {
  const item = nameItem(place, name, index);
  const key = renderString(name.text);
  item.insertText = place.cursor.hasColon ? key : `${key}: `;
  if (!place.cursor.hasColon) item.command = suggestMore();
  return item;
}

function written(text: string, { isQuoted }: YamlCursor): string {
  return isQuoted ? text : renderString(text);
}

function rangeOf({ document, cursor }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(cursor.start), document.positionAt(cursor.end));
}

/** Items of a rank stand in their own order. */
function sortText(rank: number, index: number): string {
  return `${rank}${String(index).padStart(4, '0')}`;
}

function suggestMore(): vscode.Command {
  return { command: 'editor.action.triggerSuggest', title: '' };
}
