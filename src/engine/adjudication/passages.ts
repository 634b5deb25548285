import { compareText } from '../compareText';
import { sameRatings, pairAnnotations, type Placed } from '../agreement/pairing';
import type { ComparedCoding, ComparedSession } from '../agreement/compared';
import { codeFor } from '../codebook/keys';
import type { Codebook } from '../codebook/types';
import { compareAnnotations } from '../annotations/order';
import type { At } from '../transcript/at';
import { Groups, kindsOf, matterOf } from './grouping';
import type { DisagreementKind } from './kinds';
import type { PassageMatter, PassageSide } from './matter';

/** Annotations of all coders, paired two by two (domain: Units) and joined where the pairs chain, in the order of the text. */
export function passageMatters({
  transcript,
  codebook,
  codings,
}: Pick<ComparedSession, 'transcript' | 'codebook' | 'codings'>): readonly PassageMatter[] {
  const coders = codings.map(({ coder }) => coder);
  const worded = codings.map(withWords);
  // Ties are broken by who comes first, so that is settled here and not by whoever asks.
  const sorted = [...worded].sort((a, b) => compareText(a.coder, b.coder));
  const sides = new Map(
    sorted.map(({ coder, places }) => {
      const own = [...places].map(([one, at]) => [one, sideOf(coder, one, at, codebook)] as const);
      return [coder, new Map(own)];
    }),
  );
  const found = (placed: Placed | null): PassageSide | undefined =>
    placed ? sides.get(placed.coder)?.get(placed.annotation) : undefined;
  const groups = new Groups<PassageSide>();
  for (const own of sides.values()) for (const side of own.values()) groups.add(side);
  const kinds = new Map<PassageSide, DisagreementKind[]>();
  for (const [index, first] of sorted.entries()) {
    for (const second of sorted.slice(index + 1)) {
      for (const pair of pairAnnotations(first, second, codebook, transcript)) {
        const [one, other] = [found(pair.first), found(pair.second)];
        if (!one || !other) continue;
        groups.join(one, other);
        if (pair.kind !== 'same') kinds.set(one, [...(kinds.get(one) ?? []), pair.kind]);
      }
    }
  }
  const all = groups.all();
  return inOrder(
    all.map((group) =>
      passageMatter(
        group,
        coders,
        group.flatMap((side) => kinds.get(side) ?? []),
      ),
    ),
  );
}

function withWords(coding: ComparedCoding): ComparedCoding {
  const places = [...coding.places].filter(
    ([, { turn, start, end_turn = turn, end }]) => end_turn > turn || end > start,
  );
  return { ...coding, places: new Map(places) };
}

function sideOf(coder: string, entry: PassageSide['entry'], at: At, codebook: Codebook): PassageSide {
  const code = codeFor(codebook, entry.code)?.id ?? entry.code;
  return { coder, ref: `${coder}/${entry.id}`, entry, at, code };
}

function passageMatter(
  group: readonly PassageSide[],
  coders: readonly string[],
  found: readonly DisagreementKind[],
): PassageMatter {
  return {
    subject: 'passage',
    ...matterOf(group, coders, isSame),
    kinds: kindsOf(group, coders, found),
    turn: Math.min(...group.map(({ at }) => at.turn)),
  };
}

function isSame(one: PassageSide, other: PassageSide): boolean {
  return one.code === other.code && comparePlaces(one, other) === 0 && sameRatings(one.entry, other.entry);
}

function comparePlaces(one: PassageSide, other: PassageSide): number {
  // The same id: only the places count.
  return compareAnnotations({ id: '', code: '', at: one.at }, { id: '', code: '', at: other.at });
}

function inOrder(matters: readonly PassageMatter[]): readonly PassageMatter[] {
  const placed = matters.map((matter) => ({ matter, first: firstOf(matter) }));
  placed.sort((a, b) => {
    const places = a.first && b.first ? comparePlaces(a.first, b.first) : 0;
    return places || compareText(a.matter.key, b.matter.key);
  });
  return placed.map(({ matter }) => matter);
}

function firstOf({ alternatives }: PassageMatter): PassageSide | undefined {
  return alternatives.map(({ first }) => first).sort(comparePlaces)[0];
}
