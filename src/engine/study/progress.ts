import { compareText } from '../compareText';
import { reviewOf, type Review } from '../annotations/reviews';
import type { Coding, CoderRole } from '../annotations/types';
import type { GateReason } from './mayShow';
import type { Sight } from './blinding';
import type { Study } from './types';

/** Where somebody stands with a session, as far as it may be known. */
export interface Progress {
  readonly coder: string;
  /** The name they go by; null where neither their file nor the study says one. */
  readonly name: string | null;
  readonly role: CoderRole;
  readonly own: boolean;
  /** `reviewing`: a supervisor who does not code it, and has nothing to release. */
  readonly state: 'not-begun' | 'coding' | 'reviewing' | 'released' | 'hidden';
  /** Turns judged; null where that is hidden. */
  readonly judged: number | null;
  /** Why it is hidden. */
  readonly reason: GateReason | null;
  /** What a supervisor said of it last; null where nobody did, or that is hidden. */
  readonly review: Review | null;
}

/** What of a coding tells where its coder stands. */
export type KnownStanding = Pick<Coding, 'coder' | 'name' | 'role' | 'log'> & {
  /** There where it is released. */
  readonly released?: unknown;
};

/** What is known of a session's people: those whose coding may be seen, those whose may not, those the plan names. */
export interface SessionPeople {
  readonly codings: readonly {
    readonly coding: KnownStanding;
    readonly own: boolean;
    readonly judged: number;
  }[];
  readonly hidden: readonly { readonly coder: string; readonly reason: GateReason }[];
  readonly planned: readonly string[];
}

/** Everybody of a session, each once: oneself first, then in the study file's order, then by name; as `nameOf` calls them. */
export function progressOf(
  { codings, hidden, planned }: SessionPeople,
  study: Study | null,
  me: string | null,
  nameOf: Sight['nameOf'] = (coder) => coder,
): readonly Progress[] {
  const listed = new Map(study?.coders.map((coder, index) => [coder.id, { ...coder, index }]));
  const called = (coder: string, name: string | null): string | null =>
    nameOf(coder) === coder ? name : nameOf(coder);
  const of = (coder: string): Pick<Progress, 'coder' | 'name' | 'role' | 'own'> => {
    const { name = null, role = 'coder' } = listed.get(coder) ?? {};
    return { coder, name: called(coder, name), role, own: coder === me };
  };
  const seen = codings.map(({ coding, own, judged }): Progress => {
    const isReview = coding.role === 'supervisor' && judged === 0 && !planned.includes(coding.coder);
    const state = coding.released ? 'released' : isReview ? 'reviewing' : 'coding';
    const name = called(coding.coder, coding.name ?? of(coding.coder).name);
    const review = reviewOf(
      coding,
      codings.map((each) => each.coding),
    );
    return { coder: coding.coder, name, role: coding.role, own, state, judged, reason: null, review };
  });
  const unseen = hidden.map(({ coder, reason }): Progress => ({
    ...of(coder),
    state: 'hidden',
    judged: null,
    reason,
    review: null,
  }));
  const known = new Set([...seen, ...unseen].map(({ coder }) => coder));
  const waiting = planned
    .filter((coder) => !known.has(coder))
    .map((coder): Progress => ({ ...of(coder), state: 'not-begun', judged: 0, reason: null, review: null }));
  // An order by the study file would tell who is who.
  const place = ({ coder }: Progress): number =>
    (nameOf(coder) === coder ? listed.get(coder)?.index : null) ?? listed.size;
  return [...seen, ...unseen, ...new Map(waiting.map((one) => [one.coder, one])).values()].sort(
    (a, b) =>
      Number(b.own) - Number(a.own) || place(a) - place(b) || compareText(nameOf(a.coder), nameOf(b.coder)),
  );
}

/** How many of a session's coders have released it. Only a supervisor can know: coders are not told of each other. */
export function releasedBy(people: readonly Progress[]): { readonly released: number; readonly of: number } {
  const coders = people.filter(({ role }) => role === 'coder');
  return { released: coders.filter(({ state }) => state === 'released').length, of: coders.length };
}

/** In whole percent, 0 to 100: all only where all are judged, and none only where none is. */
export function percentJudged(judged: number, turns: number): number {
  if (turns <= 0 || judged <= 0) return 0;
  if (judged >= turns) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * judged) / turns)));
}
