import { lineOf } from '../codebook/line';
import type { Codebook } from '../codebook/types';
import type { Role, Transcript } from '../transcript/types';
import { crossed, type Crossed } from './crossTable';
import type { Judged } from './judged';
import { isRupture } from './parts';
import type { Placed } from './places';

/** What is asked: after a rupture mark in a turn of the client, what does this role do within so many turns? */
export interface SequenceAsked {
  readonly by: Role;
  /** Turns behind the mark, of whomever. */
  readonly within: number;
}

/** A code, with those below it, that follows. */
export interface Follow extends Crossed {
  readonly consequent: string;
}

/** What follows ruptures in one coding, or in several of one coder. */
export interface Sequence extends SequenceAsked {
  readonly antecedent: 'rupture';
  /** Judged turns of the client behind which the role has a judged turn within reach: what is counted. */
  readonly n: number;
  /** Of these, turns in which a rupture mark begins. */
  readonly antecedents: number;
  /** Rupture marks that begin in other turns, and so are in no table. */
  readonly elsewhere: number;
  /** By code: families and the codes right below them, as far as they follow anything. */
  readonly follows: readonly Follow[];
}

export interface SequenceInput {
  readonly transcript: Transcript;
  readonly codebook: Codebook;
  readonly placed: readonly Placed[];
  readonly judged: Judged;
}

/**
 * Lag analysis of a coding (domain: sequences). A code is in the turn in which its annotation begins; each of the client's
 * turns counts once for a consequent, however often that follows. Turns nobody judged say nothing of what follows.
 */
export function sequenceOf(input: SequenceInput, asked: SequenceAsked): Sequence {
  const { transcript, placed, judged } = input;
  const codesOf = codesByTurn(input);
  const ruptures = new Set(placed.filter(({ part }) => isRupture(part)).map(({ turn }) => turn));
  const counted: { readonly turn: number; readonly follows: ReadonlySet<string> }[] = [];
  for (const { number: turn, role } of transcript.turns) {
    if (role !== 'client' || judged.turns[turn - 1] !== true) continue;
    const reach = transcript.turns.slice(turn, turn + asked.within).filter((each) => each.role === asked.by);
    if (reach.length === 0 || reach.some(({ number }) => judged.turns[number - 1] !== true)) continue;
    counted.push({ turn, follows: new Set(reach.flatMap(({ number }) => codesOf.get(number) ?? [])) });
  }
  const behind = counted.filter(({ turn }) => ruptures.has(turn));
  const inTables = new Set(behind.map(({ turn }) => turn));
  return sequence(asked, {
    n: counted.length,
    antecedents: behind.length,
    elsewhere: placed.filter(({ part, turn }) => isRupture(part) && !inTables.has(turn)).length,
    both: tallied(behind.map(({ follows }) => follows)),
    all: tallied(counted.map(({ follows }) => follows)),
  });
}

/** Several sequences of one question as one: their counts added up. */
export function pooledSequence(asked: SequenceAsked, parts: readonly Sequence[]): Sequence {
  const sum = (of: (part: Sequence) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const follows = parts.flatMap((part) => part.follows);
  const totals = (of: (each: Follow) => number): Map<string, number> => {
    const found = new Map<string, number>();
    for (const each of follows) found.set(each.consequent, (found.get(each.consequent) ?? 0) + of(each));
    return found;
  };
  return sequence(asked, {
    n: sum(({ n }) => n),
    antecedents: sum(({ antecedents }) => antecedents),
    elsewhere: sum(({ elsewhere }) => elsewhere),
    both: totals(({ table }) => table[0][0]),
    all: totals(({ table }) => table[0][0] + table[1][0]),
  });
}

interface Counts {
  readonly n: number;
  readonly antecedents: number;
  readonly elsewhere: number;
  /** By consequent: behind ruptures, and behind any turn counted. */
  readonly both: ReadonlyMap<string, number>;
  readonly all: ReadonlyMap<string, number>;
}

function sequence({ by, within }: SequenceAsked, { both, all, ...counts }: Counts): Sequence {
  const { n, antecedents: row } = counts;
  const follows = [...all.keys()].sort().map((consequent): Follow => {
    const [a, column] = [both.get(consequent) ?? 0, all.get(consequent) ?? 0];
    const table = [
      [a, row - a],
      [column - a, n - row - column + a],
    ] as const;
    return { consequent, ...crossed(table) };
  });
  return { antecedent: 'rupture', by, within, ...counts, follows };
}

/** The family of each annotation that begins in a turn, and the code right below it. */
function codesByTurn({ placed, codebook }: SequenceInput): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { code, turn } of placed) {
    const top = lineOf(code, codebook).slice(-2);
    const codes = found.get(turn) ?? [];
    codes.push(...top.map(({ id }) => id));
    found.set(turn, codes);
  }
  return found;
}

function tallied(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const set of sets) for (const id of set) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}
