import * as vscode from 'vscode';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Person } from '../../store/person';

/** Where a person's annotation stands on screen. */
export function passageRange(
  coded: CodedTranscript,
  person: Person | undefined,
  id: string,
): vscode.Range | null {
  const coder = person?.file.file.coding.coder;
  return coded.passages().find((each) => each.coder === coder && each.annotation.id === id)?.range ?? null;
}

/** Where the words of a turn begin. */
export function turnRange(coded: CodedTranscript, number: number): vscode.Range | null {
  const turn = coded.parsed.turns[number - 1];
  const piece = turn?.pieces[0];
  if (!turn) return null;
  return piece
    ? new vscode.Range(piece.line, piece.start, piece.line, piece.end)
    : new vscode.Range(turn.line, 0, turn.line, 0);
}
