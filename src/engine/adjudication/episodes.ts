import type { ComparedCoding } from '../agreement/compared';
import type { Episode } from '../annotations/types';
import { Groups, kindsOf, matterOf } from './grouping';
import type { EpisodeMatter, PassageMatter, Side } from './matter';
import type { DisagreementKind } from './kinds';

/** An episode as what it links: passages by their matters, since every coder has annotations of their own. */
interface Linking extends Side<Episode> {
  readonly ruptures: readonly string[];
  readonly repairs: readonly string[];
  /** The episode of an earlier session it goes on with; empty where it begins here. */
  readonly before: string;
}

/** Episodes that have a passage in common, or go on with the same one, by the position of their first passage. */
export function episodeMatters(
  codings: readonly ComparedCoding[],
  passages: readonly PassageMatter[],
): readonly EpisodeMatter[] {
  const coders = codings.map(({ coder }) => coder);
  const byRef = new Map(
    passages.flatMap((matter) =>
      matter.alternatives.flatMap(({ sides }) => sides.map(({ ref }) => [ref, matter] as const)),
    ),
  );
  const all = codings.map(({ coder, coding }) =>
    coding.episodes.map((entry) => linkingOf(coder, entry, byRef)),
  );
  const { alike, others } = alikeIn(all);
  const groups = new Groups<Linking>();
  const seen = new Map<string, Linking>();
  for (const linking of others) {
    groups.add(linking);
    for (const link of [...linking.ruptures, ...linking.repairs, linking.before]) {
      if (link === '') continue;
      groups.join(seen.get(link) ?? linking, linking);
      seen.set(link, linking);
    }
  }
  const order = new Map(passages.map(({ key }, index) => [key, index]));
  const position = (matter: EpisodeMatter): number =>
    Math.min(...matter.passages.map(({ key }) => order.get(key) ?? Infinity));
  return [...alike, ...groups.all()]
    .map((group) => episodeMatter(group, coders, byRef))
    .sort((a, b) => position(a) - position(b));
}

/** What every coder has alike is agreed on, whatever else shares its passages; and what is left. */
function alikeIn(all: readonly (readonly Linking[])[]): {
  readonly alike: readonly (readonly Linking[])[];
  readonly others: readonly Linking[];
} {
  const rest = all.map((list) => [...list]);
  const alike: Linking[][] = [];
  for (const one of all[0] ?? []) {
    const places = rest.map((list) => list.findIndex((other) => differences(one, other).length === 0));
    if (places.includes(-1)) continue;
    alike.push(rest.flatMap((list, index) => list.splice(places[index] ?? 0, 1)));
  }
  return { alike, others: rest.flat() };
}

function linkingOf(coder: string, entry: Episode, byRef: ReadonlyMap<string, PassageMatter>): Linking {
  const links = (ids: readonly string[]): string[] =>
    [...new Set(ids.map((id) => byRef.get(`${coder}/${id}`)?.key ?? `${coder}/${id}`))].sort();
  const { carried_over: carried } = entry;
  return {
    coder,
    ref: `${coder}/${entry.id}`,
    entry,
    ruptures: links(entry.ruptures),
    repairs: links(entry.repairs),
    // Two coders went on with an episode of their own each, so that only the session tells.
    before: carried ? `< ${carried.transcript}` : '',
  };
}

function episodeMatter(
  group: readonly Linking[],
  coders: readonly string[],
  byRef: ReadonlyMap<string, PassageMatter>,
): EpisodeMatter {
  const refs = group.flatMap(({ coder, entry }) =>
    [...entry.ruptures, ...entry.repairs].map((id) => `${coder}/${id}`),
  );
  const passages = [...new Set(refs.flatMap((ref) => byRef.get(ref) ?? []))];
  return {
    subject: 'episode',
    ...matterOf(group, coders, (one, other) => differences(one, other).length === 0),
    kinds: kindsOf(
      group,
      coders,
      group.flatMap((one) => group.flatMap((other) => differences(one, other))),
    ),
    passages,
    turn: passages.length > 0 ? Math.min(...passages.map(({ turn }) => turn ?? 1)) : null,
  };
}

function differences(one: Linking, other: Linking): DisagreementKind[] {
  const links = ({ ruptures, repairs, before }: Linking): string =>
    JSON.stringify([ruptures, repairs, before]);
  return [
    ...(links(one) === links(other) ? [] : (['other-links'] as const)),
    ...(one.entry.resolution === other.entry.resolution ? [] : (['other-resolution'] as const)),
  ];
}
