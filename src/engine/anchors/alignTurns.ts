/**
 * What became of a turn, as far as the fingerprints of all turns tell: `at`, it is that turn in every minimal alignment;
 * `gone`, it is in none; `unclear`, one minimal alignment says this and another that (a back-channel deleted beside its like).
 */
export type TurnImage =
  | { readonly kind: 'at'; readonly turn: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unclear'; readonly turns: readonly number[] };

const gone: TurnImage = { kind: 'gone' };

/** Cells of the two tables together that are worth their memory: ten thousand turns with two thousand edits. */
const mostCells = 1 << 26;

/**
 * Aligns turns by their fingerprints with the fewest turns coming and going, and tells for each old turn whether that is the
 * only way to do it. Indices count from 0. Null where the two have so little in common that nothing can be said.
 *
 * Work and memory grow with the turns times the edits (a band about the diagonal, Ukkonen 1985), not with the square of the turns.
 */
export function alignTurns(old: readonly string[], next: readonly string[]): TurnImage[] | null {
  const symbols = new Map<string, number>();
  const number = (print: string): number => {
    const known = symbols.get(print) ?? symbols.size;
    symbols.set(print, known);
    return known;
  };
  const [a, b] = [Int32Array.from(old, number), Int32Array.from(next, number)];
  // A turn that has no like on the other side comes or goes in any case, and the others are aligned as if it were not there.
  const [inA, inB] = [indicesIn(a, new Set(b)), indicesIn(b, new Set(a))];
  const common = alignCommon(
    inA.map((turn) => a[turn] ?? 0),
    inB.map((turn) => b[turn] ?? 0),
    symbols.size,
  );
  if (!common) return null;
  const images: TurnImage[] = Array.from(old, () => gone);
  for (const [index, image] of common.entries())
    images[inA[index] ?? 0] = placedAt(image, (turn) => inB[turn] ?? 0);
  return images;
}

/** Where a list has symbols that the other one has, too. */
function indicesIn(list: Int32Array, other: ReadonlySet<number>): Int32Array {
  return Int32Array.from(list.keys()).filter((index) => other.has(list[index] ?? 0));
}

function alignCommon(a: Int32Array, b: Int32Array, symbols: number): TurnImage[] | null {
  const { prefix, suffix } = forcedEnds(a, b, symbols);
  const middle = alignMiddle(a.subarray(prefix, a.length - suffix), b.subarray(prefix, b.length - suffix));
  if (!middle) return null;
  const shift = b.length - a.length;
  return [
    ...Array.from({ length: prefix }, (_, turn): TurnImage => ({ kind: 'at', turn })),
    ...middle.map((image) => placedAt(image, (turn) => turn + prefix)),
    ...Array.from({ length: suffix }, (_, index): TurnImage => ({
      kind: 'at',
      turn: a.length - suffix + index + shift,
    })),
  ];
}

function placedAt(image: TurnImage, place: (turn: number) => number): TurnImage {
  if (image.kind === 'at') return { kind: 'at', turn: place(image.turn) };
  if (image.kind === 'unclear') return { kind: 'unclear', turns: image.turns.map(place) };
  return image;
}

/**
 * How many turns at either end have only one way to be aligned: up to the last common one whose like is nowhere else. Leaving it
 * out would cost a pair and win none; between two such, equal stretches of equal length have no other full match.
 */
function forcedEnds(
  a: Int32Array,
  b: Int32Array,
  symbols: number,
): { readonly prefix: number; readonly suffix: number } {
  const inA = countsOf(a, symbols);
  const inB = countsOf(b, symbols);
  const single = (symbol: number): boolean => inA[symbol] === 1 && inB[symbol] === 1;
  const least = Math.min(a.length, b.length);
  let prefix = 0;
  for (let at = 0; at < least && a[at] === b[at]; at++) if (single(a[at] ?? 0)) prefix = at + 1;
  let suffix = 0;
  for (let back = 1; back <= least - prefix && a[a.length - back] === b[b.length - back]; back++) {
    if (single(a[a.length - back] ?? 0)) suffix = back;
  }
  return { prefix, suffix };
}

function countsOf(list: Int32Array, symbols: number): Int32Array {
  const counts = new Int32Array(symbols);
  for (const symbol of list) counts[symbol] = (counts[symbol] ?? 0) + 1;
  return counts;
}

/** The stretch between the ends, by two tables of distances: from the beginning, and to the end. */
function alignMiddle(a: Int32Array, b: Int32Array): TurnImage[] | null {
  if (a.length === 0) return [];
  if (b.length === 0) return Array.from(a, () => gone);
  const forward = distances(a, b);
  if (!forward) return null;
  const backward = tableOf(a.toReversed(), b.toReversed(), forward.band);
  return Array.from(a, (_, row) => imageOf(row, a, b, forward, backward));
}

function imageOf(row: number, a: Int32Array, b: Int32Array, forward: Table, backward: Table): TurnImage {
  const rest = (i: number, j: number): number => distanceAt(backward, a.length - i, b.length - j);
  const turns: number[] = [];
  let canGo = false;
  const first = Math.max(0, row - forward.band);
  const last = Math.min(b.length, row + forward.band);
  for (let column = first; column <= last; column++) {
    const before = distanceAt(forward, row, column);
    if (before > forward.distance) continue;
    if (before + 1 + rest(row + 1, column) === forward.distance) canGo = true;
    if (a[row] === b[column] && before + rest(row + 1, column + 1) === forward.distance) turns.push(column);
  }
  const [turn] = turns;
  if (turn === undefined) return gone;
  return turns.length === 1 && !canGo ? { kind: 'at', turn } : { kind: 'unclear', turns };
}

/** Distances (turns that come and go) of all beginnings of two lists, within a band about the diagonal. */
interface Table {
  readonly distance: number;
  readonly band: number;
  readonly columns: number;
  readonly cells: Uint16Array;
}

const far = 0xffff;

/** The table whose band is wide enough for every minimal alignment; null where that would take too much memory. */
function distances(a: Int32Array, b: Int32Array): Table | null {
  const widest = Math.floor(mostCells / 4 / (a.length + 1));
  const distance = distanceOf(a, b, Math.min(widest, far - 1, a.length + b.length));
  return distance === null ? null : tableOf(a, b, distance);
}

/**
 * How many turns come and go at least; null where it is more than `most`. For each number of them, and on each diagonal, how far one
 * gets (Myers 1986): the work grows with the square of the distance, the memory with the distance.
 */
function distanceOf(a: Int32Array, b: Int32Array, most: number): number | null {
  // Rows by diagonal; a place on either side is never reached.
  const rows = new Int32Array(2 * most + 3).fill(-1);
  const middle = most + 1;
  rows[middle + 1] = 0;
  for (let distance = 0; distance <= most; distance++) {
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const at = middle + diagonal;
      let row = Math.max((rows[at - 1] ?? -1) + 1, rows[at + 1] ?? -1);
      while (row < a.length && row - diagonal < b.length && a[row] === b[row - diagonal]) row++;
      rows[at] = row;
      if (row >= a.length && row - diagonal >= b.length) return distance;
    }
  }
  return null;
}

