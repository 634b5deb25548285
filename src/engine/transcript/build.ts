import { headerLine, parseLine, type ParsedLine } from './line';
import { speakerOf, type LabelSet } from './labels';
import type { Line } from './lines';
import type { Piece, Turn } from './types';

/** Reads each line once per set of labels: an edit elsewhere leaves the line's object, and so its reading, alone. */
export class LineReader {
  #readings = new WeakMap<Line, ParsedLine>();
  #labels: LabelSet | null = null;
  /** How many lines were read anew since the reader was made; tests and benchmarks look at it. */
  readCount = 0;

  read(line: Line, labels: LabelSet): ParsedLine {
    if (labels !== this.#labels) this.#startOver(labels);
    const known = this.#readings.get(line);
    if (known) return known;
    this.readCount++;
    const parsed = parseLine(line.text, labels);
    this.#readings.set(line, parsed);
    return parsed;
  }

  #startOver(labels: LabelSet): void {
    this.#readings = new WeakMap();
    this.#labels = labels;
  }
}

/** Every line's reading, header lines included: the transcript without a character lost. */
export function readLines(
  lines: readonly Line[],
  headerEnd: number,
  labels: LabelSet,
  reader: LineReader,
): ParsedLine[] {
  return lines.map((line, index) =>
    headerEnd > 0 && index <= headerEnd ? headerLine() : reader.read(line, labels),
  );
}

interface OpenTurn {
  readonly line: number;
  readonly parsed: ParsedLine;
  readonly pieces: Piece[];
}

/** Turns from readings: a label begins one, text continues it, comments and blank lines end nothing. */
export function buildTurns(
  lines: readonly Line[],
  readings: readonly ParsedLine[],
  labels: LabelSet,
): Turn[] {
  const turns: Turn[] = [];
  let open: OpenTurn | null = null;
  readings.forEach((parsed, index) => {
    if (parsed.kind === 'label') {
      if (open) turns.push(closeTurn(open, turns.length + 1, lines, labels));
      open = { line: index, parsed, pieces: [] };
    }
    if (open && parsed.textEnd > parsed.textStart) {
      open.pieces.push({ line: index, start: parsed.textStart, end: parsed.textEnd });
    }
  });
  if (open) turns.push(closeTurn(open, turns.length + 1, lines, labels));
  return turns;
}

function closeTurn(open: OpenTurn, number: number, lines: readonly Line[], labels: LabelSet): Turn {
  const { line, parsed, pieces } = open;
  const label = textOf(lines, { line, start: parsed.labelStart, end: parsed.labelEnd });
  const speaker = speakerOf(labels, label);
  return {
    number,
    label,
    speaker: speaker.label,
    role: speaker.role,
    time: parsed.time,
    text: pieces.map((piece) => textOf(lines, piece)).join('\n'),
    line,
    lastLine: pieces.at(-1)?.line ?? line,
    pieces,
  };
}

function textOf(lines: readonly Line[], piece: Piece): string {
  return lines[piece.line]?.text.slice(piece.start, piece.end) ?? '';
}
