import { caseTrajectories, casesOneByOne } from '../../engine/trajectory/case';
import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import { KeptTrajectories, stretch, turnOfOthers, type Waiting } from '../../store/keptTrajectories';
import type { GatheredCase, GatheredCodings, ReckonedCase } from './types';

/**
 * Reckons a case with the study around it. Sessions are kept as long as their coding and text are the same, and the tests by
 * shuffling, the slowest part, as long as the series are.
 */
export class CaseReckoner {
  readonly #sessions = new KeptTrajectories();
  #tested: { readonly key: string; readonly of: Pick<CaseTrajectory, 'detectors' | 'associations'> } | null =
    null;

  /** Null where it is not wanted any more, or the coder coded nothing of the case. */
  async reckon(gathered: GatheredCase, waiting: Waiting): Promise<ReckonedCase | null> {
    const sessions = await this.#sessions.of(gathered.coded, waiting);
    if (sessions === null) return null;
    const only = gathered.case;
    const options = { ...optionsOf(gathered), only };
    const [quick] = caseTrajectories(sessions, { ...options, permute: false });
    if (!quick) return null;
    const tested = await this.#test(quick, waiting, () =>
      caseTrajectories(sessions, { ...options, permute: true }),
    );
    if (tested === null) return null;
    const trajectory = { ...quick, ...tested };
    return { gathered, trajectory, sessions: sessions.filter((each) => each.case === only) };
  }

  /** All cases of the study that the coder coded, without tests by shuffling. Null where they are not wanted any more. */
  async reckonAll(gathered: GatheredCodings, waiting: Waiting): Promise<readonly CaseTrajectory[] | null> {
    const sessions = await this.#sessions.of(gathered.coded, waiting);
    if (sessions === null) return null;
    const cases: CaseTrajectory[] = [];
    let since = Date.now();
    for (const one of casesOneByOne(sessions, { ...optionsOf(gathered), permute: false })) {
      cases.push(one);
      if (Date.now() - since < stretch) continue;
      await turnOfOthers();
      if (waiting.isStale()) return null;
      since = Date.now();
    }
    return cases;
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

function optionsOf({ members, measures, detectors }: GatheredCodings) {
  return {
    measures,
    detectors,
    known: members.map(({ path, facts }) => ({ ...pick(facts), transcript: path })),
  };
}

/** What the methods are given: counts and gaps have none. */
function measuredIn({ series }: CaseTrajectory): unknown {
  return series.filter(({ better }) => better !== null);
}

function pick({ case: name, session, date, stage, scores }: GatheredCase['members'][number]['facts']) {
  return { case: name, session, date, stage, scores };
}
