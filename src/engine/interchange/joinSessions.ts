import {
  noFacts,
  session,
  type Entry,
  type Ignored,
  type ImportedSession,
  type SourceFacts,
} from './imported';
import { inOrderOfTime } from './timeline';

/**
 * One session of several files of it, as they come from recordings of each person or channel: in the order of time, and a file
 * that names nobody is what the person says after whom it is called. Times count from the same beginning in all of them.
 */
export function joinSessions(sessions: readonly ImportedSession[]): ImportedSession {
  const shared = sharedName(sessions.map(({ name }) => name));
  const streams = sessions.map((each) => placesOf(each, speakerOfFile(each.name, shared)));
  const places = inOrderOfTime(streams);
  const indexOf = new Map(places.map(({ original }, index) => [original, index]));
  return session({
    name: shared.replace(/(?<![-_. ])[-_. ]+$/, '') || (sessions[0]?.name ?? ''),
    entries: places.map(({ entry }) => entry),
    unit: sessions.some(({ unit }) => unit === 'cues') ? 'cues' : 'turns',
    facts: factsOf(sessions),
    memos: sessions.flatMap(({ memos, entries }) =>
      memos.map((memo) => {
        const about = memo.entry === null ? undefined : entries[memo.entry];
        return { ...memo, entry: about ? (indexOf.get(about) ?? null) : null };
      }),
    ),
    ignored: ignoredIn(sessions),
    warnings: warningsOf(
      sessions,
      places.some(({ entry }) => entry.kind === 'speech' && entry.speaker === null),
    ),
    roles: new Map(sessions.flatMap(({ roles }) => [...roles])),
  });
}

interface Place {
  readonly at: number | null;
  readonly entry: Entry;
  /** The entry as its session has it. */
  readonly original: Entry;
}

function placesOf({ entries }: ImportedSession, file: string): Place[] {
  const isNamed = entries.some((entry) => entry.kind === 'speech' && entry.speaker !== null);
  return entries.map((original) => {
    if (original.kind === 'remark') return { at: null, entry: original, original };
    const entry = isNamed ? original : { ...original, speaker: file };
    return { at: original.start, entry, original };
  });
}

/** `s01_` of `s01_client` and `s01_therapist`: what all names begin with, up to a mark between words. */
function sharedName(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const ends = [...first.matchAll(/[-_. ]+/g)].map(({ index, 0: mark }) => index + mark.length);
  const end = ends.findLast((each) => others.every((name) => name.startsWith(first.slice(0, each))));
  return others.length > 0 ? first.slice(0, end ?? 0) : '';
}

function speakerOfFile(name: string, shared: string): string {
  return name.slice(shared.length) || name;
}

/** Each fact as the first file has it that says it. */
function factsOf(sessions: readonly ImportedSession[]): SourceFacts {
  const said = sessions
    .toReversed()
    .flatMap(({ facts }) => Object.entries(facts).filter(([, value]) => value !== null));
  return { ...noFacts, ...Object.fromEntries(said) };
}

function ignoredIn(sessions: readonly ImportedSession[]): Ignored[] {
  const counts = new Map<Ignored['what'], number>();
  for (const { what, count } of sessions.flatMap(({ ignored }) => ignored)) {
    counts.set(what, (counts.get(what) ?? 0) + count);
  }
  return [...counts].map(([what, count]) => ({ what, count }));
}

/** That a file names nobody is no fault where its name does. */
function warningsOf(sessions: readonly ImportedSession[], isUnnamed: boolean): ImportedSession['warnings'] {
  const warnings = sessions.flatMap((each) => each.warnings);
  return isUnnamed ? warnings : warnings.filter(({ code }) => code !== 'no-speakers');
}
