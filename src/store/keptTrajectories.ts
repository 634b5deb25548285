import type { Coding } from '../engine/annotations/types';
import { trajectoriesInOrder } from '../engine/trajectory/case';
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

interface Session extends Pick<SessionInput, 'name' | 'facts' | 'coding'> {
  /** What depends on earlier sessions is reckoned when they are. */
  readonly trajectory: SessionTrajectory | ((earlier: readonly SessionTrajectory[]) => SessionTrajectory);
}

/** For how long reckoning may keep the extension host from everything else, in milliseconds. */
export const stretch = 30;

/** Trajectories of sessions, reckoned in stretches, and kept as long as coding and text are the same. */
export class KeptTrajectories {
  readonly #kept = new WeakMap<Coding, Kept>();

  /** Each knowing those before it; null where they are not wanted any more. */
  async of(
    coded: readonly CodedMember[],
    { isStale, progress }: Waiting,
  ): Promise<readonly SessionTrajectory[] | null> {
    const sessions: Session[] = [];
    let since = Date.now();
    for (const [done, member] of coded.entries()) {
      const { path: name, facts, coding } = member;
      const trajectory = isContinued(coding) ? await continued(member) : await this.#keep(member);
      sessions.push({ name, facts, coding, trajectory });
      if (isStale()) return null;
      if (Date.now() - since < stretch) continue;
      progress(done + 1, coded.length);
      await turnOfOthers();
      since = Date.now();
    }
    return trajectoriesInOrder(sessions, ({ trajectory }, earlier) =>
      typeof trajectory === 'function' ? trajectory(earlier) : trajectory,
    );
  }

  /** Its text is parsed only where it is not known already, and not kept. */
  async #keep(member: CodedMember): Promise<SessionTrajectory> {
    const { text, codebook, coding, facts } = member;
    const known = this.#kept.get(coding);
    const said = JSON.stringify(facts);
    if (known?.text === text && known.codebook === codebook && known.facts === said) return known.trajectory;
    const trajectory = sessionTrajectory(await inputOf(member));
    this.#kept.set(coding, { text, codebook, facts: said, trajectory });
    return trajectory;
  }
}

async function inputOf({ path: name, facts, codebook, coding, parsed }: CodedMember): Promise<SessionInput> {
  return { name, facts, codebook, coding, transcript: await parsed() };
}

async function continued(member: CodedMember): Promise<Session['trajectory']> {
  const input = await inputOf(member);
  return (earlier) => sessionTrajectory({ ...input, earlier });
}

/** It depends on an earlier session, and so is never kept. */
function isContinued({ episodes }: Coding): boolean {
  return episodes.some(({ carried_over }) => carried_over !== undefined);
}

/** Lets everything else of the extension host go on. */
export function turnOfOthers(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
