import { randomOf } from '../statistics/random';
import type { Plan } from './types';

/** A session to be planned. */
export interface PlannedSession {
  /** From the study's folder, with `/`. */
  readonly transcript: string;
  readonly case: string | null;
  /** Who codes it whatever is drawn: they have begun, or were planned before. */
  readonly coders: readonly string[];
}

export interface PlanWish {
  /** In the order of the study: by case, and within a case by time. */
  readonly sessions: readonly PlannedSession[];
  /** Ids, each once. */
  readonly coders: readonly string[];
  /** Share of the sessions that two coders code, 0 to 1; met to the nearest session. */
  readonly double: number;
  readonly seed: number;
}

/** A session as it is drawn: who codes it, and who of them was there before. */
interface Drawn extends PlannedSession {
  readonly all: string[];
}

/**
 * Draws who codes what, in a random order: every session has a coder, a random share has two, spread over cases and over the
 * beginning, middle and end of each, and the coders have as much to do as each other, to one session. Sessions stay with
 * whoever codes them already, and those to which nobody came stand first, as they were. The same wish gives the same plan.
 */
export function drawPlan({ sessions, coders, double, seed }: PlanWish): readonly Plan[] {
  const random = randomOf(seed);
  // The first number of a small seed is small.
  random();
  const doubled = coders.length > 1 ? drawDoubled(sessions, double, random) : new Set();
  const drawn = sessions.map((session): Drawn => ({ ...session, all: [...session.coders] }));
  const load = new Map(coders.map((coder) => [coder, 0]));
  for (const coder of drawn.flatMap(({ all }) => all)) add(load, coder, 1);
  const order = shuffled(drawn, random);
  const wanted = ({ transcript }: Drawn): number => (doubled.has(transcript) ? 2 : 1);
  // Where there is least choice first: the others even out what comes of it.
  for (const wish of [2, 1]) {
    for (const session of order.filter((one) => wanted(one) === wish))
      while (session.all.length < wish && assign(session, coders, load, random));
  }
  level(order, coders, load);
  const isAsBefore = ({ all, coders: before }: Drawn): boolean => all.length === before.length;
  return [...drawn.filter(isAsBefore), ...order.filter((one) => !isAsBefore(one))].map(
    ({ transcript, all }) => ({ transcript, coders: [...all].sort() }),
  );
}

/**
 * The sessions that two code. The study is cut into as many stretches of equal length as there are to be drawn, which spreads
 * them over the cases, and one is drawn of each: of that third of a case that has least so far.
 */
function drawDoubled(
  sessions: readonly PlannedSession[],
  share: number,
  random: () => number,
): ReadonlySet<string> {
  const already = sessions.filter(({ coders }) => coders.length > 1);
  const others = sessions.filter(({ coders }) => coders.length < 2);
  const count = Math.min(others.length, Math.max(0, Math.round(share * sessions.length) - already.length));
  const thirds = thirdsOf(sessions);
  const taken = [0, 0, 0];
  const third = ({ transcript }: PlannedSession): number => thirds.get(transcript) ?? 0;
  for (const one of already) taken[third(one)] = (taken[third(one)] ?? 0) + 1;
  const chosen = new Set(already.map(({ transcript }) => transcript));
  const edge = (at: number): number => Math.floor((at * others.length) / count);
  const stretches = Array.from({ length: count }, (_, at) => others.slice(edge(at), edge(at + 1)));
  for (const stretch of shuffled(stretches, random)) {
    const least = Math.min(...stretch.map((one) => taken[third(one)] ?? 0));
    const drawn = pick(
      stretch.filter((one) => (taken[third(one)] ?? 0) === least),
      random,
    );
    if (!drawn) continue;
    chosen.add(drawn.transcript);
    taken[third(drawn)] = least + 1;
  }
  return chosen;
}

/** For each session whether it is of the beginning, the middle or the end of its case. */
function thirdsOf(sessions: readonly PlannedSession[]): ReadonlyMap<string, number> {
  return new Map(
    sessions.map(({ transcript, case: id }) => {
      const ofCase = sessions.filter((one) => one.case === id);
      const at = ofCase.findIndex((one) => one.transcript === transcript);
      return [transcript, Math.floor((3 * at) / ofCase.length)];
    }),
  );
}

/** Gives a session to whoever has least to do. False where everybody codes it already. */
function assign(
  { all }: Drawn,
  coders: readonly string[],
  load: Map<string, number>,
  random: () => number,
): boolean {
  const free = coders.filter((coder) => !all.includes(coder));
  const least = Math.min(...free.map((coder) => load.get(coder) ?? 0));
  const coder = pick(
    free.filter((one) => load.get(one) === least),
    random,
  );
  if (coder === undefined) return false;
  all.push(coder);
  add(load, coder, 1);
  return true;
}

/** Moves drawn sessions from those who have two more than another, as long as there are any. */
function level(drawn: readonly Drawn[], coders: readonly string[], load: Map<string, number>): void {
  for (let moved = true; moved;) {
    moved = drawn.some(({ all, coders: before }) => {
      const free = coders.filter((coder) => !all.includes(coder));
      for (const [at, from] of all.entries()) {
        const to = free.find((coder) => (load.get(from) ?? 0) - (load.get(coder) ?? 0) > 1);
        if (to === undefined || before.includes(from)) continue;
        all[at] = to;
        add(load, from, -1);
        add(load, to, 1);
        return true;
      }
      return false;
    });
  }
}

function add(load: Map<string, number>, coder: string, change: number): void {
  load.set(coder, (load.get(coder) ?? 0) + change);
}

function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** Every order is as likely as any other. */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

/** What of a plan is somebody's, in the order in which they are to code it. */
export function planOf(plan: readonly Plan[], coder: string): readonly string[] {
  return plan.filter(({ coders }) => coders.includes(coder)).map(({ transcript }) => transcript);
}
