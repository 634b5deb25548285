import type { Say } from '../../words/casePage';
import type { CaseMember, GatheredCase, Naming } from './types';

/** At most two decimals, and none where they say nothing. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function membersOf({ members, case: name }: GatheredCase): readonly CaseMember[] {
  return members.filter(({ facts }) => facts.case === name);
}

export function numberOf({ facts }: CaseMember): string | null {
  return facts.session === null ? null : String(facts.session);
}

/** "Session 4", or the name of its file. */
export function sessionName(member: CaseMember, say: Say): string {
  const session = numberOf(member);
  if (session !== null) return say('sessionTitle', { session });
  return say('nameless', { name: member.path.split('/').at(-1) ?? member.path });
}

/** A measure as the study labels it, a rating as the codebook does; else its id, without the marks of one. */
export function measureName(id: string, { measures, coded }: Naming): string {
  const measure = Object.hasOwn(measures, id) ? measures[id] : undefined;
  const rating = coded[0]?.codebook.ratings.find((one) => one.id === id);
  return measure?.label ?? rating?.label ?? id.replaceAll('_', ' ');
}

/** Who gave a value: a coder by id, or a rater of the study. */
export function nameOf(source: string, say: Say): string {
  if (source === 'client' || source === 'therapist') return say(source);
  return source === 'client-therapist' ? say('gap') : source;
}
