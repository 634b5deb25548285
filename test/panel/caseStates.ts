import type { PanelPages } from '../../src/panel/messages';
import { fourSessions, shown, type Given } from '../figures/caseMembers';

/** Cases for an eye and for axe, as the host would send them. */

export const pages: PanelPages = {
  label: 'Pages',
  shown: 'case',
  tabs: [
    { page: 'session', text: 'Session' },
    { page: 'case', text: 'Case' },
  ],
};

/** So many sessions, with a wave in everything. */
const long = (count: number): Given[] =>
  Array.from({ length: count }, (_, index): Given => {
    const [base = {}] = fourSessions;
    const date = new Date(Date.UTC(2026, 0, 1 + index * 7)).toISOString().slice(0, 10);
    const wave = Math.round(10 * Math.sin(index / 3)) / 10;
    const made = fourSessions[index % 3]?.coding ?? {};
    return {
      facts: {
        ...base.facts,
        session: index + 1 + (index > 12 ? 2 : 0),
        date,
        stage: index < 8 ? 'establishing' : index < 22 ? 'developing' : 'maintaining',
        scores: { client: { wai: 5 + wave, phq9: 18 - index * 0.4 }, therapist: { wai: 5.2 + wave / 2 } },
      },
      coding: { ...made, ratings: [{ rating: 'bond', scope: 'session', value: 3 + (index % 4) }] },
    };
  });

const bad: readonly Given[] = [
  { path: 'c1/nameless.transcript', facts: { scores: { client: { wai: 4 } } }, coding: {} },
  {
    facts: { session: 2 },
    path: 'c1/a2.transcript',
    coding: { ratings: [{ rating: 'bond', scope: 'session', value: 40 }] },
  },
  { facts: { session: 2 }, path: 'c1/b2.transcript', coding: {} },
  { facts: { session: 4, scores: { client: { wai: 99 } } }, coding: {} },
];

const names = ['case', 'long', 'single', 'orderless', 'bad'] as const;
export type CaseName = (typeof names)[number];
export const caseNames: readonly CaseName[] = names;

const given: Readonly<Record<CaseName, readonly Given[]>> = {
  case: fourSessions,
  long: long(30),
  single: fourSessions.slice(2, 3),
  orderless: fourSessions.map((one, index) => ({
    ...one,
    path: `c1/${'abcd'[index] ?? 'e'}.transcript`,
    facts: { ...one.facts, session: null, date: null },
  })),
  bad,
};

export function caseNamed(name: CaseName): ReturnType<typeof shown> {
  return shown(given[name], { lacksCodebook: name === 'bad' });
}

/** A case far longer than most. */
export function longCaseState(sessions: number): ReturnType<typeof shown> {
  return shown(long(sessions));
}
