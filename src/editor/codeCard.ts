import * as vscode from 'vscode';
import { keysOf } from '../engine/codebook/keyPath';
import type { Code, Codebook } from '../engine/codebook/types';
import { roleWord } from './language/labelHover';
import { plainMarkdown } from './markdown';

/**
 * All a codebook says of a code, as one would put it on a card: what it means, when to use it, how it is applied and rated.
 * What comes from the codebook goes in as text, never as Markdown or a command.
 */
export function codeMarkdown(code: Code, codebook: Codebook): vscode.MarkdownString {
  const head = `**${plainMarkdown(code.label)}** · ${plainMarkdown(idAndKeys(code, codebook))}`;
  const text = new vscode.MarkdownString([head, ...codeParagraphs(code, codebook)].join('\n\n'));
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}

/** What stands below the head of a code's card, from its definition to what it replaces; escaped. */
export function codeParagraphs(code: Code, codebook: Codebook): string[] {
  const { definition, rule, include, exclude, example, speaker, replaces } = code;
  return [
    plainMarkdown(definition),
    labelled(vscode.l10n.t('Rule'), rule),
    list(vscode.l10n.t('Include'), include),
    list(vscode.l10n.t('Exclude'), exclude),
    labelled(vscode.l10n.t('Example'), example),
    labelled(vscode.l10n.t('Speaker'), speaker && speakerWord(speaker)),
    list(vscode.l10n.t('Scales'), scaleWords(code, codebook)),
    labelled(vscode.l10n.t('Replaces'), replaces.join(', ')),
  ].filter(Boolean);
}

/** `rupture.withdrawal · keys r w`: how files and the keyboard call a code. */
export function idAndKeys(code: Code, codebook: Codebook): string {
  const keys = keysOf(codebook, code)?.join(' ');
  return keys === undefined ? code.id : `${code.id} · ${vscode.l10n.t('keys {0}', keys)}`;
}

function labelled(label: string, text: string | null): string {
  return text ? `*${plainMarkdown(label)}:* ${plainMarkdown(text)}` : '';
}

function list(label: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  // Further lines of an item are indented, so that they stay in the list.
  const lines = items.map((item) => `- ${plainMarkdown(item).replaceAll('\n', '\n  ')}`);
  return [`*${plainMarkdown(label)}:*`, ...lines].join('\n');
}

function scaleWords({ scales }: Code, codebook: Codebook): string[] {
  return scales
    .flatMap((id) => codebook.scales.get(id) ?? [])
    .map(({ id, values }) => `${id}: ${values.map(({ value, label }) => `${value} ${label}`).join(', ')}`);
}

function speakerWord(speaker: NonNullable<Code['speaker']>): string {
  return speaker === 'dyad' ? vscode.l10n.t('both') : roleWord(speaker);
}
