import type { Episode } from '../../annotations/types';
import type { Codebook } from '../../codebook/types';
import type { ExportedSession } from '../exported';
import type { Fact } from './words';

/** Values on scales, with the word of each. */
export function ratingFacts(ratings: Readonly<Record<string, number>>, { scales }: Codebook): Fact[] {
  return Object.entries(ratings).map(([scale, value]) => {
    const label = scales.get(scale)?.values.find((each) => each.value === value)?.label;
    return ['Rating', `${scale} ${value}${label === undefined ? '' : ` (${label})`}`];
  });
}

/** How an episode ended, and where it began if that was in an earlier session. */
export function resolutionOf(
  { resolution, carried_over: from }: Episode,
  { codebook }: ExportedSession,
): Fact[] {
  const facts = resolution === undefined ? [] : ratingFacts({ resolution }, codebook);
  const resolved = facts.map(([, value]): Fact => ['Resolution', value.replace(/^resolution /, '')]);
  return from ? [...resolved, ['Carried over from', from.transcript]] : resolved;
}
