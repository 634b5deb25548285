import * as vscode from 'vscode';
import type { Range } from '../../engine/position';
import { exchangeOf } from '../../engine/transcript/exchanges';
import { headerEnd } from '../../engine/transcript/header';
import { indexInTurn, rangeInTurn, turnAtLine } from '../../engine/transcript/offsets';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { Turn } from '../../engine/transcript/types';
import { sentencesIn, wordsIn, type Stretch } from '../../engine/transcript/units';
import type { SessionShape, SessionShapes } from './sessionShapes';

/** Expand Selection: word, sentence, turn, exchange, segment, everything. */
export class GrowingSelection implements vscode.SelectionRangeProvider {
  readonly #shapes: SessionShapes;

  constructor(shapes: SessionShapes) {
    this.#shapes = shapes;
  }

  provideSelectionRanges(
    { uri }: vscode.TextDocument,
    positions: readonly vscode.Position[],
  ): vscode.SelectionRange[] | null {
    const shape = this.#shapes.of(uri);
    return shape && positions.map((position) => chain(rangesAround(shape, position), position));
  }
}

/** From the smallest to the largest; what does not hold the place or the one before it is left out by `chain`. */
function rangesAround(shape: SessionShape, position: vscode.Position): (Range | null)[] {
  const { parsed } = shape;
  const everything = ofLines(parsed, 0, parsed.lines.length - 1);
  const header = headerEnd(parsed.lines);
  if (header > 0 && position.line <= header) return [ofLines(parsed, 0, header), everything];
  const turn = turnAtLine(parsed.turns, position.line);
  if (!turn) return [everything];
  return [...insideTurn(parsed, turn, position), ...aroundTurn(shape, turn), everything];
}

/** Word, sentence and turn at a place in a turn's text; at its label the label and the turn with it. */
function insideTurn(parsed: ParsedTranscript, turn: Turn, position: vscode.Position): (Range | null)[] {
  const index = indexInTurn(turn, position);
  if (index === null) {
    const { labelStart = 0, labelEnd = 0 } = parsed.readings[turn.line] ?? {};
    const label = new vscode.Range(turn.line, labelStart, turn.line, labelEnd);
    return [label, ofLines(parsed, turn.line, turn.lastLine)];
  }
  const units = [at(wordsIn(turn.text), index), at(sentencesIn(turn.text), index)];
  return [...units, { start: 0, end: turn.text.length }].map((unit) => unit && rangeInTurn(turn, unit));
}

/** The stretch that holds an index, or ends there. */
function at(stretches: readonly Stretch[], index: number): Stretch | null {
  return (
    stretches.find(({ start, end }) => start <= index && index < end) ??
    stretches.find(({ end }) => end === index) ??
    null
  );
}

function aroundTurn({ parsed, segments }: SessionShape, { number }: Turn): (Range | null)[] {
  const exchange = exchangeOf(parsed.turns, number);
  const segment = segments.find(({ to_turn }) => (to_turn ?? 0) >= number);
  return [
    exchange && ofTurns(parsed, exchange.from, exchange.to),
    segment ? ofTurns(parsed, segment.from_turn ?? 1, segment.to_turn ?? 0) : null,
  ];
}

/** From the label of one turn to the last words of another. */
function ofTurns(parsed: ParsedTranscript, from: number, to: number): Range | null {
  const [first, last] = [parsed.turns[from - 1], parsed.turns[to - 1]];
  return first && last ? ofLines(parsed, first.line, last.lastLine) : null;
}

function ofLines({ lines }: ParsedTranscript, from: number, to: number): Range {
  return new vscode.Range(from, 0, to, lines[to]?.text.length ?? 0);
}

/** The ranges as the editor wants them: each within the next, and none twice. */
function chain(ranges: readonly (Range | null)[], position: vscode.Position): vscode.SelectionRange {
  const growing: vscode.Range[] = [];
  for (const each of ranges) {
    const range =
      each && new vscode.Range(each.start.line, each.start.character, each.end.line, each.end.character);
    const last = growing.at(-1);
    if (!range?.contains(position) || (last && (!range.contains(last) || range.isEqual(last)))) continue;
    growing.push(range);
  }
  const outermost = new vscode.SelectionRange(growing.at(-1) ?? new vscode.Range(position, position));
  return growing
    .slice(0, -1)
    .reduceRight((parent, range) => new vscode.SelectionRange(range, parent), outermost);
}
