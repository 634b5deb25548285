import { codeFor } from '../codebook/keys';
import { turnsHolding } from '../transcript/offsets';
import type { Role, Turn } from '../transcript/types';
import { sessionAxis } from '../trajectory/axis';
import { judgedTurns } from '../trajectory/judged';
import { segmentsOf } from '../trajectory/segments';
import { isBackChannel } from './backChannel';
import type { ComparedSession, UnitKind } from './compared';

/** The code by which a coder says that a turn cannot be judged. */
export const unclearCode = 'process.unclear';

/** What is judged as one: turns `from` to `to`, by number. */
export interface Unit {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Of a turn; null of a segment, in which everybody speaks. */
  readonly role: Role | null;
  /** Code points of its text. */
  readonly length: number;
}

export interface SessionUnits {
  readonly units: readonly Unit[];
  /** Turns (or segments) that are no units, by the first reason that holds. */
  readonly leftOut: LeftOut;
}

export interface LeftOut {
  /** Not judged by all compared coders. */
  readonly unjudged: number;
  /** Marked as unclear by one of them. */
  readonly unclear: number;
  /** Nothing but back-channels and notation. */
  readonly backChannels: number;
}

export interface UnitOptions {
  readonly kind: UnitKind;
  /** Turns that are only back-channels or notation count as units; they do not unless a study says so. */
  readonly backChannels: boolean;
}

/** The units of a session: what all compared coders judged, and could judge (domain: Units). */
export function unitsOf(session: ComparedSession, options: UnitOptions): SessionUnits {
  const { transcript, facts } = session;
  const axis = sessionAxis(transcript, facts);
  const judged = session.codings.map(({ coding }) => judgedTurns(coding, axis).turns);
  const isJudged = (turn: number): boolean => judged.every((turns) => turns[turn - 1] === true);
  if (options.kind === 'segment') return segments(session, axis, isJudged);
  const marked = unclearTurns(session);
  const leftOut = { unjudged: 0, unclear: 0, backChannels: 0 };
  const units: Unit[] = [];
  for (const turn of transcript.turns) {
    if (!isJudged(turn.number)) leftOut.unjudged++;
    else if (marked.has(turn.number)) leftOut.unclear++;
    else if (!options.backChannels && isBackChannel(turn.text)) leftOut.backChannels++;
    else units.push(unitOfTurn(turn));
  }
  return { units, leftOut };
}

function unitOfTurn({ number, role, text }: Turn): Unit {
  return { number, from: number, to: number, role, length: Array.from(text).length };
}

/** A segment is a unit where all its turns were judged. Empty ones are none. */
function segments(
  { transcript, facts, codebook }: ComparedSession,
  axis: ReturnType<typeof sessionAxis>,
  isJudged: (turn: number) => boolean,
): SessionUnits {
  const leftOut = { unjudged: 0, unclear: 0, backChannels: 0 };
  const units: Unit[] = [];
  for (const { segment, from_turn: from, to_turn: to } of segmentsOf(axis, facts, [], codebook)) {
    if (from === null || to === null) continue;
    const turns = transcript.turns.slice(from - 1, to);
    if (turns.every(({ number }) => isJudged(number))) {
      const length = turns.reduce((sum, { text }) => sum + Array.from(text).length, 0);
      units.push({ number: segment, from, to, role: null, length });
    } else leftOut.unjudged++;
  }
  return { units, leftOut };
}

function unclearTurns({ codings, codebook, transcript }: ComparedSession): Set<number> {
  const marks = codings.flatMap(({ places }) =>
    [...places].filter(([{ code }]) => codeFor(codebook, code)?.id === unclearCode),
  );
  return new Set(marks.flatMap(([, at]) => turnsHolding(at, transcript.turns)));
}
