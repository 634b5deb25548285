import type { Speech } from './imported';

/** Something with its place in time, in seconds; null where it has none of its own. */
interface Timed {
  readonly at: number | null;
}

/**
 * Several streams (tiers, channels, recordings of one session) as one, by start; at the same time in the order of the
 * streams. What has no time stays behind what it follows, and a stream without any time comes last.
 */
export function inOrderOfTime<T extends Timed>(streams: readonly (readonly T[])[]): T[] {
  const placed = streams.flatMap((stream) => {
    let at = stream.find((each) => each.at !== null)?.at ?? Number.POSITIVE_INFINITY;
    return stream.map((item) => {
      at = item.at ?? at;
      return { item, at };
    });
  });
  return placed.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ item }) => item);
}

/** What several people said, each in a stream, in the order in which they said it. */
export function speechInOrder(streams: readonly (readonly Speech[])[]): Speech[] {
  const timed = streams.map((stream) => stream.map((speech) => ({ speech, at: speech.start })));
  return inOrderOfTime(timed).map(({ speech }) => speech);
}

/** The index of the last of these, which are in order, that is not later; −1 where all are. */
export function lastUpTo(starts: readonly number[], time: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
