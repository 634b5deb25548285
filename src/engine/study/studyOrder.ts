import { compareText } from '../compareText';
import type { Plan, SessionFacts, Study } from './types';

/** A transcript as far as its place among the others goes. */
export interface OrderedSession {
  /** From the study's folder, with `/`. */
  readonly path: string;
  readonly facts: Pick<SessionFacts, 'case' | 'session' | 'date'>;
}

/** Numbers in names count as numbers: C2 before C10. One language, so that no machine orders otherwise. */
const names = new Intl.Collator('en', { numeric: true });

/**
 * The sessions of a study as people count them: by case in the study file's order, then by the case's name, those without
 * one last; within a case by session number, those without one last, then by date, then by path.
 */
export function inStudyOrder<T extends OrderedSession>(sessions: readonly T[], study: Study | null): T[] {
  const listed = new Map(
    [...new Set(study?.sessions.map((session) => session.case))].map((id, i) => [id, i]),
  );
  return [...sessions].sort(
    (a, b) =>
      compareCases(a.facts.case, b.facts.case, listed) ||
      last(a.facts.session) - last(b.facts.session) ||
      compareText(a.facts.date, b.facts.date) ||
      compareNames(a.path, b.path),
  );
}

/** In the order in which they are to be coded: for those who are not to know another. What is not planned stays behind. */
export function inPlanOrder<T extends Pick<OrderedSession, 'path'>>(
  sessions: readonly T[],
  plan: readonly Plan[],
): T[] {
  const places = new Map(plan.map(({ transcript }, place) => [transcript, place]));
  const place = ({ path }: T): number => places.get(path) ?? plan.length;
  return [...sessions].sort((a, b) => place(a) - place(b));
}

/** The sessions of each case, in the order they come in; the key is null for those that have no case. */
export function byCase<T extends Pick<OrderedSession, 'facts'>>(
  sessions: readonly T[],
): ReadonlyMap<string | null, readonly T[]> {
  const cases = new Map<string | null, T[]>();
  for (const session of sessions) {
    const { case: id } = session.facts;
    const known = cases.get(id);
    if (known) known.push(session);
    else cases.set(id, [session]);
  }
  return cases;
}

/**
 * What folders are called as cases where no study file says what belongs together: by their own name, but namesakes in
 * different places are different people, and called by their whole path.
 *
 * @param folders Paths with `/`; the top itself is the empty path, and called `top`.
 */
export function folderCases(folders: readonly string[], top: string): ReadonlyMap<string, string> {
  const unique = [...new Set(folders)];
  const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1) || top;
  const own = unique.map(nameOf);
  const isShared = (name: string): boolean => own.indexOf(name) !== own.lastIndexOf(name);
  return new Map(
    unique.map((folder) => {
      const name = nameOf(folder);
      return [folder, folder !== '' && isShared(name) ? folder : name];
    }),
  );
}

function compareCases(a: string | null, b: string | null, listed: ReadonlyMap<string, number>): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (listed.get(a) ?? listed.size) - (listed.get(b) ?? listed.size) || compareNames(a, b);
}

function compareNames(a: string, b: string): number {
  return names.compare(a, b) || compareText(a, b);
}

function last(session: number | null): number {
  return session ?? Number.MAX_SAFE_INTEGER;
}
