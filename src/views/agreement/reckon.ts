import { agreementSteps, type Agreement } from '../../engine/agreement/agreement';
import type { ComparedSession } from '../../engine/agreement/compared';
import type { Resampling } from '../../engine/agreement/bootstrap';
import type { Compared, Gathered, Reckoned } from './types';

/** Somebody waits for the figures: told which share is done, and asked whether they are wanted still. */
export interface Waiting {
  readonly isStale: () => boolean;
  readonly progress: (share: number) => void;
}

/** As the command line draws them, unless it is told otherwise. */
const usualResampling: Resampling = { resamples: 1000, seed: 1 };

/** For how long reckoning may keep the extension host from everything else, in milliseconds. */
const stretch = 30;

/** All of the page's figures, in stretches. Null where they are not wanted any more. */
export async function reckon(
  gathered: Gathered,
  waiting: Waiting,
  drawn = usualResampling,
): Promise<Reckoned | null> {
  const { coders } = gathered;
  const slices = new Slices(waiting, 1 + gathered.pairs.length * 0.2 + 0.2);
  const run = (
    sessions: readonly ComparedSession[],
    of: readonly Compared[],
    resampling: Resampling | null,
    weight: number,
  ): Promise<Agreement | null> => {
    const { unit, backChannels } = gathered;
    const ids = of.map(({ id }) => id);
    return slices.run(agreementSteps({ sessions, coders: ids, unit, backChannels, resampling }), weight);
  };
  const whole = await run(gathered.sessions, coders, drawn, 1);
  const pairs: Reckoned['pairs'][number][] = [];
  for (const pair of gathered.pairs) {
    const agreement = whole && (await run(pair.sessions, pair.coders, null, 0.2));
    if (!agreement) return null;
    pairs.push({ coders: pair.coders, agreement });
  }
  const sessions: Reckoned['sessions'][number][] = [];
  for (const session of gathered.sessions) {
    const agreement = whole && (await run([session], coders, null, 0.2 / gathered.sessions.length));
    if (!agreement) return null;
    sessions.push({ path: session.path, agreement });
  }
  return whole && { gathered, whole, pairs, sessions };
}

/** Lets others have their turn between steps. */
class Slices {
  readonly #waiting: Waiting;
  readonly #all: number;
  #done = 0;
  #since = Date.now();

  constructor(waiting: Waiting, all: number) {
    this.#waiting = waiting;
    this.#all = all;
  }

  async run<T>(steps: Generator<number, T>, weight: number): Promise<T | null> {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        this.#done += weight;
        return step.value;
      }
      if (Date.now() - this.#since < stretch) continue;
      this.#waiting.progress((this.#done + step.value * weight) / this.#all);
      await new Promise((done) => setTimeout(done, 0));
      if (this.#waiting.isStale()) return null;
      this.#since = Date.now();
    }
  }
}
