import type { Gathered } from './types';

/** “C017 · 2”, by case and number, else its path without the ending: what a session is called on the page. */
export function sessionLabel({ places }: Pick<Gathered, 'places'>, path: string): string {
  const facts = places.get(path)?.facts;
  if (!facts || facts.session === null) return path.replace(/\.(?:transcript|txt)$/, '');
  return facts.case === null ? String(facts.session) : `${facts.case} · ${facts.session}`;
}
