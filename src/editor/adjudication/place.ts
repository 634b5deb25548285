import * as vscode from 'vscode';
import { unionOf } from '../../engine/adjudication/choice';
import type { Matter } from '../../engine/adjudication/matter';
import { rangeOfAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { rangeOfTurn } from '../coding/moving';

/** The words a disagreement is about: all that any coder marked, or the turn where to look; null for the whole session. */
export function placeOf({ parsed }: CodedTranscript, matter: Matter): vscode.Range | null {
  if (matter.subject === 'passage') {
    const range = rangeOfAt(parsed.turns, unionOf(matter));
    return (
      range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
    );
  }
  const turn = parsed.turns[(matter.turn ?? 0) - 1];
  return turn ? rangeOfTurn(turn) : null;
}
