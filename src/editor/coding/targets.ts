import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { atOfRange, atOfTurn, turnAtLine } from '../../engine/transcript/offsets';
import type { At } from '../../engine/transcript/at';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Passage } from '../../store/passage';

const position = z.object({ line: z.int(), character: z.int() });

const argumentSchema = z.object({
  id: z.optional(z.string()),
  code: z.optional(z.string()),
  turns: z.optional(z.array(z.int())),
  ranges: z.optional(z.array(z.object({ start: position, end: position }))),
  note: z.optional(z.string()),
  scale: z.optional(z.string()),
  value: z.optional(z.nullable(z.number())),
  with: z.optional(z.array(z.string())),
  /** An episode, by its id. */
  episode: z.optional(z.string()),
  resolution: z.optional(z.nullable(z.number())),
  confirmed: z.optional(z.boolean()),
  coder: z.optional(z.string()),
  role: z.optional(z.string()),
});

/** What a command may be told; everything may be left out, and then the cursor says it. */
export type CommandArguments = z.infer<typeof argumentSchema>;

/** A tree item stands for its passage. */
const treeItem = z.object({ passage: z.object({ annotation: z.object({ id: z.string() }) }) });

/** Another stands for a memo. */
const memoItem = z.object({ memo: z.object({ memo: z.object({ id: z.string() }) }) });

/** Arguments as they come from keys, menus, links or other extensions; what is none (a menu passes the file) is passed over. */
export function argumentsOf(first: unknown): CommandArguments {
  if (first instanceof vscode.Uri) return {};
  const item = treeItem.safeParse(first);
  if (item.success) return { id: item.data.passage.annotation.id };
  const memo = memoItem.safeParse(first);
  if (memo.success) return { id: memo.data.memo.memo.id };
  const read = argumentSchema.safeParse(first);
  return read.success ? read.data : {};
}

/** The coded transcript a command means: that of the active editor, else the one last looked at. */
export function codedOf(codings: Codings): CodedTranscript | undefined {
  const editor = vscode.window.activeTextEditor;
  return (editor && codings.of(editor.document.uri)) ?? codings.active;
}

export function editorOf(coded: CodedTranscript): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor?.document === coded.document) return activeTextEditor;
  return visibleTextEditors.find(({ document }) => document === coded.document);
}

/** Where to tag: the turns named, else each stretch, or the turn at each cursor; a turn with two cursors counts once. */
export function placesToTag(coded: CodedTranscript, { turns, ranges }: CommandArguments): At[] {
  const parsed = coded.parsed;
  if (turns) return turns.flatMap((number) => wholeTurn(parsed.turns[number - 1]));
  const places = (ranges ?? []).flatMap(({ start, end }) => {
    const empty = start.line === end.line && start.character === end.character;
    if (empty) return wholeTurn(turnAtLine(parsed.turns, start.line) ?? undefined);
    return atOfRange(parsed.turns, { start, end }, parsed.lines) ?? [];
  });
  const seen = new Set<string>();
  return places.filter((at) => !seen.has(keyOf(at)) && seen.add(keyOf(at)));
}

function wholeTurn(turn: Parameters<typeof atOfTurn>[0] | undefined): At[] {
  const at = turn && atOfTurn(turn);
  return at ? [at] : [];
}

export function keyOf(at: At): string {
  return `${at.turn} ${at.start} ${at.end_turn ?? at.turn} ${at.end}`;
}

/** The annotation of one's own a command means: the one named, else the one at the cursor, else the one picked. */
export async function targetOf(
  coded: CodedTranscript,
  { id }: CommandArguments,
  title: string,
  fits: (passage: Passage) => boolean = () => true,
): Promise<Passage | undefined> {
  if (id !== undefined) return coded.passages().find((each) => each.own && each.annotation.id === id);
  const editor = editorOf(coded);
  const here = editor ? coded.passagesAt(editor.selection).filter((each) => each.editable && fits(each)) : [];
  if (here.length === 0) {
    void showInformationMessage(
      vscode.l10n.t('Put the cursor into a passage you coded, or select it in the Annotations view.'),
    );
    return undefined;
  }
  return here.length === 1 ? here[0] : pickPassage(here, coded, title);
}

export interface PassageItem extends vscode.QuickPickItem {
  readonly passage: Passage;
}

export function passageItem(passage: Passage, coded: CodedTranscript): PassageItem {
  const { annotation, code, range } = passage;
  const turn = range && turnAtLine(coded.parsed.turns, range.start.line);
  return {
    label: code?.label ?? annotation.code,
    description: turn ? vscode.l10n.t('turn {0}', turn.number) : vscode.l10n.t('without a place'),
    detail: annotation.quote?.replaceAll('\n', ' ').slice(0, 120) ?? '',
    passage,
  };
}

async function pickPassage(
  passages: readonly Passage[],
  coded: CodedTranscript,
  title: string,
): Promise<Passage | undefined> {
  const items = passages.map((passage) => passageItem(passage, coded));
  const placeHolder = vscode.l10n.t('Several codes lie here: which one?');
  return (await showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.passage;
}
