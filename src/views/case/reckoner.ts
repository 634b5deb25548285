import type { Coding } from '../../engine/annotations/types';
import { caseTrajectories, sessionTrajectories } from '../../engine/trajectory/case';
import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import type { SessionInput } from '../../engine/trajectory/session';
import { sessionTrajectory } from '../../engine/trajectory/session';
import type { SessionTrajectory } from '../../engine/trajectory/types';
import type { CodedMember, GatheredCase, ReckonedCase } from './types';

/** Somebody waits for a case: told how far it is, and asked whether it is wanted still. */
export interface Waiting {
  readonly isStale: () => boolean;
  readonly progress: (done: number, of: number) => void;
}

type Kept = Pick<CodedMember, 'text' | 'codebook'> & {
  readonly facts: string;
  readonly trajectory: SessionTrajectory;
};

/** For how long reckoning may keep the extension host from everything else, in milliseconds. */
const stretch = 30;

/**
 * Reckons a case with the study around it, in stretches. Sessions are kept as long as their coding and text are the same, and
 * the tests by shuffling, the slowest part, as long as the series are.
 */
export class CaseReckoner {
  readonly #sessions = new WeakMap<Coding, Kept>();
  #tested: { readonly key: string; readonly of: Pick<CaseTrajectory, 'detectors' | 'associations'> } | null =
    null;

  /** Null where it is not wanted any more, or the coder coded nothing of the case. */
  async reckon(gathered: GatheredCase, waiting: Waiting): Promise<ReckonedCase | null> {
    const sessions = await this.#trajectories(gathered, waiting);
    if (sessions === null) return null;
    const { members, measures, detectors, case: only } = gathered;
    const known = members.map(({ path, facts }) => ({ ...pick(facts), transcript: path }));
    const options = { measures, detectors, known, only };
    const [quick] = caseTrajectories(sessions, { ...options, permute: false });
    if (!quick) return null;
    const tested = await this.#test(quick, waiting, () =>
      caseTrajectories(sessions, { ...options, permute: true }),
    );
    if (tested === null) return null;
    const trajectory = { ...quick, ...tested };
    return { gathered, trajectory, sessions: sessions.filter((each) => each.case === only) };
  }

  async #trajectories(
    { coded }: GatheredCase,
    { isStale, progress }: Waiting,
  ): Promise<readonly SessionTrajectory[] | null> {
    const inputs: SessionInput[] = [];
    const members = new Map<Coding, CodedMember>();
    let since = Date.now();
    for (const [done, member] of coded.entries()) {
      const { path: name, facts, codebook, coding } = member;
      members.set(coding, member);
      const input = { name, facts, codebook, coding, transcript: await member.parsed() };
      inputs.push(input);
      if (!isContinued(coding)) this.#kept(input, member);
      if (isStale()) return null;
      if (Date.now() - since < stretch) continue;
      progress(done + 1, coded.length);
      await turnOfOthers();
      since = Date.now();
    }
    return sessionTrajectories(inputs, (input) => {
      const member = members.get(input.coding);
      return member && !isContinued(input.coding) ? this.#kept(input, member) : sessionTrajectory(input);
    });
  }

  #kept(input: SessionInput, { text, codebook, coding, facts }: CodedMember): SessionTrajectory {
    const known = this.#sessions.get(coding);
    const said = JSON.stringify(facts);
    if (known?.text === text && known.codebook === codebook && known.facts === said) return known.trajectory;
    const trajectory = sessionTrajectory(input);
    this.#sessions.set(coding, { text, codebook, facts: said, trajectory });
    return trajectory;
  }

  async #test(
    quick: CaseTrajectory,
    { isStale }: Waiting,
    reckon: () => readonly CaseTrajectory[],
  ): Promise<Pick<CaseTrajectory, 'detectors' | 'associations'> | null> {
    const key = JSON.stringify([quick.case, quick.detectors, quick.associations, measuredIn(quick)]);
    if (this.#tested?.key === key) return this.#tested.of;
    await turnOfOthers();
    if (isStale()) return null;
    const { detectors, associations } = reckon()[0] ?? quick;
    this.#tested = { key, of: { detectors, associations } };
    return this.#tested.of;
  }
}

/** What the methods are given: counts and gaps have none. */
function measuredIn({ series }: CaseTrajectory): unknown {
  return series.filter(({ better }) => better !== null);
}

/** It depends on an earlier session, and so is never kept. */
function isContinued({ episodes }: Coding): boolean {
  return episodes.some(({ carried_over }) => carried_over !== undefined);
}

function pick({ case: name, session, date, stage, scores }: GatheredCase['members'][number]['facts']) {
  return { case: name, session, date, stage, scores };
}

function turnOfOthers(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
