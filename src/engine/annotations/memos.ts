import { nothing } from './acts';
import type { Step } from './change';
import { put, remove } from './edit';
import { find, type AnnotationFile } from './file';
import type { Memo } from './types';
import type { LooseAt } from '../transcript/at';

/** What a coder does with memos: thoughts of several sentences on a turn, or on the whole session. */

/** What a memo is about: a turn, counted from 1, or null for the session. */
export type MemoTurn = number | null;

/** A memo gets this text; a new one stands at its turn. Without any words it is taken away. */
export function setMemo(file: AnnotationFile, id: string, text: string, turn: MemoTurn): Step {
  if (text.trim() === '') return deleteMemo(file, id);
  const memo = find(file, 'memos', id);
  if (memo) return put(file, 'memos', { ...memo, text });
  return put(file, 'memos', turn === null ? { id, text } : { id, text, at: { turn } });
}

export function deleteMemo(file: AnnotationFile, id: string): Step {
  return find(file, 'memos', id) ? remove(file, 'memos', id) : nothing(file);
}

/**
 * Writes at which turn memos stand now, by id; null for one whose turn is no more: it keeps its text, and where it was as
 * `was`, from where it comes back with its turn.
 */
export function moveMemos(file: AnnotationFile, turns: ReadonlyMap<string, MemoTurn>): Step {
  const moved = file.coding.memos.flatMap((memo) => {
    const turn = turns.get(memo.id);
    const next = turn === undefined ? memo : atTurn(memo, turn);
    return next === memo ? [] : [next];
  });
  return moved.length > 0 ? put(file, 'memos', moved) : nothing(file);
}

function atTurn(memo: Memo, turn: MemoTurn): Memo {
  const { at, was, ...rest } = memo;
  if (turn === null) return at ? { ...rest, was: at } : memo;
  const before = at ?? was;
  return !before || (at && before.turn === turn) ? memo : { ...rest, at: shifted(before, turn) };
}

function shifted(at: LooseAt, turn: number): LooseAt {
  const { end_turn: last } = at;
  return last === undefined ? { ...at, turn } : { ...at, turn, end_turn: last + turn - at.turn };
}

/** A memo on the session has no turn, and never had one. */
export function isOnSession({ at, was }: Memo): boolean {
  return at === undefined && was === undefined;
}
