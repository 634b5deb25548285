import * as vscode from 'vscode';
import type { Unconfirmed } from '../../engine/annotations/types';
import type { Codings } from '../../store/codings';
import type { Passage } from '../../store/passage';
import type { CodedTranscript } from '../../store/codedTranscript';
import { codeParagraphs } from '../codeCard';
import { plainMarkdown } from '../markdown';
import { language } from '../../store/transcripts';

/** The commands a passage's hover may run, and no others: what a transcript or a note says never becomes one. */
const linked = [
  'alliance.note',
  'alliance.recode',
  'alliance.rate',
  'alliance.link',
  'alliance.delete',
  'alliance.confirm',
  'alliance.notHere',
];

/** Whether what was coded there is shown in another way: side by side, where coders differ. */
type ShownOtherwise = (coded: CodedTranscript, position: vscode.Position) => boolean;

/** Every code on the words under the pointer: definition, coder, ratings, note, and what can be done about it. */
class PassageHover implements vscode.HoverProvider {
  readonly #codings: Codings;
  readonly #isShownOtherwise: ShownOtherwise;

  constructor(codings: Codings, isShownOtherwise: ShownOtherwise) {
    this.#codings = codings;
    this.#isShownOtherwise = isShownOtherwise;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const coded = this.#codings.of(document.uri);
    const here = coded?.passagesAt(new vscode.Range(position, position)) ?? [];
    if (!coded || here.length === 0 || this.#isShownOtherwise(coded, position)) return null;
    const smallest = here.reduce((a, b) => (b.range && a.range?.contains(b.range) ? b : a));
    return new vscode.Hover(
      here.map((passage) => describe(passage, coded, here.length === 1)),
      smallest.range ?? undefined,
    );
  }
}

/** `alone`: no other code lies here, so there is room for all the codebook says of this one. */
function describe(passage: Passage, coded: CodedTranscript, alone: boolean): vscode.MarkdownString {
  const { annotation, code } = passage;
  // What a person should do comes first where there is something to do.
  const open = passage.state === 'unconfirmed';
  const paragraphs = [
    `**${plainMarkdown(code?.label ?? annotation.code)}** · ${plainMarkdown(`${idOf(passage)} · ${coded.sight.nameOf(passage.coder)}`)}`,
    ...(open ? unconfirmedParagraphs(passage) : []),
    open && passage.editable ? links(passage) : '',
    ...definitionOf(passage, coded, alone),
    plainMarkdown(ratingsOf(passage, coded)),
    annotation.note ? plainMarkdown(vscode.l10n.t('Note: {0}', annotation.note)) : '',
    !open && passage.editable ? links(passage) : '',
  ];
  const text = new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'));
  text.isTrusted = { enabledCommands: linked };
  return text;
}

/** That a person should look, how it was found, and which words were coded where others stand there now. */
function unconfirmedParagraphs({ found, annotation }: Passage): string[] {
  const percent = Math.round((found?.confidence ?? 0) * 100);
  const how =
    found?.confidence === undefined
      ? []
      : [`${foundWords(found)} ${vscode.l10n.t('Confidence: {0} %.', percent)}`];
  const coded = annotation.quote ? [vscode.l10n.t('Coded were the words: {0}', annotation.quote)] : [];
  const please = vscode.l10n.t('Please confirm: the words may not be those that were coded.');
  return [please, ...how, ...coded].map(plainMarkdown);
}

function foundWords({ state, method }: Unconfirmed): string {
  if (method === 'turns') return vscode.l10n.t('Its turns were found again, and something in them changed.');
  if (method === 'words') return vscode.l10n.t('Its turn changed, and most of its words were found there.');
  return state === 'moved'
    ? vscode.l10n.t('Its words were found at another place.')
    : vscode.l10n.t('Words like its own were found at another place.');
}

/** As the file says it; an old id with the one it is now. */
function idOf({ annotation, code }: Passage): string {
  return code && code.id !== annotation.code ? `${annotation.code} → ${code.id}` : annotation.code;
}

function definitionOf(
  { annotation, code }: Passage,
  { codebook }: CodedTranscript,
  alone: boolean,
): string[] {
  if (!code) {
    const several = codebook.replacements.get(annotation.code)?.join(', ');
    return [
      several === undefined
        ? plainMarkdown(vscode.l10n.t('The codebook has no such code.'))
        : plainMarkdown(vscode.l10n.t('This code was replaced by: {0}. Please choose one of them.', several)),
    ];
  }
  return alone ? codeParagraphs(code, codebook) : [plainMarkdown(code.definition)];
}

function ratingsOf({ annotation }: Passage, coded: CodedTranscript): string {
  return Object.entries(annotation.ratings ?? {})
    .map(([scale, value]) => {
      const word = coded.codebook.scales.get(scale)?.values.find((each) => each.value === value)?.label;
      return word ? `${scale} ${value} (${word})` : `${scale} ${value}`;
    })
    .join(' · ');
}

function links(passage: Passage): string {
  const argument = encodeURIComponent(JSON.stringify([{ id: passage.annotation.id }]));
  const link = (label: string, command: string): string => `[${label}](command:${command}?${argument})`;
  const all = [
    link(vscode.l10n.t('Note'), 'alliance.note'),
    link(vscode.l10n.t('Recode'), 'alliance.recode'),
    link(vscode.l10n.t('Rate'), 'alliance.rate'),
    link(vscode.l10n.t('Link'), 'alliance.link'),
    link(vscode.l10n.t('Delete'), 'alliance.delete'),
  ];
  if (passage.state === 'unconfirmed') {
    const notHere = link(vscode.l10n.t('Not Here'), 'alliance.notHere');
    all.unshift(link(vscode.l10n.t('Confirm'), 'alliance.confirm'), notHere);
  }
  return all.join(' · ');
}

export function registerPassageHover(codings: Codings, isShownOtherwise: ShownOtherwise): vscode.Disposable {
  return vscode.languages.registerHoverProvider(language, new PassageHover(codings, isShownOtherwise));
}
