/** Who coded in what is asked about; whoever asks is `own`. */
export interface CodedBy {
  readonly coder: string;
  readonly own: boolean;
  readonly released: boolean;
}

/**
 * The two who are compared unless somebody says otherwise: those who coded the most, of whom `people` has the first first; in
 * the place of one of them whoever asks, where they released something, for it is their own agreement that coders ask for. In
 * the order of their ids, so that a table has one first coder.
 */
export function usualCoders(
  people: readonly { readonly id: string; readonly role: string }[],
  codings: readonly CodedBy[],
): string[] {
  const seen = new Set(codings.map(({ coder }) => coder));
  const own = new Set(codings.flatMap(({ coder, own: isOwn, released }) => (isOwn && released ? coder : [])));
  const rank = ({ id, role }: { id: string; role: string }): number =>
    role === 'coder' && own.has(id) ? 0 : seen.has(id) ? 1 : 2;
  const first = people.toSorted((a, b) => rank(a) - rank(b)).slice(0, 2);
  return first.map(({ id }) => id).sort();
}
