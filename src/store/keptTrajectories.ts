import type { Coding } from '../engine/annotations/types';
import { sessionTrajectories } from '../engine/trajectory/case';
import { sessionTrajectory, type SessionInput } from '../engine/trajectory/session';
import type { SessionTrajectory } from '../engine/trajectory/types';
import type { CodedMember } from './members';

/** Somebody waits for sessions: told how far it is, and asked whether they are wanted still. */
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

/** Trajectories of sessions, reckoned in stretches, and kept as long as coding and text are the same. */
export class KeptTrajectories {
  readonly #kept = new WeakMap<Coding, Kept>();

  /** Each knowing those before it; null where they are not wanted any more. */
  async of(
    coded: readonly CodedMember[],
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
      if (!isContinued(coding)) this.#keep(input, member);
      if (isStale()) return null;
      if (Date.now() - since < stretch) continue;
      progress(done + 1, coded.length);
      await turnOfOthers();
      since = Date.now();
    }
    return sessionTrajectories(inputs, (input) => {
      const member = members.get(input.coding);
      return member && !isContinued(input.coding) ? this.#keep(input, member) : sessionTrajectory(input);
    });
  }

  #keep(input: SessionInput, { text, codebook, coding, facts }: CodedMember): SessionTrajectory {
    const known = this.#kept.get(coding);
    const said = JSON.stringify(facts);
    if (known?.text === text && known.codebook === codebook && known.facts === said) return known.trajectory;
    const trajectory = sessionTrajectory(input);
    this.#kept.set(coding, { text, codebook, facts: said, trajectory });
    return trajectory;
  }
}

/** It depends on an earlier session, and so is never kept. */
function isContinued({ episodes }: Coding): boolean {
  return episodes.some(({ carried_over }) => carried_over !== undefined);
}

/** Lets everything else of the extension host go on. */
export function turnOfOthers(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
