import { editorOf } from '../../editor/coding/targets';
import type { SessionFacts } from '../../engine/study/types';
import { positionOf, sessionAxis, type SessionAxis } from '../../engine/trajectory/axis';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Choices } from './choices';

/** The turn the editor's cursor is in, and its place on the axis; null outside any turn. */
export function cursorPlace(
  coded: CodedTranscript | undefined,
  choices: Choices,
): { turn: number; x: number } | null {
  const editor = coded && editorOf(coded);
  const turn = editor && turnAtLine(coded.parsed.turns, editor.selection.active.line);
  return turn ? { turn: turn.number, x: positionOf(axisOf(coded, choices.facts(coded)), turn.number) } : null;
}

/** The axis of a text, computed once per revision and choice: the cursor moves more often than the words. */
const axes = new WeakMap<object, { readonly chosen: SessionFacts['axis']; readonly axis: SessionAxis }>();

function axisOf({ parsed }: CodedTranscript, facts: SessionFacts): SessionAxis {
  const known = axes.get(parsed);
  if (known?.chosen === facts.axis) return known.axis;
  const axis = sessionAxis(parsed, facts);
  axes.set(parsed, { chosen: facts.axis, axis });
  return axis;
}
