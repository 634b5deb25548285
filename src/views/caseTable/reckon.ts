import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import type { Waiting } from '../../store/keptTrajectories';
import type { CaseReckoner } from '../case/reckoner';
import type { GatheredStudy } from '../case/types';
import type { TabledCase } from './types';

/** Of a case that has no coding to be seen. */
const nobodys = { members: [], measures: {}, coded: [] };

/** Every case of a study with the figures its page has. Null where nobody waits for them any more. */
export async function reckonStudy(
  { cases, codings }: GatheredStudy,
  reckoner: CaseReckoner,
  { isStale, progress }: Waiting,
): Promise<readonly TabledCase[] | null> {
  const all = [...codings.values()].reduce((sum, { coded }) => sum + coded.length, 0);
  const found = new Map<string, ReadonlyMap<string | null, CaseTrajectory>>();
  let before = 0;
  for (const [coder, gathered] of codings) {
    const done = before;
    const waiting = { isStale, progress: (some: number) => progress(done + some, all) };
    const reckoned = await reckoner.reckonAll(gathered, waiting);
    if (reckoned === null) return null;
    found.set(coder, new Map(reckoned.map((one) => [one.case, one])));
    before += gathered.coded.length;
  }
  return cases.map((one): TabledCase => {
    const { coder, case: name } = one;
    const { members, measures, coded } = (coder && codings.get(coder.id)) ?? nobodys;
    return {
      ...one,
      trajectory: (coder && found.get(coder.id)?.get(name)) ?? null,
      members: members.filter(({ facts }) => facts.case === name),
      naming: { measures, coded },
    };
  });
}
