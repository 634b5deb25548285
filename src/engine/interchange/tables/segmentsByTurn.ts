import type { Segment } from '../../trajectory/types';

/** The segment of every turn, by the turn's number. */
export function segmentsByTurn(segments: readonly Segment[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { segment, from_turn: from, to_turn: to } of segments) {
    if (from === null || to === null) continue;
    for (let turn = from; turn <= to; turn++) found.set(turn, segment);
  }
  return found;
}
