import assert from 'node:assert/strict';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Measure, SessionFacts } from '../../src/engine/study/types';
import { defaultDetectors } from '../../src/engine/study/detectorSettings';
import { CaseReckoner } from '../../src/views/case/reckoner';
import { caseState } from '../../src/views/case/state';
import type { CodedMember } from '../../src/store/members';
import type { CaseMember, GatheredCase, ReckonedCase } from '../../src/views/case/types';
import type { CaseState } from '../../src/panel/case/messages';
import { plain } from '../../src/words/faults';
import { annotation, coding, episode, facts } from '../unit/builders';
import { worked } from './trajectories';

/** Cases as the editor would gather them, for tests of what is shown of them. */

const codebook = defaultCodebook();
const measure: Measure = {
  label: null,
  kind: null,
  better: 'higher',
  sd: null,
  r: null,
  source: null,
  min: 1,
  max: 7,
};

export const measures: GatheredCase['measures'] = {
  wai: { ...measure, sd: 0.9, r: 0.87, source: 'a norm table' },
  phq9: { ...measure, label: 'PHQ-9', kind: 'outcome', better: 'lower', min: 0, max: 27, sd: 5.6, r: 0.86 },
};

export interface Given {
  readonly path?: string;
  readonly facts?: Partial<SessionFacts>;
  /** Null: nobody coded it. */
  readonly coding?: Partial<Coding> | null;
  readonly standing?: CaseMember['standing'];
}

/** Four sessions of one case; the third is the worst, the last is not coded. */
export const fourSessions: readonly Given[] = [
  session(1, '2026-03-02', [4.8, 5], 17, [2, 5]),
  session(2, '2026-03-09', [5.3, 5.2], 16, [0, 5]),
  session(3, '2026-03-16', [3.6, 5.4], 17, [5, 2]),
  { ...session(5, '2026-04-20', [5.9, 5.7], 9, [0, 6]), coding: null, standing: 'not-coded' },
];

function session(
  number: number,
  date: string,
  [client, therapist]: readonly [number, number],
  phq9: number,
  [ruptures, bond]: readonly [number, number],
): Given {
  return {
    facts: {
      session: number,
      date,
      stage: number < 3 ? 'establishing' : 'developing',
      scores: { client: { wai: client, phq9 }, therapist: { wai: therapist } },
    },
    coding: {
      annotations: marks(ruptures),
      episodes: ruptures > 0 ? [episode('epis1aaa', ['rupt0aaa'], ['repair1a'], 5)] : [],
      ratings: [{ rating: 'bond', scope: 'session', value: bond }],
      coded: [{ from: 1, to: 10 }],
    },
  };
}

export function marks(ruptures: number): readonly Annotation[] {
  const kinds = ['rupture.withdrawal', 'rupture.confrontation', 'rupture'];
  const found = Array.from({ length: ruptures }, (_, index) =>
    annotation(`rupt${index}aaa`, kinds[index % 3] ?? 'rupture', 2 + 2 * (index % 4), 2 + (index % 4)),
  );
  return ruptures === 0 ? [] : [...found, annotation('repair1a', 'repair.immediate', 5)];
}

/** A case of the coder alice; sessions are of the case C1 unless they say otherwise. */
export function gathered(given: readonly Given[], said: Partial<GatheredCase> = {}): GatheredCase {
  const all = given.map(({ path, facts: known, coding: made, standing }, index) => {
    const name = path ?? `c1/s${known?.session ?? `x${index}`}.transcript`;
    const of = facts({ case: 'C1', ...known });
    const member: CaseMember = { path: name, facts: of, standing: standing ?? 'coded' };
    const coded: CodedMember = {
      path: name,
      facts: of,
      codebook,
      coding: coding({ transcript: name, ...made }),
      parsed: () => Promise.resolve(worked),
      text: worked,
    };
    return { member, coded: made === null ? [] : [coded] };
  });
  return {
    case: 'C1',
    coder: { id: 'alice', name: 'Alice M.', own: true },
    members: all.map(({ member }) => member),
    coded: all.flatMap(({ coded }) => coded),
    measures,
    detectors: defaultDetectors,
    hasStudyFile: true,
    lacksCodebook: false,
    ...said,
  };
}

export async function reckoned(
  given: readonly Given[],
  said: Partial<GatheredCase> = {},
): Promise<ReckonedCase> {
  const waiting = { isStale: () => false, progress: () => undefined };
  const found = await new CaseReckoner().reckon(gathered(given, said), waiting);
  return found ?? assert.fail('nothing was reckoned');
}

export async function shown(given: readonly Given[], said: Partial<GatheredCase> = {}): Promise<CaseState> {
  return caseState(await reckoned(given, said), 'c1/s3.transcript', {
    translate: plain,
    stage: (stage) => stage,
  });
}
