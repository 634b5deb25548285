import type { CodedSession } from './codedSessions';
import type { ExportedStudy } from '../exported';
import { notApplicable } from './missingValues';
import type { Variable } from './table';

/** A rating of whole sessions. */
export interface SessionRating extends Pick<Variable, 'label' | 'values'> {
  readonly id: string;
}

/** The ratings that every wide table has, in its order, by what they are called there (domain 2.4). */
export const usualRatings: Readonly<Record<string, string>> = {
  bond: 'r_bond',
  goal: 'r_goal',
  task: 'r_task',
  withdrawal: 'r_wd',
  confrontation: 'r_cf',
  resolution: 'r_res',
  contribution: 'r_tc',
};

/** The usual ratings, those of the codebooks, and those that somebody gave all the same. */
export function ratingsOf({ sessions }: ExportedStudy, coded: readonly CodedSession[]): SessionRating[] {
  const known = new Map<string, SessionRating>();
  for (const { codebook } of sessions) {
    for (const { id, label, scale, scopes } of codebook.ratings) {
      if (!scopes.includes('session') || known.has(id)) continue;
      const values = codebook.scales.get(scale)?.values.map((each) => [each.value, each.label] as const);
      known.set(id, { id, label, ...(values ? { values } : {}) });
    }
  }
  const used = coded.flatMap(({ trajectory }) => Object.keys(trajectory.ratings));
  const ids = [...Object.keys(usualRatings), ...known.keys(), ...[...used].sort()];
  return [...new Set(ids)].map((id) => known.get(id) ?? { id, label: `Rating ${id}` });
}

/** As the coder gave it; null where they gave none. */
export function ratingIn({ trajectory: { ratings } }: CodedSession, id: string): number | null {
  const value = Object.hasOwn(ratings, id) ? ratings[id] : undefined;
  return value === 'na' ? notApplicable : (value ?? null);
}
