import { compareText } from '../compareText';
import { textHash } from '../annotations/hashes';
import type { Coding } from '../annotations/types';
import type { Person } from './mayShow';
import type { Plan, SessionFacts, Study } from './types';

/**
 * What a study can hide from its coders beside each other's codings, as the keys of `blind`:
 * - `trajectory`: picture, sentences and figures of a session, until its coder has released it
 * - `names`: who the other coders are
 * - `case`: the case a session belongs to, its therapist and condition
 * - `order`: the number of a session, and with it its date
 * - `date`, `stage`, `scores` of a session
 * - `plan`: who else codes a session; where that is not said, it is hidden with a plan that was drawn
 */
export const blindKeys = ['trajectory', 'names', 'case', 'order', 'date', 'stage', 'scores', 'plan'] as const;

/** What is hidden from somebody. */
export type Blinding = Readonly<Record<(typeof blindKeys)[number], boolean>>;

/** Nothing is hidden from supervisors and the consensus; somebody unknown is blind as a coder is. */
export function blindingOf(study: Study | null, viewer: Person | null): Blinding {
  const said = (viewer?.role ?? 'coder') === 'coder' && study ? study.blind : false;
  const hides = (key: keyof Blinding): boolean => said !== false && said[key] === true;
  return {
    trajectory: hides('trajectory'),
    names: hides('names'),
    case: hides('case'),
    order: hides('order'),
    date: hides('date') || hides('order'),
    stage: hides('stage'),
    scores: hides('scores'),
    plan: said !== false && (said.plan ?? study?.planSeed !== null),
  };
}

type Facts = Pick<SessionFacts, 'session' | 'date' | 'stage' | 'scores'>;

/** What may be known of a session while the sessions of its study are coded. */
export function factsShown(facts: SessionFacts, hidden: Blinding): SessionFacts {
  return { ...facts, ...factsOfSession(facts, hidden), case: hidden.case ? null : facts.case };
}

/** The study without what it hides: for lists, tables and pictures made of it. Of the plan `me` has their own. */
export function studyShown(study: Study, hidden: Blinding, me: string | null): Study {
  const { sessions, cases, plan } = study;
  return {
    ...study,
    sessions: hidden.case ? [] : sessions.map((each) => ({ ...each, ...factsOfSession(each, hidden) })),
    cases: hidden.case ? new Map() : cases,
    plan: hidden.plan ? ownPlan(plan, me) : plan,
  };
}

function factsOfSession({ session, date, stage, scores }: Facts, hidden: Blinding): Facts {
  return {
    session: hidden.order ? null : session,
    date: hidden.date ? null : date,
    stage: hidden.stage ? null : stage,
    scores: hidden.scores ? {} : scores,
  };
}

function ownPlan(plan: readonly Plan[], me: string | null): readonly Plan[] {
  return plan.flatMap(({ transcript, coders }) => {
    const mine = coders.filter((coder) => coder === me);
    return mine.length > 0 ? [{ transcript, coders: mine }] : [];
  });
}

/** How somebody sees a study. */
export interface Sight {
  readonly hidden: Blinding;
  /** What people are called, by their ids; the ids stay what files refer to. */
  readonly nameOf: (coder: string) => string;
}

export function sightOf(study: Study | null, viewer: Person | null): Sight {
  const hidden = blindingOf(study, viewer);
  return { hidden, nameOf: hidden.names && study ? aliases(study, viewer?.id ?? '') : (coder) => coder };
}

/** Figures of a session tell its coder where they are going, so a study may keep them until the release. */
export function hidesTrajectory({ hidden }: Sight, own: Coding | undefined): boolean {
  return hidden.trajectory && own?.released === undefined;
}

/** A coding as it is shown: what is made of it names its coder as `nameOf` does. Never what a file is written from. */
export function codingShown(coding: Coding, { nameOf }: Sight): Coding {
  const called = nameOf(coding.coder);
  return called === coding.coder ? coding : { ...coding, coder: called, name: undefined };
}

/** Other coders are `coder-1`, `coder-2`, in an order that tells nothing. */
function aliases({ coders }: Study, me: string): Sight['nameOf'] {
  const others = coders.filter(({ id, role }) => role === 'coder' && id !== me);
  const ranked = others.map(({ id }) => ({ id, rank: textHash(`${me} ${id}`) }));
  ranked.sort((a, b) => compareText(a.rank, b.rank));
  const named = new Map([
    ...coders.map(({ id }): [string, string] => [id, id]),
    ...ranked.map(({ id }, index): [string, string] => [id, `coder-${index + 1}`]),
    [me, me] as const,
    ['consensus', 'consensus'] as const,
  ]);
  return (coder) => named.get(coder) ?? 'another-coder';
}
