import * as vscode from 'vscode';
import { resolveCode } from '../../engine/codebook/keys';
import type { Codebook, Scale } from '../../engine/codebook/types';
import { choicesAt, descriptionOf } from '../../engine/files/jsonSchema';
import { meaningOfKeys, meaningOfValue, type FileKind, type Meaning } from '../../engine/files/meaning';
import { wordAt, type YamlWord } from '../../engine/yamlPath';
import { codeMarkdown } from '../codeCard';
import { plainMarkdown } from '../markdown';
import type { Around } from './around';
import { annotationMarkdown, scaleMarkdown } from './fileNames';
import { kindOf, type OurFiles } from './ourFiles';
import { translated, type Schemas } from './schemas';

/** What a key of our files is for; and of a code, scale, rating or annotation that a file names, what is known of it. */
export class FileHover implements vscode.HoverProvider {
  readonly #files: OurFiles;
  readonly #schemas: Schemas;
  readonly #around: Around;

  constructor(files: OurFiles, schemas: Schemas, around: Around) {
    this.#files = files;
    this.#schemas = schemas;
    this.#around = around;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const kind = kindOf(document.uri);
    const text = this.#files.textOf(document);
    const word = kind === null || text === null ? null : wordAt(text, document.offsetAt(position));
    if (kind === null || !word) return null;
    const said =
      word.kind === 'key' ? await this.#key(document, kind, word) : await this.#value(document, kind, word);
    const range = new vscode.Range(document.positionAt(word.start), document.positionAt(word.end));
    return said && new vscode.Hover(said, range);
  }

  async #key(
    document: vscode.TextDocument,
    kind: FileKind,
    { path, text }: YamlWord,
  ): Promise<vscode.MarkdownString | null> {
    const meaning = meaningOfKeys(kind, path);
    const named = meaning && (await this.#named(document, meaning, text));
    if (named) return named;
    const schema = await this.#schemas.of(kind);
    const description = descriptionOf(schema, path, text);
    if (description === null) return null;
    const choices = choicesAt(schema, [...path, text]).map((choice) => `\`${choice}\``);
    const lines = [plainMarkdown(translated(description)), choices.join(' · ')];
    return new vscode.MarkdownString(lines.filter(Boolean).join('\n\n'));
  }

  async #value(
    document: vscode.TextDocument,
    kind: FileKind,
    { path, text }: YamlWord,
  ): Promise<vscode.MarkdownString | null> {
    const meaning = meaningOfValue(kind, path);
    return meaning && this.#named(document, meaning, text, String(path.at(-1)));
  }

  async #named(
    document: vscode.TextDocument,
    meaning: Meaning,
    text: string,
    key = '',
  ): Promise<vscode.MarkdownString | null> {
    if (meaning === 'annotation') {
      const annotations = this.#files.of(document)?.annotations?.coding.annotations;
      const found = annotations?.find(({ id }) => id === text);
      return found ? annotationMarkdown(found) : null;
    }
    const { codebook } = await this.#around.codebook(document);
    if (meaning === 'code' || meaning === 'child-id' || meaning === 'old-code')
      return codeCard(text, codebook);
    return scaleCard(scaleFor(meaning, text, key, codebook));
  }
}

/** An id of an earlier version shows what stands for it now. */
function codeCard(id: string, codebook: Codebook): vscode.MarkdownString | null {
  const found = codebook.codes.get(id);
  if (found) return codeMarkdown(found, codebook);
  const now = resolveCode(codebook, id);
  if (!now) return null;
  const codes = 'id' in now ? [now] : now.replacedBy;
  const ids = codes.map((code) => code.id).join(', ');
  const [only] = codes;
  const said = new vscode.MarkdownString(
    plainMarkdown(vscode.l10n.t('An id of an earlier version. Now: {0}', ids)),
  );
  if (codes.length === 1 && only) said.value += `\n\n${codeMarkdown(only, codebook).value}`;
  return said;
}

function scaleFor(meaning: Meaning, text: string, key: string, codebook: Codebook): Scale | undefined {
  if (meaning === 'scale') return codebook.scales.get(text);
  if (meaning === 'scale-value' || meaning === 'resolution') return codebook.scales.get(key);
  const rating = meaning === 'rating' ? codebook.ratings.find(({ id }) => id === text) : undefined;
  return rating && codebook.scales.get(rating.scale);
}

function scaleCard(scale: Scale | undefined): vscode.MarkdownString | null {
  return scale ? scaleMarkdown(scale) : null;
}