function tableOf(a: Int32Array, b: Int32Array, band: number): Table {
  const columns = 2 * band + 1;
  const cells = new Uint16Array((a.length + 1) * columns).fill(far);
  for (let row = 0; row <= a.length; row++) {
    const start = row * columns;
    const first = Math.max(0, row - band);
    const last = Math.min(b.length, row + band);
    for (let column = first; column <= last; column++) {
      const cell = start + column - row + band;
      cells[cell] = leastOf(cells, cell, row, column, columns, a[row - 1] === b[column - 1]);
    }
  }
  const distance = cells[a.length * columns + b.length - a.length + band] ?? far;
  return { distance, band, columns, cells };
}

function leastOf(
  cells: Uint16Array,
  cell: number,
  row: number,
  column: number,
  columns: number,
  same: boolean,
): number {
  if (row === 0) return column;
  if (column === 0) return row;
  if (same) return cells[cell - columns] ?? far;
  const above = (cell + 1) % columns === 0 ? far : (cells[cell - columns + 1] ?? far);
  const left = cell % columns === 0 ? far : (cells[cell - 1] ?? far);
  return Math.min(above, left, far - 1) + 1;
}

function distanceAt({ cells, columns, band }: Table, row: number, column: number): number {
  const inBand = column - row + band;
  return inBand < 0 || inBand >= columns ? far : (cells[row * columns + inBand] ?? far);
}
