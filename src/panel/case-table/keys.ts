/** A case is called by any name, also by none. */
export function keyOf(name: string | null): string {
  return `row:${JSON.stringify(name)}`;
}
