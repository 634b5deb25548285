import { derivedId } from '../../annotations/ids';
import type { Episode } from '../../annotations/types';
import type { ReadAnnotation } from './codingsIn';
import type { Context } from './context';
import type { QdaLink } from './model';
import { factsOf, readDescription } from './words';

/** What a rupture's link to its repair is called; in other programs it is named by hand. */
export function isRepair({ name }: QdaLink): boolean {
  return /\brepaired\b/i.test(name);
}

/** The episodes that links say, of one person's annotations in one session: those that hang together are one. */
export function episodesOf(annotations: readonly ReadAnnotation[], context: Context): Episode[] {
  const idsOf = new Map<string, string[]>();
  for (const { selection, annotation } of annotations) {
    idsOf.set(selection, [...(idsOf.get(selection) ?? []), annotation.id]);
  }
  const links = context.project.links.filter(
    (link) => isRepair(link) && idsOf.has(link.origin) && idsOf.has(link.target),
  );
  const taken = new Set(annotations.map(({ annotation }) => annotation.id));
  return groupsOf(links).map((group) => {
    const ids = (side: 'origin' | 'target'): string[] => [
      ...new Set(group.flatMap((link) => idsOf.get(link[side]) ?? [])),
    ];
    const id = derivedId(`episode ${group.map(({ guid }) => guid).join(' ')}`, taken);
    taken.add(id);
    return { id, ruptures: ids('origin'), repairs: ids('target'), ...saidOf(group, context) };
  });
}

/** Links with one note are one episode, as we write them; else those that share an end. */
function groupsOf(links: readonly QdaLink[]): readonly (readonly QdaLink[])[] {
  const above = new Map<string, string>();
  const topOf = (end: string): string => {
    let top = end;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  for (const { origin, target, noteRefs } of links) {
    const [from, to] = [topOf(origin), topOf(target)];
    if (noteRefs.length === 0 && from !== to) above.set(from, to);
  }
  const groups = new Map<string, QdaLink[]>();
  for (const link of links) {
    const key = link.noteRefs[0] ?? topOf(link.origin);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()];
}

function saidOf(group: readonly QdaLink[], { notes }: Context): Pick<Episode, 'resolution' | 'note'> {
  const [guid] = group.flatMap(({ noteRefs }) => noteRefs);
  const text = guid === undefined ? undefined : notes.get(guid)?.text;
  if (text === undefined) return {};
  const { words, facts } = readDescription(text);
  const resolution = Number(/^\d+/.exec(factsOf(facts, 'Resolution')[0] ?? '')?.[0] ?? Number.NaN);
  return {
    ...(Number.isNaN(resolution) ? {} : { resolution }),
    ...(words.trim() === '' ? {} : { note: words }),
  };
}
