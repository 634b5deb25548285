import * as vscode from 'vscode';
import { renderValue } from '../../engine/yamlRender';
import { speakersInUse } from '../../engine/transcript/editHeader';
import { headerChoices } from '../../engine/transcript/header';
import { nextSpeakers } from '../../engine/transcript/nextSpeakers';
import type { ParsedTranscript } from '../../engine/transcript/parse';

/** A key of the header: what may stand behind it as an example to type over, and what it is for. */
interface HeaderKey {
  readonly key: string;
  readonly example: string;
  readonly says: string;
}

function headerKeys(): readonly HeaderKey[] {
  return [
    { key: 'media', example: 'session-04.wav', says: vscode.l10n.t('The recording.') },
    { key: 'duration', example: '50', says: vscode.l10n.t('How long the session was, in minutes.') },
    { key: 'case', example: 'C017', says: vscode.l10n.t('Whose sessions these are: a client or a couple.') },
    { key: 'session', example: '4', says: vscode.l10n.t('The number of the session in its case.') },
    { key: 'date', example: '2026-03-02', says: vscode.l10n.t('The day of the session.') },
    { key: 'stage', example: '', says: vscode.l10n.t('The stage of the alliance in this session.') },
    {
      key: 'scores',
      example: '{ client: { wai_bond: 5.3 } }',
      says: vscode.l10n.t('What questionnaires gave for this session, by whom they were filled in.'),
    },
    { key: 'language', example: 'en', says: vscode.l10n.t('The language that is spoken.') },
  ];
}

/** Keys where a line of the header begins, and the words that `role` and `stage` may have. */
export function headerItems(
  parsed: ParsedTranscript,
  { line, character }: vscode.Position,
): vscode.CompletionItem[] {
  const before = parsed.lines[line]?.text.slice(0, character) ?? '';
  const value = /(?:^|[\s{,])(role|stage):\s+([a-z]*)$/.exec(before);
  if (value) {
    const [, key, word = ''] = value;
    const range = new vscode.Range(line, character - word.length, line, character);
    return choiceItems(key === 'role' ? headerChoices.role : headerChoices.stage, range);
  }
  if (!/^[a-z]*$/.test(before)) return [];
  const taken = new Set(parsed.lines.map(({ text }) => /^([a-z]+)\s*:/.exec(text)?.[1]));
  const range = new vscode.Range(line, 0, line, character);
  const keys = headerKeys().filter(({ key }) => !taken.has(key));
  const speakers = taken.has('speakers') ? [] : [speakersItem(parsed, range)];
  return [...speakers, ...keys.map((each) => keyItem(each, range))];
}

/** A header for a transcript that has none; offered on its first line. */
export function headerSnippet(
  parsed: ParsedTranscript,
  { line, character }: vscode.Position,
): vscode.CompletionItem[] {
  const before = parsed.lines[line]?.text.slice(0, character) ?? '';
  if (!/^-{0,3}$/.test(before)) return [];
  const item = new vscode.CompletionItem('---', vscode.CompletionItemKind.Module);
  item.detail = vscode.l10n.t('Header');
  item.documentation = vscode.l10n.t(
    'Says who speaks, how long the session was, and to which case it belongs.',
  );
  item.insertText = new vscode.SnippetString()
    .appendText(`---\nspeakers: ${speakersText(parsed)}\nduration: `)
    .appendPlaceholder('50')
    .appendText('\n---\n');
  item.range = new vscode.Range(line, 0, line, character);
  item.sortText = '9';
  return [item];
}

function choiceItems(words: readonly string[], range: vscode.Range): vscode.CompletionItem[] {
  return words.map((word, index) => {
    const item = new vscode.CompletionItem(word, vscode.CompletionItemKind.EnumMember);
    item.sortText = String(index);
    item.range = range;
    return item;
  });
}

function keyItem({ key, example, says }: HeaderKey, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
  item.documentation = says;
  const snippet = new vscode.SnippetString(`${key}: `);
  if (key === 'stage') snippet.appendChoice([...headerChoices.stage]);
  else snippet.appendPlaceholder(example);
  item.insertText = snippet;
  item.range = range;
  return item;
}

function speakersItem(parsed: ParsedTranscript, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem('speakers', vscode.CompletionItemKind.Property);
  item.documentation = vscode.l10n.t(
    'Who speaks, with their roles. Once some are listed here, only these are speakers.',
  );
  item.insertText = `speakers: ${speakersText(parsed)}`;
  item.range = range;
  return item;
}

/** Those who speak already, so that listing them changes no turn. */
function speakersText(parsed: ParsedTranscript): string {
  const inUse = speakersInUse(parsed);
  const speakers = inUse.length > 0 ? inUse : nextSpeakers(parsed, 0);
  return renderValue(Object.fromEntries(speakers.map(({ label, role }) => [label, { role }])));
}
