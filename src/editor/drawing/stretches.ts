import * as vscode from 'vscode';
import type { Passage } from '../../store/passage';
import type { PaletteColour } from './palette';
import type { Look } from './stripes';

/** A passage with a place and a colour. */
export interface Placed {
  readonly range: vscode.Range;
  readonly passage: Passage;
  readonly colour: PaletteColour;
  readonly unconfirmed: boolean;
  /** Its first line: where the letter stands. */
  readonly first: boolean;
}

/** A stretch of text on which the same passages lie. */
export interface Stretch {
  readonly range: vscode.Range;
  readonly look: Look;
}

/**
 * Cuts overlapping passages into stretches that do not overlap, each with all colours that lie on it: the longest passage's
 * first, so that a long passage keeps its stripe where short ones begin and end below it.
 */
export function stretchesOf(placed: readonly Placed[]): Stretch[] {
  const sorted = [...placed].sort(byStartThenLength);
  const edges = sortedEdges(sorted);
  const stretches: Stretch[] = [];
  let open: Placed[] = [];
  let next = 0;
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (!end) break;
    open = open.filter(({ range }) => range.end.isAfter(start));
    for (let each = sorted[next]; each && !each.range.start.isAfter(start); each = sorted[++next])
      open.push(each);
    if (open.length > 0) stretches.push({ range: new vscode.Range(start, end), look: lookOf(open) });
  }
  return stretches;
}

function lookOf(open: readonly Placed[]): Look {
  return {
    colours: [...new Set(open.map(({ colour }) => colour))],
    unconfirmed: open.some(({ unconfirmed }) => unconfirmed),
  };
}

function byStartThenLength(a: Placed, b: Placed): number {
  return a.range.start.compareTo(b.range.start) || b.range.end.compareTo(a.range.end);
}

function sortedEdges(placed: readonly Placed[]): vscode.Position[] {
  const edges = placed.flatMap(({ range }) => [range.start, range.end]).sort((a, b) => a.compareTo(b));
  return edges.filter((edge, index) => {
    const before = edges[index - 1];
    return !before?.isEqual(edge);
  });
}
