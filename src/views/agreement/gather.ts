import { compareText } from '../../engine/compareText';
import { sessionsOf, type Offered, type OfferedSession } from '../../editor/exporting/gathering';
import {
  comparedCoding,
  lookedIn,
  ofOneCodebook,
  type ComparedCoding,
  type ComparedSession,
} from '../../engine/agreement/compared';
import { isNewer } from '../../engine/annotations/locked';
import type { Coding } from '../../engine/annotations/types';
import type { Sight } from '../../engine/study/blinding';
import type { GateReason } from '../../engine/study/mayShow';
import type { Study } from '../../engine/study/types';
import { annotationFileEnding } from '../../store/watching';
import { usualCoders, type CodedBy } from './usualCoders';
import type { Asked, Compared, Gathered, LeftOutCoding, LeftOutReason } from './types';

/** What is compared is all of what passed the gate: `Offered` holds nothing else. */
export interface Offering {
  readonly offered: Offered;
  /** There is a study file, and it cannot be read. */
  readonly lacksStudy: boolean;
}

/** Everything that decides what is gathered, to be held against what it was: nothing is read or parsed for it. */
export function overview({ offered, lacksStudy }: Offering, asked: Asked): readonly unknown[] {
  const scope = asked.scope === 'session' ? 'transcript' : asked.scope;
  const sessions = sessionsOf(offered, scope).flatMap((session) => [
    session.path,
    session.codebook,
    ...session.codings
      .filter(({ coding }) => coding.released)
      .flatMap(({ coding, sameText }) => [coding, sameText]),
    ...session.hidden.map(({ coder, reason }) => `${coder} ${reason}`),
    ...session.twice,
    ...session.unreadable.map(String),
  ]);
  return [lacksStudy, offered.study, offered.studyHere, ...sessions];
}

/** The sessions that may be compared, and of the others the reason. Sessions that none of the coders coded are not spoken of. */
export async function gather({ offered, lacksStudy }: Offering, asked: Asked): Promise<Gathered> {
  const scope = asked.scope === 'session' ? 'transcript' : asked.scope;
  const chosen = sessionsOf(offered, scope);
  const study = asked.scope === 'study' ? offered.study : offered.studyHere;
  const people = peopleIn(chosen, study, offered.sight);
  const coders = asked.coders.length > 0 ? asked.coders : usualCoders(people, chosen.flatMap(codedBy));
  const found = await Promise.all(chosen.map((session) => lookAt(session, coders, lacksStudy)));
  const whole = comparedBy(found, coders);
  return {
    people,
    coders: coders.map((id) => people.find((one) => one.id === id) ?? { id, name: id, role: 'coder' }),
    sessions: whole.same,
    pairs: coders.length > 2 ? pairsOf(coders).map((pair) => pairOf(pair, found, people)) : [],
    leftOut: [...found.flatMap((each) => each.leftOut), ...whole.apart],
    total: chosen.length,
    unit: asked.unit === 'spans' ? 'character' : (asked.unit ?? study?.unit ?? 'turn'),
    backChannels: study?.backChannels ?? false,
    blind: study?.blind !== false,
    looked: lookedIn(whole.same, coders),
    training: study?.training ?? null,
    places: new Map(chosen.map(({ path, uri, facts }) => [path, { uri, facts }] as const)),
  };
}

/** Coders first, by how many sessions they have; those whose work is hidden are among them. */
function peopleIn(sessions: readonly OfferedSession[], study: Study | null, { nameOf }: Sight): Compared[] {
  const found = new Map<string, Compared & { readonly count: number }>();
  const add = (id: string, said: Pick<Coding, 'name' | 'role'> | null): void => {
    const listed = study?.coders.find((one) => one.id === id);
    const known = found.get(id);
    found.set(id, {
      id,
      name: nameOf(id) === id ? (listed?.name ?? said?.name ?? known?.name ?? id) : nameOf(id),
      role: said?.role ?? listed?.role ?? known?.role ?? 'coder',
      count: (known?.count ?? 0) + 1,
    });
  };
  for (const { codings, hidden } of sessions) {
    for (const { coding } of codings) add(coding.coder, coding);
    for (const { coder } of hidden) add(coder, null);
  }
  const rank = ({ role }: Compared): number => ['coder', 'consensus', 'supervisor'].indexOf(role);
  return [...found.values()]
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count || compareText(a.id, b.id))
    .map(({ id, name, role }) => ({ id, name, role }));
}

