/** When things happened that stand in several people's files, whose clocks differ. Times are ISO 8601. */

interface Event {
  readonly at: string;
}

/** The latest of events; of those at one time the last. Null where there is none. */
export function latest<T extends Event>(events: readonly T[]): T | null {
  return events.reduce<T | null>((last, each) => (last && isBefore(each.at, last.at) ? last : each), null);
}

export function isBefore(a: string, b: string): boolean {
  return instant(a) < instant(b);
}

/**
 * The time for something that is done now, knowing of all these: later than any of them. Who answers is not overruled by what they
 * answered, though the other's clock be fast, or both fall into one second.
 */
export function afterAll(now: string, events: readonly Event[]): string {
  const known = Math.max(...events.map(({ at }) => instant(at)).filter(Number.isFinite));
  const next = known + 1000;
  return known >= instant(now) && next < end ? `${new Date(next).toISOString().slice(0, 19)}Z` : now;
}

/** Behind it years have more than four digits. */
const end = Date.UTC(9999, 11, 31);

/** Milliseconds; what is no time was before all others. */
function instant(at: string): number {
  const read = Date.parse(at);
  return Number.isNaN(read) ? Number.NEGATIVE_INFINITY : read;
}
