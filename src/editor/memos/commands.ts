import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import { isLocked } from '../../engine/annotations/locked';
import { deleteMemo, setMemo } from '../../engine/annotations/memos';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { Turn } from '../../engine/transcript/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { memosOf, type ShownMemo } from '../../store/memos';
import type { Acting } from '../coding/acting';
import { argumentsOf, codedOf, editorOf, type CommandArguments } from '../coding/targets';
import { tellLocked } from '../coding/telling';
import type { Pages } from './pages';

/** Memos on the turn at the cursor and on the session. Each command returns the id of the memo it means. */
export function registerMemos(acting: Acting, pages: Pages): vscode.Disposable {
  const memos = new Memos(acting, pages);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.memo', (first: unknown) => memos.onTurn(argumentsOf(first))),
    registerCommand('alliance.sessionMemo', (first: unknown) => memos.onSession(argumentsOf(first))),
    registerCommand('alliance.deleteMemo', (first: unknown) => memos.delete(argumentsOf(first))),
  );
}

class Memos {
  readonly #acting: Acting;
  readonly #pages: Pages;

  constructor(acting: Acting, pages: Pages) {
    this.#acting = acting;
    this.#pages = pages;
  }

  /** The memo named, whatever it is about; else that on the turn. */
  async onTurn({ id, turns, note }: CommandArguments): Promise<string | undefined> {
    const coded = await this.#coded();
    if (!coded) return undefined;
    const memo = id === undefined ? undefined : named(coded, id);
    if (id !== undefined && !memo) return undefined;
    if (memo) return this.#edit(coded, turnOf(memo), memo, note);
    const turn = turnMeant(coded, turns);
    return turn ? this.#edit(coded, turn, ownMemo(coded, turn), note) : tellNoTurn();
  }

  async onSession({ note }: CommandArguments): Promise<string | undefined> {
    const coded = await this.#coded();
    return coded && this.#edit(coded, null, ownMemo(coded, null), note);
  }

  async delete({ id, turns }: CommandArguments): Promise<string | undefined> {
    const coded = await this.#coded();
    if (!coded) return undefined;
    const turn = id === undefined ? turnMeant(coded, turns) : null;
    const memo = id === undefined ? turn && ownMemo(coded, turn) : named(coded, id);
    if (!memo) {
      void showInformationMessage(vscode.l10n.t('You have no memo on this turn.'));
      return undefined;
    }
    const label = vscode.l10n.t('Delete Memo');
    const done = await this.#acting.perform(coded, label, (file) => deleteMemo(file, memo.memo.id));
    return done ? memo.memo.id : undefined;
  }

  /** Gives a memo the text, or opens its page where none is given. */
  async #edit(
    coded: CodedTranscript,
    turn: Turn | null,
    memo: ShownMemo | undefined,
    text: string | undefined,
  ): Promise<string | undefined> {
    const { own } = coded;
    if (own && isLocked(own.file.file.coding)) return tellLocked(coded, own.file);
    const id = memo?.memo.id ?? this.#acting.newId();
    const number = turn?.number ?? null;
    if (text !== undefined) {
      const label = vscode.l10n.t('Edit Memo');
      const said = text.trimEnd();
      const done = await this.#acting.perform(coded, label, (file) => setMemo(file, id, said, number));
      return done ? id : undefined;
    }
    const coder = await this.#acting.coder(coded);
    if (coder === undefined) return undefined;
    await this.#pages.open(coded, { coder, kind: 'memo', id, turn: number }, turn);
    return id;
  }

  /** The transcript that is meant, with somebody who codes it. */
  async #coded(): Promise<CodedTranscript | undefined> {
    const coded = codedOf(this.#acting.codings);
    return coded && (await this.#acting.coder(coded)) !== undefined ? coded : undefined;
  }
}

/** One's own memo of an id. */
function named(coded: CodedTranscript, id: string): ShownMemo | undefined {
  return memosOf(coded).find(({ own, memo }) => own && memo.id === id);
}

/** One's own memo on a turn, or on the session: of several the first. */
function ownMemo(coded: CodedTranscript, turn: Turn | null): ShownMemo | undefined {
  return memosOf(coded).find((memo) => {
    if (!memo.own) return false;
    return turn ? turnOf(memo)?.number === turn.number : memo.about === 'session';
  });
}

function turnOf({ about }: ShownMemo): Turn | null {
  return typeof about === 'string' ? null : about;
}

function turnMeant(coded: CodedTranscript, numbers: readonly number[] | undefined): Turn | null {
  const all = coded.parsed.turns;
  if (numbers) return all[(numbers[0] ?? 0) - 1] ?? null;
  const editor = editorOf(coded);
  return editor ? turnAtLine(all, editor.selection.active.line) : null;
}

function tellNoTurn(): undefined {
  void showInformationMessage(
    vscode.l10n.t('Put the cursor into a turn. A memo on the whole session: “Edit Session Memo”.'),
  );
  return undefined;
}
