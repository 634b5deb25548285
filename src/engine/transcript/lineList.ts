import type { Line } from './lines';

/** Lines kept together; twice as many are divided. */
const together = 256;

/**
 * The lines of a text, in pieces: what an edit costs depends on the lines it touches and hardly on how many there are, since only one
 * piece is moved. The whole is put together when somebody asks, once after each change.
 */
export class LineList {
  readonly #pieces: Line[][];
  #length: number;
  #all: readonly Line[] | null = null;

  constructor(lines: readonly Line[]) {
    this.#pieces = piecesOf(lines);
    this.#length = lines.length;
  }

  get length(): number {
    return this.#length;
  }

  get all(): readonly Line[] {
    return (this.#all ??= this.#pieces.flat());
  }

  at(index: number): Line | undefined {
    if (index < 0) return undefined;
    const { piece, offset } = this.#find(index);
    return this.#pieces[piece]?.[offset];
  }

  /** Lines from `start` up to before `end`. */
  slice(start: number, end: number): Line[] {
    const found: Line[] = [];
    let { piece, offset } = this.#find(start);
    for (let left = Math.min(end, this.#length) - start; left > 0; offset = 0) {
      const part = (this.#pieces[piece++] ?? []).slice(offset, offset + left);
      found.push(...part);
      left -= part.length;
    }
    return found;
  }

  /** Puts lines in place of others. */
  replace(start: number, count: number, lines: readonly Line[]): void {
    const first = this.#find(start);
    const own = this.#pieces[first.piece] ?? [];
    this.#length += lines.length - count;
    this.#all = null;
    if (first.offset + count < own.length && own.length + lines.length < 2 * together) {
      own.splice(first.offset, count, ...lines);
      return;
    }
    let [end, left] = [first.piece, first.offset + count];
    while (end < this.#pieces.length && left >= (this.#pieces[end]?.length ?? 0))
      left -= this.#pieces[end++]?.length ?? 0;
    const whole = [...own.slice(0, first.offset), ...lines, ...(this.#pieces[end] ?? []).slice(left)];
    this.#pieces.splice(first.piece, end - first.piece + 1, ...piecesOf(whole));
  }

  /** The piece that holds a line, and where in it. */
  #find(index: number): { readonly piece: number; readonly offset: number } {
    let [piece, offset] = [0, index];
    while (piece < this.#pieces.length - 1 && offset >= (this.#pieces[piece]?.length ?? 0)) {
      offset -= this.#pieces[piece++]?.length ?? 0;
    }
    return { piece, offset };
  }
}

function piecesOf(lines: readonly Line[]): Line[][] {
  const pieces: Line[][] = [];
  for (let start = 0; start < lines.length; start += together)
    pieces.push(lines.slice(start, start + together));
  return pieces;
}
