import type { CaseCell, CaseColumnId, CaseOrder, CaseRow } from './messages';

/** Up, down, and back to the order of the study. */
export function nextOrder(order: CaseOrder | null, column: CaseColumnId): CaseOrder | null {
  if (order?.column !== column) return { column, down: false };
  return order.down ? null : { column, down: true };
}

/** Numbers in names count as numbers: C2 before C10. */
const names = new Intl.Collator(undefined, { numeric: true });

/**
 * Rows in an order; equal ones stay in that of the study. What has no value stands last either way. Values of several
 * measures are not compared: those of the measure that most cases have come first.
 */
export function inOrder(rows: readonly CaseRow[], order: CaseOrder | null): readonly CaseRow[] {
  if (order === null) return rows;
  const given = rows.map((row) => ({ row, cell: row.cells.find(({ column }) => column === order.column) }));
  const ranks = ranksOf(given.flatMap(({ cell }) => (cell && cell.value !== null ? [cell.group] : [])));
  const rankOf = (cell: CaseCell | undefined): number =>
    cell && cell.value !== null ? (ranks.get(cell.group) ?? 0) : ranks.size;
  return given
    .toSorted(
      ({ cell: a }, { cell: b }) =>
        rankOf(a) - rankOf(b) || compare(a?.value ?? null, b?.value ?? null) * (order.down ? -1 : 1),
    )
    .map(({ row }) => row);
}

function ranksOf(groups: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || names.compare(a, b));
  return new Map(sorted.map(([group], rank) => [group, rank]));
}

function compare(a: CaseCell['value'], b: CaseCell['value']): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return names.compare(String(a ?? ''), String(b ?? ''));
}
