import * as vscode from 'vscode';
import { maskedNames, nextMaskedName } from '../../engine/transcript/maskedNames';
import { nextSpeakers } from '../../engine/transcript/nextSpeakers';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { Transcripts } from '../../store/transcripts';
import { plainMarkdown } from '../markdown';
import { headerItems, headerSnippet } from './headerCompletion';
import { roleWord } from './labelHover';

/** A label may follow blanks, a number and a time; of itself it has letters, digits and blanks. */
const beforeLabel =
  /^\s*(?:\d{1,6}[.)]?\s+)?(?:(?:\[[\d:.,]+\]|\([\d:.,]+\)|[\d:.,]{4,})\s+)?(?<label>[\p{L}][\p{L}\p{M}\p{N}._' -]{0,40})?$/u;

/** Labels where a line begins, notation elsewhere, keys and values in the header. */
export class TranscriptCompletion implements vscode.CompletionItemProvider {
  /** What begins notation. Labels are offered when asked for, so that Enter is never taken for a choice. */
  static readonly triggers = ['(', '['];
  readonly #transcripts: Transcripts;
  readonly #names = new WeakMap<ParsedTranscript, readonly string[]>();

  constructor(transcripts: Transcripts) {
    this.#transcripts = transcripts;
  }

  provideCompletionItems(
    { uri }: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.CompletionItem[] {
    const parsed = this.#transcripts.of(uri)?.parsed;
    const reading = parsed?.readings[position.line];
    if (!parsed || !reading || reading.kind === 'comment') return [];
    const triggered = context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
    if (reading.kind === 'header') return triggered ? [] : headerItems(parsed, position);
    if (reading.kind === 'label' && position.character < reading.textStart) return [];
    return [
      ...(triggered ? [] : labelItems(parsed, position)),
      ...notationItems(parsed, position, this.#namesOf(parsed)),
      ...(triggered || position.line > 0 ? [] : headerSnippet(parsed, position)),
    ];
  }

  #namesOf(parsed: ParsedTranscript): readonly string[] {
    const names = this.#names.get(parsed) ?? maskedNames(parsed.turns);
    this.#names.set(parsed, names);
    return names;
  }
}

function labelItems(parsed: ParsedTranscript, { line, character }: vscode.Position): vscode.CompletionItem[] {
  const begun = beforeLabel.exec(parsed.lines[line]?.text.slice(0, character) ?? '');
  if (!begun) return [];
  const range = new vscode.Range(line, character - (begun.groups?.['label']?.length ?? 0), line, character);
  return nextSpeakers(parsed, line).map(({ label, role, name }, index) => {
    const item = new vscode.CompletionItem(`${label}:`, vscode.CompletionItemKind.User);
    item.detail = [...(name === null ? [] : [name]), roleWord(role)].join(' · ');
    item.documentation = vscode.l10n.t('Begins a turn of this speaker.');
    item.insertText = `${label}: `;
    item.sortText = `0${String(index).padStart(3, '0')}`;
    item.preselect = index === 0;
    item.range = range;
    return item;
  });
}

interface NotationForm {
  readonly label: string;
  readonly snippet: string;
  readonly says: string;
}

function notationForms(): readonly NotationForm[] {
  return [
    { label: '(4s)', snippet: '(${1:4}s)', says: vscode.l10n.t('A pause, in seconds.') },
    { label: '(.)', snippet: '(.)', says: vscode.l10n.t('A pause too short to be measured.') },
    { label: '(pause)', snippet: '(pause)', says: vscode.l10n.t('A pause of unknown length.') },
    {
      label: '((looks away))',
      snippet: '((${1:looks away}))',
      says: vscode.l10n.t('What is done and not said: a look, a gesture, laughter.'),
    },
    {
      label: '[inaudible]',
      snippet: '[inaudible${1: 00:12:03}]',
      says: vscode.l10n.t('Words that cannot be understood, with their time if wanted.'),
    },
    {
      label: '[crosstalk]',
      snippet: '[crosstalk]',
      says: vscode.l10n.t('Several speak at once and cannot be understood.'),
    },
  ];
}

function notationItems(
  parsed: ParsedTranscript,
  position: vscode.Position,
  names: readonly string[],
): vscode.CompletionItem[] {
  const range = bracketAt(parsed.lines[position.line]?.text ?? '', position);
  const forms = notationForms().map(({ label, snippet, says }, index) =>
    notationItem({ label, says, insert: new vscode.SnippetString(snippet), sort: `1${index}`, range }),
  );
  const masked = [...names, nextMaskedName(names)].map((label, index) => {
    const fresh = index === names.length;
    const says = fresh
      ? vscode.l10n.t('A masked name: the next number that is free.')
      : vscode.l10n.t('A name masked in this transcript already.');
    return notationItem({ label, says, insert: label, sort: `2${String(index).padStart(3, '0')}`, range });
  });
  return [...forms, ...masked];
}

function notationItem(said: {
  readonly label: string;
  readonly says: string;
  readonly insert: string | vscode.SnippetString;
  readonly sort: string;
  readonly range: vscode.Range;
}): vscode.CompletionItem {
  const item = new vscode.CompletionItem(said.label, vscode.CompletionItemKind.Snippet);
  item.documentation = new vscode.MarkdownString(plainMarkdown(said.says));
  item.insertText = said.insert;
  item.sortText = said.sort;
  item.filterText = said.label;
  item.range = said.range;
  return item;
}

/** The notation begun at a place: from its bracket, with the closing ones that the editor set itself. */
function bracketAt(text: string, { line, character }: vscode.Position): vscode.Range {
  const before = /(?:\(\(?|\[|\*)[\p{L}\p{N}_ .]{0,40}$/u.exec(text.slice(0, character))?.[0];
  const begun = before ?? /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]*$/u.exec(text.slice(0, character))?.[0] ?? '';
  const closing = before === undefined ? '' : (/^(?:\)\)?|\])/.exec(text.slice(character))?.[0] ?? '');
  return new vscode.Range(line, character - begun.length, line, character + closing.length);
}
