import type { CaseAxis, CaseProblem, KnownSession } from './caseTypes';
import { groupedBy } from './groupedBy';

/** The sessions of a case on one axis. */
export interface PlacedCase {
  readonly axis: CaseAxis;
  /** By transcript; sessions without a place are not there. */
  readonly places: ReadonlyMap<string, number>;
  readonly problems: readonly CaseProblem[];
}

/**
 * Places sessions by their numbers, or where more of them have a date by days since the first. What has no place is in no
 * detector, and is said.
 */
export function placedCase(sessions: readonly KnownSession[]): PlacedCase {
  const numbered = sessions.filter((each) => each.session !== null).length;
  const dated = sessions.filter(({ date }) => dayOf(date) !== null);
  const kind = kindOf(numbered, dated.length);
  const first = Math.min(...dated.map(({ date }) => dayOf(date) ?? 0));
  const places = new Map<string, number>();
  for (const { transcript, session, date } of sessions) {
    const day = dayOf(date);
    const x = kind === 'session' ? session : day === null ? null : day - first;
    if (x !== null && kind !== 'none') places.set(transcript, x);
  }
  const xs = [...new Set(places.values())].sort((a, b) => a - b);
  const [start, end] = [xs[0] ?? null, xs.at(-1) ?? null];
  const axis: CaseAxis = { kind, start, end, missing: kind === 'session' ? missingOf(xs) : [] };
  return { axis, places, problems: problemsOf(sessions, kind, places) };
}

function kindOf(numbered: number, dated: number): CaseAxis['kind'] {
  if (numbered === 0 && dated === 0) return 'none';
  return numbered >= dated ? 'session' : 'day';
}

/** A number that is no session's by mistake (a year in a file's name) is no reason for thousands of missing ones. */
const longestCase = 500;

function missingOf(xs: readonly number[]): number[] {
  const [start, end] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  if (end - start > longestCase) return [];
  const there = new Set(xs);
  return Array.from({ length: end - start + 1 }, (_, index) => start + index).filter((x) => !there.has(x));
}

/** Days since 1970; null for what is no date. */
function dayOf(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
}

function problemsOf(
  sessions: readonly KnownSession[],
  kind: CaseAxis['kind'],
  places: ReadonlyMap<string, number>,
): readonly CaseProblem[] {
  const [only] = sessions;
  if (sessions.length === 1 && only !== undefined)
    return [{ code: 'one-session', data: { transcript: only.transcript } }];
  if (kind === 'none') return sessions.length === 0 ? [] : [{ code: 'no-order', data: {} }];
  return [
    ...sessions
      .filter(({ transcript }) => !places.has(transcript))
      .map(({ transcript }): CaseProblem => ({ code: 'not-placed', data: { transcript } })),
    ...samePlaces(places),
    ...(kind === 'session' ? datesBackwards(sessions) : []),
  ];
}

function samePlaces(places: ReadonlyMap<string, number>): readonly CaseProblem[] {
  return [...groupedBy([...places], ([, x]) => x)]
    .filter(([, there]) => there.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([place, there]) => ({
      code: 'same-place',
      data: { place, transcripts: there.map(([transcript]) => transcript).join(', ') },
    }));
}

function datesBackwards(sessions: readonly KnownSession[]): readonly CaseProblem[] {
  const inOrder = sessions
    .filter(({ session, date }) => session !== null && dayOf(date) !== null)
    .sort((a, b) => (a.session ?? 0) - (b.session ?? 0));
  let latest = Number.NEGATIVE_INFINITY;
  let before = '';
  return inOrder.flatMap(({ transcript, date }): readonly CaseProblem[] => {
    const day = dayOf(date) ?? 0;
    if (day < latest) return [{ code: 'dates-backwards', data: { transcript, date: date ?? '', before } }];
    [latest, before] = [day, date ?? ''];
    return [];
  });
}