function codedBy({ codings }: OfferedSession): CodedBy[] {
  return codings.map(({ coding, own }) => ({ coder: coding.coder, own, released: Boolean(coding.released) }));
}

/** A session as it was looked at: what each coder's coding of it is, or why it is not compared. */
interface LookedAt {
  readonly codings: ReadonlyMap<string, ComparedCoding>;
  readonly leftOut: readonly LeftOutCoding[];
  readonly session: Omit<ComparedSession, 'codings'> | null;
}

async function lookAt(
  session: OfferedSession,
  coders: readonly string[],
  lacksStudy: boolean,
): Promise<LookedAt> {
  const { path, facts, codebook } = session;
  const isAway = session.unreadable.some((uri) => uri.toString() === session.uri.toString());
  if (isAway) return nothingOf([{ session: path, coder: null, reason: 'unreadable-transcript' }]);
  const given = coders.map((coder) => ({ coder, seen: seenOf(session, coder) }));
  if (given.every(({ seen }) => seen === 'not-coded')) return nothingOf([]);
  const transcript = await session.parsed();
  const codings = new Map<string, ComparedCoding>();
  const leftOut: LeftOutCoding[] = [];
  for (const { coder, seen } of given) {
    const result = lacksStudy ? 'unreadable-study' : seen;
    const found =
      typeof result === 'string'
        ? result
        : comparedCoding(result.coding, {
            transcript,
            codebook,
            sameText: result.sameText,
            includeUnreleased: false,
          });
    if (typeof found === 'string') leftOut.push({ session: path, coder, reason: found });
    else codings.set(coder, found);
  }
  return { codings, leftOut, session: { path, transcript, facts, codebook } };
}

function nothingOf(leftOut: readonly LeftOutCoding[]): LookedAt {
  return { codings: new Map(), leftOut, session: null };
}

function seenOf(session: OfferedSession, coder: string): OfferedSession['codings'][number] | LeftOutReason {
  if (session.twice.includes(coder)) return 'duplicate-file';
  const seen = session.codings.find(({ coding }) => coding.coder === coder);
  if (seen) return isNewer(seen.coding) ? 'unreadable-annotations' : seen;
  const hidden = session.hidden.find((one) => one.coder === coder);
  if (hidden) return hiddenReason(hidden.reason);
  const isBroken = session.unreadable.some(({ path }) => path.endsWith(`.${coder}${annotationFileEnding}`));
  return isBroken ? 'unreadable-annotations' : 'not-coded';
}

function hiddenReason(reason: GateReason): LeftOutReason {
  return reason === 'you-have-not-released' || reason === 'nobody-is-coding' ? reason : 'not-released';
}

function comparedBy(
  found: readonly LookedAt[],
  coders: readonly string[],
): { readonly same: readonly ComparedSession[]; readonly apart: readonly LeftOutCoding[] } {
  const complete = found.flatMap(({ session, codings }): ComparedSession[] => {
    const own = coders.flatMap((coder) => codings.get(coder) ?? []);
    return session && own.length === coders.length ? [{ ...session, codings: own }] : [];
  });
  const { same, other } = ofOneCodebook(complete);
  const apart = other.flatMap(({ path, codings }) =>
    codings.map(({ coder }): LeftOutCoding => ({ session: path, coder, reason: 'other-codebook' })),
  );
  return { same, apart };
}

function pairsOf(coders: readonly string[]): string[][] {
  return coders.flatMap((first, index) => coders.slice(index + 1).map((second) => [first, second]));
}

function pairOf(
  pair: readonly string[],
  found: readonly LookedAt[],
  people: readonly Compared[],
): Gathered['pairs'][number] {
  const coders = pair.map((id): Compared => {
    return people.find((one) => one.id === id) ?? { id, name: id, role: 'coder' };
  });
  return { coders, sessions: comparedBy(found, pair).same };
}
