import type { Coding } from '../../annotations/types';
import type { SessionFacts } from '../../study/types';

/** Where nothing tells when something was made. Some importers stop at what has no date. */
const noDate = '2000-01-01T00:00:00Z';

const stamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A date as xsd:dateTime in UTC to the second, as all programs read it; null for what is none. */
export function dateTime(text: string | null | undefined): string | null {
  if (!text || !stamp.test(text)) return null;
  const date = new Date(text);
  const isOne = !Number.isNaN(date.getTime());
  const written = isOne ? date.toISOString() : '';
  return /^\d{4}-/.test(written) ? `${written.slice(0, 19)}Z` : null;
}

/** When an entry was made: as it says itself, else when the session was released, else when it took place. */
export function createdAt(
  created: string | undefined,
  { released }: Pick<Coding, 'released'>,
  { date }: Pick<SessionFacts, 'date'>,
): string {
  return dateTime(created) ?? dateTime(released?.at) ?? dateTime(`${date ?? ''}T00:00:00Z`) ?? noDate;
}

export function sessionDate({ date }: Pick<SessionFacts, 'date'>): string {
  return createdAt(undefined, {}, { date });
}

/** Whether a text is a day that there is, such as 2026-03-02. */
export function isDate(text: string): boolean {
  return dateTime(`${text}T00:00:00Z`)?.startsWith(`${text}T`) ?? false;
}
