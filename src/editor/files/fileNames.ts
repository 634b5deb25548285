import * as vscode from 'vscode';
import type { Coding } from '../../engine/annotations/types';
import type { Codebook, Scale } from '../../engine/codebook/types';
import type { Meaning } from '../../engine/files/meaning';
import type { YamlCursor } from '../../engine/yamlPath';
import { codeMarkdown } from '../codeCard';
import { palette, paletteColours } from '../drawing/palette';
import { roleWord } from '../language/labelHover';
import { plainMarkdown } from '../markdown';
import type { Around } from './around';
import type { OurFiles } from './ourFiles';

/** A name or value that may stand at a place. */
export interface NameChoice {
  readonly text: string;
  /** In a few words, beside it. */
  readonly says: string;
  readonly itemKind: vscode.CompletionItemKind;
  readonly documentation?: vscode.MarkdownString;
  readonly isNumber?: boolean;
  /** Lower ranks stand first. */
  readonly rank?: number;
}

type Chooser = (
  document: vscode.TextDocument,
  cursor: YamlCursor,
) => Promise<readonly NameChoice[]> | readonly NameChoice[];

const { Constant, Reference, User, File, Color, Value, Unit } = vscode.CompletionItemKind;

/** Names that only the study knows: codes, scales, people, transcripts, annotations of the same file. */
export class FileNames {
  readonly #files: OurFiles;
  readonly #around: Around;
  readonly #choosers: Readonly<Record<Meaning, Chooser>> = {
    annotation: (document, { items }) => this.#annotations(document, items),
    'child-id': (_document, { path, maps }) => childIds(path, maps),
    code: async (document, { items }) =>
      codeChoices((await this.#around.codebook(document)).codebook).filter(
        ({ text }) => !items.includes(text),
      ),
    'codebook-id': async (document) => {
      const { id, title } = (await this.#around.codebook(document)).codebook;
      return [{ text: id, says: title, itemKind: Reference }];
    },
    'codebook-version': async (document) => {
      const { id, version } = (await this.#around.codebook(document)).codebook;
      return [{ text: version, says: id, itemKind: Reference }];
    },
    coder: (document, { items }) => this.#coders(document, items),
    // A colour as the name of an item is shown as a swatch.
    color: () => paletteColours.map((name) => ({ text: palette[name], says: name, itemKind: Color })),
    informant: () => ['client', 'therapist', 'observer'].map((text) => ({ text, says: '', itemKind: User })),
    measure: async (document) =>
      Object.entries((await this.#around.study(document))?.measures ?? {}).map(([text, { kind }]) => ({
        text,
        says: kind ?? '',
        itemKind: Unit,
      })),
    // Those that are in the codebook are replaced by none.
    'old-code': () => [],
    rating: async (document) => ratingChoices((await this.#around.codebook(document)).codebook),
    'rating-value': async (document, { maps }) => {
      const { codebook } = await this.#around.codebook(document);
      const rating = codebook.ratings.find(({ id }) => id === maps[0]?.get('rating'));
      return valueChoices(rating && codebook.scales.get(rating.scale));
    },
    resolution: async (document) =>
      valueChoices((await this.#around.codebook(document)).codebook.scales.get('resolution')),
    scale: async (document, { maps, items }) => {
      const { codebook } = await this.#around.codebook(document);
      const code = codebook.codes.get(String(maps.find((map) => map.has('code'))?.get('code')));
      return scaleChoices(codebook, code?.scales ?? []).filter(({ text }) => !items.includes(text));
    },
    'scale-value': async (document, { path }) =>
      valueChoices((await this.#around.codebook(document)).codebook.scales.get(String(path.at(-1)))),
    session: async (document) =>
      (await this.#around.transcriptsBeside(document)).map((text) => ({ text, says: '', itemKind: File })),
    speaker: async (document) =>
      (await this.#around.speakers(document)).map(({ label, role, name }) => ({
        text: label,
        says: [...(name === null ? [] : [name]), roleWord(role)].join(' · '),
        itemKind: User,
      })),
    transcript: (document) => this.#transcripts(document),
  };

  constructor(files: OurFiles, around: Around) {
    this.#files = files;
    this.#around = around;
  }

  async choices(
    meaning: Meaning,
    document: vscode.TextDocument,
    cursor: YamlCursor,
  ): Promise<readonly NameChoice[]> {
    return this.#choosers[meaning](document, cursor);
  }

  #annotations(document: vscode.TextDocument, taken: readonly unknown[]): NameChoice[] {
    const coding = this.#files.of(document)?.annotations?.coding;
    const free = coding?.annotations.filter(({ id }) => !taken.includes(id)) ?? [];
    return free.map((one) => ({
      text: one.id,
      says: one.code,
      itemKind: Reference,
      documentation: annotationMarkdown(one),
    }));
  }

  async #coders(document: vscode.TextDocument, taken: readonly unknown[]): Promise<NameChoice[]> {
    const coders = (await this.#around.study(document))?.coders ?? [];
    return coders
      .filter(({ id }) => !taken.includes(id))
      .map(({ id, name, role }) => ({
        text: id,
        says: [...(name === null ? [] : [name]), role].join(' · '),
        itemKind: User,
      }));
  }

  /** Those that the study does not list yet come first. */
  async #transcripts(document: vscode.TextDocument): Promise<NameChoice[]> {
    const study = await this.#around.study(document);
    const listed = new Map(study?.sessions.map((each) => [each.transcript, each.case]));
    const paths = await this.#around.transcriptsBelow(document);
    return paths.map((text) => ({
      text,
      says: listed.get(text) ?? '',
      itemKind: File,
      rank: listed.has(text) ? 3 : 2,
    }));
  }
}

/** Where an annotation is and what it covers, as it stands in the file. */
export function annotationMarkdown({
  code,
  at,
  quote,
}: Coding['annotations'][number]): vscode.MarkdownString {
  const place = at ? [vscode.l10n.t('Turn {0}', at.turn)] : [];
  const words = [...place, ...(quote === undefined ? [] : [`“${quote}”`])].join(' · ');
  return new vscode.MarkdownString(`**${plainMarkdown(code)}**\n\n${plainMarkdown(words)}`);
}

/** `2 clear` for each value. */
export function scaleMarkdown({ id, values }: Scale): vscode.MarkdownString {
  const lines = values.map(({ value, label }) => `- ${value} ${plainMarkdown(label)}`);
  return new vscode.MarkdownString([`**${plainMarkdown(id)}**`, lines.join('\n')].join('\n\n'));
}

function codeChoices(codebook: Codebook): NameChoice[] {
  return [...codebook.codes.values()].map((code) => ({
    text: code.id,
    says: code.label,
    itemKind: Constant,
    documentation: codeMarkdown(code, codebook),
  }));
}

function ratingChoices({ ratings, scales }: Codebook): NameChoice[] {
  return ratings.map(({ id, label, scale }) => {
    const known = scales.get(scale);
    return {
      text: id,
      says: label,
      itemKind: Constant,
      ...(known && { documentation: scaleMarkdown(known) }),
    };
  });
}

/** The scales of the code first. */
function scaleChoices({ scales }: Codebook, own: readonly string[]): NameChoice[] {
  return [...scales.values()].map((scale) => ({
    text: scale.id,
    says: scale.values.map(({ value }) => value).join(' '),
    itemKind: Unit,
    documentation: scaleMarkdown(scale),
    rank: own.includes(scale.id) ? 2 : 3,
  }));
}

function valueChoices(scale: Scale | undefined): NameChoice[] {
  return (scale?.values ?? []).map(({ value, label }) => ({
    text: String(value),
    says: label,
    itemKind: Value,
    isNumber: true,
  }));
}

/** The id of a child begins with its parent's. */
function childIds(path: YamlCursor['path'], maps: YamlCursor['maps']): NameChoice[] {
  const parent = maps[1]?.get('id');
  if (path.at(-3) !== 'children' || typeof parent !== 'string') return [];
  return [{ text: `${parent}.`, says: '', itemKind: Constant }];
}
