import type { Coding, Episode } from '../annotations/types';
import type { EpisodeMatter } from './matter';

type Linked = Pick<Episode, 'ruptures' | 'repairs' | 'carried_over'>;

/**
 * The links of coders' episodes (`CODER/ID`) as links between what the consensus made of their passages. Null where no rupture
 * is left, unless it goes on with an episode of an earlier session.
 */
export function consensusEpisode(
  matter: EpisodeMatter,
  links: readonly string[],
  { annotations }: Pick<Coding, 'annotations'>,
): Linked | null {
  const sides = matter.alternatives
    .flatMap((alternative) => alternative.sides)
    .filter(({ ref }) => links.includes(ref));
  const madeOf = (coder: string, id: string): string[] =>
    annotations.filter(({ from }) => from?.includes(`${coder}/${id}`)).map((annotation) => annotation.id);
  const side = (which: 'ruptures' | 'repairs'): string[] => [
    ...new Set(sides.flatMap(({ coder, entry }) => entry[which].flatMap((id) => madeOf(coder, id)))),
  ];
  const [ruptures, repairs] = [side('ruptures'), side('repairs')];
  const carried = sides.map(({ entry }) => entry.carried_over).find((each) => each !== undefined);
  if (ruptures.length === 0 && !carried) return null;
  return { ruptures, repairs, ...(carried ? { carried_over: carried } : {}) };
}
