import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { threadsIn, type ShownThread } from '../../store/threads';
import { argumentsOf, codedOf, editorOf } from '../coding/targets';
import type { CommentBoard } from './board';
import { labelOf } from './threadView';

/** A thread of a transcript. */
export interface ThreadMeant {
  readonly coded: CodedTranscript;
  readonly shown: ShownThread;
}

interface ThreadItem extends vscode.QuickPickItem {
  readonly shown: ShownThread;
}

export function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'collapsibleState' in value;
}

/** An entry of the Annotations view. */
const treeItem = z.object({ shown: z.object({ thread: z.object({ key: z.string() }) }) });

/** The thread of a button or of an entry in the list, or of the comment a caller names: of their own by its id alone. */
export function threadNamed(codings: Codings, board: CommentBoard, first: unknown): ThreadMeant | undefined {
  const known = isThread(first) ? board.find(first) : undefined;
  const coded = known?.coded ?? codedOf(codings);
  const item = treeItem.safeParse(first);
  const key = item.success ? item.data.shown.thread.key : known?.key;
  const named = key ?? (isThread(first) ? undefined : argumentsOf(first).id);
  if (!coded || named === undefined) return undefined;
  const full = named.includes('/') ? named : `${coded.ownCoding?.coder ?? ''}/${named}`;
  const shown = threadsIn(coded).find(({ thread }) => thread.remarks.some((remark) => remark.key === full));
  return shown && { coded, shown };
}

/** The same; where none is named, that at the cursor, or the one chosen of those there. Those without a place are everywhere. */
export async function threadMeant(
  codings: Codings,
  board: CommentBoard,
  first: unknown,
  fits: (shown: ShownThread) => boolean,
): Promise<ThreadMeant | undefined> {
  const named = threadNamed(codings, board, first);
  const coded = codedOf(codings);
  const editor = coded && editorOf(coded);
  if (named || !editor || isThread(first) || argumentsOf(first).id !== undefined) return named;
  const here = threadsIn(coded)
    .filter(fits)
    .filter(({ range }) => !range || range.intersection(editor.selection));
  const shown = here.length > 1 ? await pick(coded, here) : here[0];
  if (here.length === 0) tellNone();
  return shown && { coded, shown };
}

async function pick(coded: CodedTranscript, here: readonly ShownThread[]): Promise<ShownThread | undefined> {
  const items = here.map((shown): ThreadItem => ({
    label: labelOf(coded, shown),
    detail: shown.thread.remarks[0].comment.text.replaceAll(/\s+/g, ' '),
    shown,
  }));
  const placeHolder = vscode.l10n.t('Which thread?');
  return (await showQuickPick(items, { placeHolder, matchOnDetail: true }))?.shown;
}

function tellNone(): void {
  void showInformationMessage(
    vscode.l10n.t('There is no such thread at the cursor. “Show Comments” lists them all.'),
  );
}
