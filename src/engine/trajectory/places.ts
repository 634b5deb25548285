import { compareText } from '../compareText';
import { compareAnnotations } from '../annotations/order';
import type { Annotation, Coding } from '../annotations/types';
import { codeFor } from '../codebook/keys';
import type { Code, Codebook } from '../codebook/types';
import type { Role, Transcript } from '../transcript/types';
import { positionOf, type SessionAxis } from './axis';
import { partsOf } from './parts';
import type { Part } from './types';

/** An annotation on the axis. */
export interface Placed {
  readonly id: string;
  /** Its rank in the text. */
  readonly order: number;
  readonly code: Code;
  readonly part: Part | null;
  /** Where it begins. */
  readonly turn: number;
  readonly endTurn: number;
  readonly x: number;
  /** Of the turn it begins in. */
  readonly role: Role;
  /** As rated, on its scale; null where nobody did. */
  readonly rated: number | null;
  /** As rated, else the scale's default. */
  readonly impact: number;
}

export interface Places {
  /** In the order of the text, whatever their order in the file. */
  readonly placed: readonly Placed[];
  /** Annotations without a place in this transcript, or of an unknown code. */
  readonly leftOut: number;
  /** What counts where nobody rated: 3 unless the codebook's scale `impact` says otherwise. */
  readonly defaultImpact: number;
}

export function placesOf(
  coding: Coding,
  codebook: Codebook,
  transcript: Transcript,
  axis: SessionAxis,
): Places {
  const partOf = partsOf(codebook);
  const defaultImpact = codebook.scales.get('impact')?.default ?? 3;
  const placed: Placed[] = [];
  for (const annotation of [...coding.annotations].sort(compareInText)) {
    const code = codeFor(codebook, annotation.code);
    const turn = transcript.turns[(annotation.at?.turn ?? 0) - 1];
    if (code === null || turn === undefined) continue;
    const rated = ratedImpact(annotation, codebook);
    placed.push({
      id: annotation.id,
      order: placed.length,
      code,
      part: partOf(code),
      turn: turn.number,
      endTurn: Math.min(Math.max(turn.number, annotation.at?.end_turn ?? 0), transcript.turns.length),
      x: positionOf(axis, turn.number),
      role: turn.role,
      rated,
      impact: rated ?? defaultImpact,
    });
  }
  return { placed, leftOut: coding.annotations.length - placed.length, defaultImpact };
}

/** Two of one place and id (a faulty file) are told apart by their codes and ratings, so that their order does not matter. */
function compareInText(a: Annotation, b: Annotation): number {
  const [x = 0, y = 0] = [a.ratings?.['impact'], b.ratings?.['impact']];
  return compareAnnotations(a, b) || compareText(a.code, b.code) || x - y;
}

/** A value off its scale is a fault elsewhere and counts as not rated. */
function ratedImpact(annotation: Annotation, codebook: Codebook): number | null {
  const value = annotation.ratings?.['impact'];
  const allowed = codebook.scales.get('impact')?.values.map((each) => each.value) ?? [1, 5];
  if (value === undefined || !Number.isFinite(value)) return null;
  return value >= Math.min(...allowed) && value <= Math.max(...allowed) ? value : null;
}
