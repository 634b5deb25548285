import type { Annotation, At, Coding } from '../annotations/types';
import type { Codebook } from '../codebook/types';
import type { SessionFacts } from '../study/types';
import type { Transcript } from '../transcript/types';

/** What agreement is counted in (domain: Units). */
export type UnitKind = 'turn' | 'segment' | 'character';

/** A session that all compared coders coded, with the coding of each. */
export interface ComparedSession {
  /** As it is named in results. */
  readonly path: string;
  readonly transcript: Transcript;
  readonly facts: SessionFacts;
  readonly codebook: Codebook;
  /** One for each compared coder, in one order for all sessions. */
  readonly codings: readonly ComparedCoding[];
}

/** A coding whose annotations stand at places that are certain. */
export interface ComparedCoding {
  readonly coder: string;
  readonly coding: Coding;
  readonly places: ReadonlyMap<Annotation, At>;
}

/** The places of a coding that says where its annotations are, in the text they are in. */
export function statedPlaces({ annotations }: Coding, { turns }: Transcript): ReadonlyMap<Annotation, At> {
  const places = new Map<Annotation, At>();
  for (const annotation of annotations) {
    const { at } = annotation;
    const last = turns[(at?.end_turn ?? at?.turn ?? 0) - 1];
    if (!at || !last || annotation.unconfirmed) continue;
    places.set(annotation, {
      turn: at.turn,
      start: at.start ?? 0,
      ...(at.end_turn === undefined ? {} : { end_turn: at.end_turn }),
      end: at.end ?? Array.from(last.text).length,
    });
  }
  return places;
}
