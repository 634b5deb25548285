import * as vscode from 'vscode';
import { atOfRange, atOfTurn, turnAtLine } from '../engine/transcript/offsets';
import type { At } from '../engine/annotations/types';
import type { CodedTranscript } from '../store/codedTranscript';
import type { Codings } from '../store/codings';
import type { Passage } from '../store/passage';

/** What a command may be told; everything may be left out, and then the cursor says it. */
export interface CommandArguments {
  /** An annotation of one's own. */
  readonly id?: string;
  readonly code?: string;
  /** Turns by number, or stretches of the document (lines and characters from 0). */
  readonly turns?: readonly number[];
  readonly ranges?: readonly { readonly start: vscode.Position; readonly end: vscode.Position }[];
  readonly note?: string;
  readonly scale?: string;
  readonly value?: number | null;
  /** The other annotations of a link. */
  readonly with?: readonly string[];
  readonly resolution?: number | null;
  /** The person was asked already. */
  readonly confirmed?: boolean;
  readonly coder?: string;
  readonly role?: string;
}

/** Arguments as they come from keys, menus, links or other extensions: a tree item counts as its passage. */
export function argumentsOf(first: unknown): CommandArguments {
  if (typeof first !== 'object' || first === null) return {};
  const { passage } = first as { passage?: Passage };
  return passage ? { id: passage.annotation.id } : first;
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
    void vscode.window.showInformationMessage(
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
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.passage;
}
