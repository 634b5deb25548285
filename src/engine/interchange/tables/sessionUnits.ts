import { codeFor } from '../../codebook/keys';
import { judgedOf } from '../../trajectory/judged';
import { isBackChannel } from '../../agreement/backChannel';
import { unclearCode } from '../../agreement/units';
import { turnsHolding } from '../../transcript/offsets';
import type { Role, Turn } from '../../transcript/types';
import type { CodedSession, PlacedAnnotation } from './codedSessions';
import type { LossCode } from '../losses';
import { segmentsByTurn } from './segmentsByTurn';

export type UnitKind = 'turn' | 'segment';

/** A turn or segment of a session that coders are compared by. */
export interface Unit {
  /** From 1. */
  readonly number: number;
  /** Who speaks; null for a segment. */
  readonly role: Role | null;
  /** Whether a coder judged it: of a segment, every turn. */
  readonly isJudgedBy: (coder: string) => boolean;
}

/** Why an annotation is in no unit. */
type LeftOut = Extract<LossCode, 'other-role' | 'back-channels' | 'not-judged'>;

/** The units of a session, and where each coder used each code (domain 2.3, Units). */
export interface SessionUnits {
  readonly units: readonly Unit[];
  /** Whether a coder used exactly this code in a unit. */
  readonly isUsed: (coder: string, code: string, unit: Unit) => boolean;
  /** For each annotation that is in no unit. */
  readonly leftOut: readonly LeftOut[];
  /** How many turns somebody marked as unclear. */
  readonly unclear: number;
}

/** What holds in a session whoever coded. */
interface Ground {
  readonly kind: UnitKind;
  readonly turns: readonly Turn[];
  /** Turns that are no units. */
  readonly unclear: ReadonlySet<number>;
  readonly skipped: ReadonlySet<number>;
  readonly segments: ReadonlyMap<number, number>;
}

/**
 * Turns: all but those of nothing but back-channels (unless `backChannels` says that they count) and those that anybody marked as
 * unclear. An annotation is in each turn that holds a code point of it and whose role is its code's. Segments: all that hold
 * turns; an annotation is in the one in which it begins.
 */
export function unitsOf(
  codings: readonly [CodedSession, ...CodedSession[]],
  kind: UnitKind,
  backChannels: boolean,
): SessionUnits {
  const [{ session, trajectory }] = codings;
  const { turns } = session.transcript;
  const isSkipped = ({ text }: Turn): boolean => !backChannels && isBackChannel(text);
  const ground: Ground = {
    kind,
    turns,
    unclear: kind === 'turn' ? unclearTurns(codings) : new Set(),
    skipped: new Set(kind === 'turn' ? turns.filter(isSkipped).map(({ number }) => number) : []),
    segments: segmentsByTurn(trajectory.segments),
  };
  const judged = new Map(codings.map((each) => [each.coding.coder, judgedUnits(each, ground)]));
  const units = unitNumbers(ground).map(([number, role]) => ({
    number,
    role,
    isJudgedBy: (coder: string) => judged.get(coder)?.has(number) === true,
  }));
  const used = new Map<string, Map<string, Set<number>>>(
    codings.map(({ coding }) => [coding.coder, new Map()]),
  );
  const leftOut = codings.flatMap((each) =>
    each.annotations.flatMap((annotation): LeftOut[] => {
      const { coder } = each.coding;
      const found = unitsIn(annotation, each, ground, judged.get(coder) ?? new Set());
      if (typeof found === 'string') return [found];
      const ofCoder = used.get(coder);
      for (const { code, unit } of found) ofCoder?.set(code, (ofCoder.get(code) ?? new Set()).add(unit));
      return [];
    }),
  );
  return {
    units,
    isUsed: (coder, code, { number }) => used.get(coder)?.get(code)?.has(number) === true,
    leftOut,
    unclear: ground.unclear.size,
  };
}

function unclearTurns(codings: readonly CodedSession[]): ReadonlySet<number> {
  const marks = codings.flatMap(({ session, annotations }) =>
    annotations.filter(({ code }) => codeFor(session.codebook, code)?.id === unclearCode),
  );
  const [first] = codings;
  return new Set(marks.flatMap(({ at }) => turnsHolding(at, first?.session.transcript.turns ?? [])));
}

function unitNumbers({
  kind,
  turns,
  unclear,
  skipped,
  segments,
}: Ground): (readonly [number, Role | null])[] {
  if (kind === 'segment') return [...new Set(segments.values())].map((number) => [number, null]);
  return turns
    .filter(({ number }) => !unclear.has(number) && !skipped.has(number))
    .map(({ number, role }) => [number, role]);
}

/** Numbers of the units a coder judged. */
function judgedUnits({ coding }: CodedSession, { kind, turns, segments }: Ground): ReadonlySet<number> {
  const flags = judgedOf(coding, turns.length);
  const isJudged = (turn: number): boolean => flags[turn - 1] === true;
  const numbers = turns.map(({ number }) => number);
  if (kind === 'turn') return new Set(numbers.filter(isJudged));
  const judged = new Set(segments.values());
  for (const turn of numbers) if (!isJudged(turn)) judged.delete(segments.get(turn) ?? 0);
  return judged;
}

/** The units an annotation is in, with the code it counts as; or why it is in none. */
function unitsIn(
  { code: written, at }: PlacedAnnotation,
  { session }: CodedSession,
  { kind, turns, unclear, skipped, segments }: Ground,
  judged: ReadonlySet<number>,
): readonly { readonly code: string; readonly unit: number }[] | LeftOut {
  const code = codeFor(session.codebook, written);
  // One that no codebook knows, or that says that a turn is no unit, is said elsewhere.
  if (code === null || (kind === 'turn' && code.id === unclearCode)) return [];
  const { speaker } = code;
  const touched = kind === 'turn' ? turnsHolding(at, turns) : [at.turn];
  const ofRole = touched.filter(
    (turn) => speaker === null || speaker === 'dyad' || turns[turn - 1]?.role === speaker,
  );
  if (ofRole.length === 0) return 'other-role';
  const spoken = ofRole.filter((turn) => !skipped.has(turn));
  if (spoken.length === 0) return 'back-channels';
  const clear = spoken.filter((turn) => !unclear.has(turn));
  const found = clear.map((turn) => (kind === 'turn' ? turn : (segments.get(turn) ?? 0)));
  const units = found.filter((unit) => judged.has(unit));
  if (units.length === 0 && clear.length > 0) return 'not-judged';
  return units.map((unit) => ({ code: code.id, unit }));
}
