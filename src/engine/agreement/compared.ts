import { resolveAnchors } from '../anchors/resolve';
import { spansIn } from '../anchors/takeOver';
import { movedRatings } from '../annotations/followTurns';
import { sealHolds } from '../annotations/seal';
import type { Annotation, Coding } from '../annotations/types';
import type { At } from '../transcript/at';
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

/** Why a coding is in no figure: a code, worded at the edge. */
export type NotCompared = 'not-released' | 'seal-broken' | 'other-codebook' | 'text-changed';

/** What a coding is judged by, beside itself. */
export interface Ground {
  readonly transcript: Transcript;
  readonly codebook: Codebook;
  /** It was made in this very text. */
  readonly sameText: boolean;
  readonly includeUnreleased: boolean;
}

/** A coding in the text as it is now, or why it is not compared. One that names no text, or no codebook, is taken at its word. */
export function comparedCoding(coding: Coding, ground: Ground): ComparedCoding | NotCompared {
  if (!coding.released && !ground.includeUnreleased) return 'not-released';
  if (!sealHolds(coding)) return 'seal-broken';
  if (coding.codebook && coding.codebook.id !== ground.codebook.id) return 'other-codebook';
  const { coder } = coding;
  const { transcript } = ground;
  if (ground.sameText || coding.text === undefined) {
    return { coder, coding, places: statedPlaces(coding, transcript) };
  }
  const places = new Map<Annotation, At>();
  for (const [index, { at, state }] of resolveAnchors(coding, transcript.turns, '').entries()) {
    const annotation = coding.annotations[index];
    if (!annotation || !at || state !== 'exact') return 'text-changed';
    if (!annotation.unconfirmed) places.set(annotation, at);
  }
  const move = spansIn(coding, transcript.turns);
  const ratings = movedRatings(coding.ratings, move);
  const moved = coding.coded ? { ...coding, ratings, coded: move(coding.coded) } : { ...coding, ratings };
  return { coder, coding: moved, places };
}

/** In how many sessions one of the coders had looked at another's codes before releasing. */
export function lookedIn(sessions: readonly ComparedSession[], coders: readonly string[]): number {
  const hasLooked = ({ coder, log, released }: Coding): boolean =>
    log.some(({ event, about, at }) => {
      const whose = about?.split('/')[0] ?? coder;
      const isBefore = !released || Date.parse(at) < Date.parse(released.at);
      return event === 'looked' && isBefore && whose !== coder && coders.includes(whose);
    });
  return sessions.filter(({ codings }) => codings.some(({ coding }) => hasLooked(coding))).length;
}

/** Codes of different codebooks are not the same codes, whatever their ids: the first session's codebook counts. */
export function ofOneCodebook(sessions: readonly ComparedSession[]): {
  readonly same: readonly ComparedSession[];
  readonly other: readonly ComparedSession[];
} {
  const id = sessions[0]?.codebook.id;
  return {
    same: sessions.filter(({ codebook }) => codebook.id === id),
    other: sessions.filter(({ codebook }) => codebook.id !== id),
  };
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
