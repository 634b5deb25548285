import * as vscode from 'vscode';
import { showQuickPick } from '../../editor/picks';
import { setStatusBarMessage } from '../../editor/messages';
import * as z from 'zod/mini';
import { hitsCsv } from '../../engine/retrieve/hitsCsv';
import { countWords } from '../../words/passages';
import { quotation } from '../../words/reading';
import { askForFile, writtenFile } from '../writtenFile';
import type { Node } from './items';
import type { Retrieved } from './retrieved';
import type { FoundPassage, Studies } from './search';

/** One passage with its source, to the clipboard. */
export async function copyPassage(node: Node | undefined): Promise<string | undefined> {
  if (node?.kind !== 'passage' && node?.kind !== 'turn') return undefined;
  return copy([node.passage]);
}

/** All that was found, each passage with its source. */
export async function copyAll({ found }: Retrieved): Promise<string | undefined> {
  if (!found || found.passages.length === 0) return undefined;
  const copied = await copy(found.passages);
  const message = vscode.l10n.t('Copied: {0}', countWords(found.passages, vscode.l10n.t));
  setStatusBarMessage(message, 3000);
  return copied;
}

async function copy(passages: readonly FoundPassage[]): Promise<string> {
  const text = passages.map((passage) => quotation(passage, vscode.l10n.t)).join('\n\n');
  await vscode.env.clipboard.writeText(text);
  return text;
}

const exportArguments = z.object({ uri: z.string(), text: z.boolean() });

/** Writes what was found as a table; asks for text and file unless both are given. The file written. */
export async function exportTable(
  { found }: Retrieved,
  studies: Studies,
  first: unknown,
): Promise<string | undefined> {
  if (!found) return undefined;
  const given = exportArguments.safeParse(first);
  const withText = given.success ? given.data.text : await askForText();
  if (withText === undefined) return undefined;
  const uri = given.success
    ? vscode.Uri.parse(given.data.uri, true)
    : await askForFile(studies.current?.root, 'passages.csv');
  if (!uri) return undefined;
  const bytes = new TextEncoder().encode(hitsCsv(found.passages, withText));
  return (await writtenFile(uri, bytes)) ? uri.toString() : undefined;
}

async function askForText(): Promise<boolean | undefined> {
  const items = [
    {
      label: vscode.l10n.t('Without text'),
      detail: vscode.l10n.t('Codes, places, times, ratings: no word of a session or a note.'),
      withText: false,
    },
    {
      label: vscode.l10n.t('With text'),
      detail: vscode.l10n.t(
        'Also the passages, the turns around them, and notes. These are words of sessions: keep the file as safe as the transcripts.',
      ),
      withText: true,
    },
  ];
  const title = vscode.l10n.t('Export Passages as CSV');
  return (await showQuickPick(items, { title }))?.withText;
}
