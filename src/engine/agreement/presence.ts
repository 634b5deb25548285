import { codeFor } from '../codebook/keys';
import type { Code, Codebook } from '../codebook/types';
import type { At } from '../transcript/at';
import { turnsHolding } from '../transcript/offsets';
import type { ComparedSession, UnitKind } from './compared';
import type { Unit } from './units';

/** Which coders gave a code, as bits: the first compared coder is 1, the second 2, the third 4. */
export type Pattern = number;

/** How many units have each pattern. */
export type Patterns = ReadonlyMap<Pattern, number>;

/** A row of the agreement table: a code alone, or with all below it. */
export interface Row {
  readonly code: Code;
  readonly rollup: boolean;
}

/** The patterns of a row over a session's units, in the order of the units. */
export interface RowPresence {
  readonly units: readonly UnitPresence[];
  /** Annotations on turns of another role than the code's: counted, listed, and in no figure. */
  readonly otherRole: readonly Strayed[];
  /** Annotations on turns that are no units. */
  readonly outside: number;
}

export interface UnitPresence {
  readonly unit: Unit;
  /** One pattern; of characters, as many as the passages in the turn make. */
  readonly patterns: Patterns;
}

export interface Strayed {
  readonly coder: string;
  readonly id: string;
  readonly turn: number;
}

/** A code is present in a turn where at least one code point of an annotation lies; in a segment where an annotation begins. */
export function presenceOf(
  session: ComparedSession,
  units: readonly Unit[],
  row: Row,
  kind: UnitKind,
): RowPresence {
  const { turns } = session.transcript;
  const eligible = units.filter((unit) => speaks(row.code, unit));
  const byTurn = new Map<number, Unit>();
  for (const unit of eligible) {
    for (let turn = unit.from; turn <= unit.to; turn++) byTurn.set(turn, unit);
  }
  const marks = new Map<Unit, Mark[]>();
  const otherRole: Strayed[] = [];
  let outside = 0;
  for (const [coder, { places, coder: name }] of session.codings.entries()) {
    for (const [annotation, at] of places) {
      const code = codeFor(session.codebook, annotation.code);
      if (!code || !isInRow(session.codebook, code, row)) continue;
      let placed = false;
      for (const turn of kind === 'segment' ? [at.turn] : turnsHolding(at, turns)) {
        const { role, text } = turns[turn - 1] ?? {};
        if (role !== undefined && kind !== 'segment' && !fits(code, role)) {
          otherRole.push({ coder: name, id: annotation.id, turn });
          placed = true;
          continue;
        }
        const unit = byTurn.get(turn);
        if (!unit) continue;
        placed = true;
        const inUnit = marks.get(unit) ?? [];
        inUnit.push({ coder, ...stretch(at, turn, text ?? '') });
        marks.set(unit, inUnit);
      }
      if (!placed) outside++;
    }
  }
  return {
    units: eligible.map((unit) => ({ unit, patterns: patternsOf(unit, marks.get(unit) ?? [], kind) })),
    otherRole,
    outside,
  };
}

interface Mark {
  readonly coder: number;
  readonly start: number;
  readonly end: number;
}

/** Code points of an annotation within a turn. */
export function stretch(
  at: At,
  turn: number,
  text: string,
): { readonly start: number; readonly end: number } {
  const last = at.end_turn ?? at.turn;
  return {
    start: turn === at.turn ? at.start : 0,
    end: turn === last ? at.end : Array.from(text).length,
  };
}

export function isInRow(codebook: Codebook, given: Code, { code, rollup }: Row): boolean {
  if (given.id === code.id || !rollup) return given.id === code.id;
  const parent = given.parent === null ? null : codeFor(codebook, given.parent);
  return parent !== null && isInRow(codebook, parent, { code, rollup });
}

/** Whether a code can be given to what this role says. */
export function fits({ speaker }: Code, role: Unit['role']): boolean {
  return role === null || speaker === null || speaker === 'dyad' || speaker === role;
}

function speaks(code: Code, unit: Unit): boolean {
  return fits(code, unit.role);
}

/** Of a unit that nobody gave the code: most of them, so it is made once. */
const nobody: Patterns = new Map([[0, 1]]);

function patternsOf(unit: Unit, marks: readonly Mark[], kind: UnitKind): Patterns {
  if (marks.length === 0 && kind !== 'character') return nobody;
  if (kind !== 'character') {
    return new Map([[marks.reduce((pattern, { coder }) => pattern | (1 << coder), 0), 1]]);
  }
  // Between two bounds of passages every character has the same pattern.
  const bounds = [...new Set([0, unit.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((bound) => bound <= unit.length)
    .sort((a, b) => a - b);
  const found = new Map<Pattern, number>();
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1];
    if (to === undefined) break;
    const pattern = marks
      .filter(({ start, end }) => start <= from && end >= to)
      .reduce((bits, { coder }) => bits | (1 << coder), 0);
    found.set(pattern, (found.get(pattern) ?? 0) + to - from);
  }
  return found;
}
