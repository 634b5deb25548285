import { session, type Entry, type ImportedSession, type SourceReading, refused } from './imported';
import { problem, type Problem } from './problems';
import { stemOf, type OpenedSource } from './source';

/** What a reader found in a source that holds one session. */
export type Found = Pick<ImportedSession, 'entries' | 'unit'> &
  Partial<Pick<ImportedSession, 'facts' | 'ignored' | 'roles' | 'warnings'>>;

/** One session, with the warnings that can come up in any source; refused where nobody says anything. */
export function readingOf(source: OpenedSource, format: string, found: Found): SourceReading {
  const { entries, warnings = [], ignored = [] } = found;
  if (!entries.some(({ kind }) => kind === 'speech')) return refused(problem('no-speech', { format }));
  const read = session({
    name: stemOf(source.name),
    ...found,
    ignored: ignored.filter(({ count }) => count > 0),
    warnings: [...warnings, ...generalWarnings(entries)],
  });
  return { sessions: [read], refusal: null };
}

function generalWarnings(entries: readonly Entry[]): Problem[] {
  const unparsed = entries.filter((entry) => entry.kind === 'remark' && entry.about === 'unparsed');
  const isNamed = entries.some((entry) => entry.kind === 'speech' && entry.speaker !== null);
  return [
    ...timesBackwards(entries),
    ...(unparsed.length > 0
      ? [problem('unparsed-lines', { count: unparsed.length }, unparsed[0]?.line ?? null)]
      : []),
    ...(isNamed ? [] : [problem('no-speakers')]),
  ];
}

function timesBackwards(entries: readonly Entry[]): Problem[] {
  const lines: number[] = [];
  let latest = 0;
  for (const entry of entries) {
    if (entry.kind === 'remark' || entry.start === null) continue;
    if (entry.start < latest) lines.push(entry.line);
    latest = entry.start;
  }
  return lines.length > 0 ? [problem('times-backwards', { count: lines.length }, lines[0] ?? null)] : [];
}
