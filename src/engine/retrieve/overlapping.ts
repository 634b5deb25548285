import type { Annotation } from '../annotations/types';
import type { At } from '../transcript/at';

interface Placed {
  readonly annotation: Annotation;
  readonly at: At | null;
}

/** For each annotation the codes of the others that share at least one letter with it, each once, in the order of the text. */
export function overlapping(placed: readonly Placed[]): readonly (readonly string[])[] {
  const codes = placed.map(() => new Set<string>());
  const order = placed.flatMap(({ at }, index) => (at ? [{ at, index }] : []));
  order.sort((a, b) => a.at.turn - b.at.turn || a.at.start - b.at.start || a.index - b.index);
  for (const [rank, one] of order.entries()) {
    for (let next = rank + 1, other = order[next]; other && beginsBefore(other.at, one.at);) {
      codes[one.index]?.add(placed[other.index]?.annotation.code ?? '');
      codes[other.index]?.add(placed[one.index]?.annotation.code ?? '');
      other = order[++next];
    }
  }
  return codes.map((each) => [...each]);
}

/** Whether a passage begins before another one ends. */
function beginsBefore(at: At, other: At): boolean {
  const endTurn = other.end_turn ?? other.turn;
  return at.turn < endTurn || (at.turn === endTurn && at.start < other.end);
}
