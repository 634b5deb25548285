/** Something the arrow keys can reach: its key and its place in pixels. */
export interface Stop {
  readonly key: string;
  readonly x: number;
}

/** Rows from top to bottom, each from left to right. */
export type Rows = readonly (readonly Stop[])[];

function find(rows: Rows, key: string): [row: number, column: number] | null {
  for (const [row, stops] of rows.entries()) {
    const column = stops.findIndex((stop) => stop.key === key);
    if (column >= 0) return [row, column];
  }
  return null;
}

function nearest(stops: readonly Stop[], x: number): Stop | undefined {
  return stops.reduce<Stop | undefined>(
    (best, stop) => (best && Math.abs(best.x - x) <= Math.abs(stop.x - x) ? best : stop),
    undefined,
  );
}

/**
 * Where a key press leads from a stop: left and right along the row, up and down to the nearest place of the next row
 * that has any, Home and End to the ends of the row (of the whole, where rows hold one stop each).
 * @returns the key of the new stop; the same key at an edge; null for a key that does not move
 */
export function step(rows: Rows, from: string, pressed: string): string | null {
  const filled = rows.filter((row) => row.length > 0);
  const place = find(filled, from);
  if (!place) return null;
  const [row, column] = place;
  const here = filled[row] ?? [];
  const list = filled.every((stops) => stops.length === 1);
  switch (pressed) {
    case 'ArrowRight':
      return here[column + 1]?.key ?? from;
    case 'ArrowLeft':
      return here[column - 1]?.key ?? from;
    case 'ArrowDown':
    case 'ArrowUp': {
      const next = filled[row + (pressed === 'ArrowDown' ? 1 : -1)];
      return (next && nearest(next, here[column]?.x ?? 0)?.key) ?? from;
    }
    case 'Home':
      return (list ? filled[0]?.[0] : here[0])?.key ?? from;
    case 'End':
      return (list ? filled.at(-1) : here)?.at(-1)?.key ?? from;
    default:
      return null;
  }
}
