import * as vscode from 'vscode';
import { headerEnd } from '../../engine/transcript/header';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { SessionShape, SessionShapes } from './sessionShapes';

/** Folds the header, segments, turns of several lines and runs of comments. */
export class Folding implements vscode.FoldingRangeProvider {
  readonly #shapes: SessionShapes;
  readonly #given = new WeakMap<SessionShape, vscode.FoldingRange[]>();
  readonly #didChange = new vscode.EventEmitter<void>();

  /** Asks the editor to ask again. */
  readonly onDidChangeFoldingRanges = this.#didChange.event;

  constructor(shapes: SessionShapes) {
    this.#shapes = shapes;
  }

  async provideFoldingRanges(
    { uri }: vscode.TextDocument,
    _context: vscode.FoldingContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.FoldingRange[] | null> {
    const shape = await this.#shapes.afterTyping(uri, token);
    if (!shape) return null;
    const known = this.#given.get(shape);
    if (known) return known;
    const ranges = foldingRanges(shape);
    this.#given.set(shape, ranges);
    return ranges;
  }

  refresh(): void {
    this.#didChange.fire();
  }

  dispose(): void {
    this.#didChange.dispose();
  }
}

function foldingRanges(shape: SessionShape): vscode.FoldingRange[] {
  const { parsed } = shape;
  const segments = segmentRanges(shape);
  // A line folds one thing only: where a segment begins, the segment.
  const taken = new Set(segments.map(({ start }) => start));
  const turns = parsed.turns.flatMap(({ line, lastLine }) =>
    lastLine > line && !taken.has(line) ? [new vscode.FoldingRange(line, lastLine)] : [],
  );
  const end = headerEnd(parsed.lines);
  const header = end > 0 ? [new vscode.FoldingRange(0, end, vscode.FoldingRangeKind.Region)] : [];
  return [...header, ...segments, ...turns, ...commentRanges(parsed)];
}

function segmentRanges({ parsed, segments }: SessionShape): vscode.FoldingRange[] {
  return segments.flatMap(({ from_turn, to_turn }) => {
    const start = parsed.turns[(from_turn ?? 1) - 1]?.line ?? 0;
    const end = withoutBlanks(parsed, start, (parsed.turns[to_turn ?? 0]?.line ?? parsed.lines.length) - 1);
    return end > start ? [new vscode.FoldingRange(start, end, vscode.FoldingRangeKind.Region)] : [];
  });
}

/** The blank lines between two segments stay in sight. */
function withoutBlanks({ readings }: ParsedTranscript, start: number, end: number): number {
  let last = end;
  while (last > start && readings[last]?.kind === 'blank') last--;
  return last;
}

function commentRanges({ readings }: ParsedTranscript): vscode.FoldingRange[] {
  const ranges: vscode.FoldingRange[] = [];
  for (let line = 0; line < readings.length; line++) {
    const start = line;
    while (readings[line]?.kind === 'comment') line++;
    if (line > start + 1)
      ranges.push(new vscode.FoldingRange(start, line - 1, vscode.FoldingRangeKind.Comment));
  }
  return ranges;
}
