import { compareText } from '../compareText';
import { resolveAnchors } from '../anchors/resolve';
import { quoteOf } from '../annotations/quote';
import type { Annotation, Coding } from '../annotations/types';
import type { At } from '../transcript/at';
import type { Codebook } from '../codebook/types';
import type { SessionFacts } from '../study/types';
import { positionOf, sessionAxis } from '../trajectory/axis';
import type { Transcript, Turn } from '../transcript/types';
import { codesFor } from './codeMatch';
import type { Hit } from './hit';
import { overlapping } from './overlapping';
import type { Certainty, Query } from './query';
import { Matchers } from './satisfies';

/** Where an annotation stands in a text, and how certainly. */
export interface Place {
  readonly at: At | null;
  readonly state: Certainty;
}

/** A session to look in: of each person only what may be seen. */
export interface SearchedSession {
  readonly path: string;
  readonly facts: SessionFacts;
  readonly codebook: Codebook;
  readonly codings: readonly SearchedCoding[];
}

export interface SearchedCoding {
  readonly coding: Pick<Coding, 'coder' | 'annotations'>;
  /** Where its annotations stand in the text of these turns; those that are lost may be missing. */
  readonly places: (turns: readonly Turn[]) => ReadonlyMap<Annotation, Place>;
}

const lost: Place = { at: null, state: 'lost' };

/**
 * Where the annotations of a coding stand in a text that is not open. Certain is what is exact; what moved or changed is
 * unconfirmed, and so is everything of a coding that does not say for which text it was made. Of several equally good places
 * none is taken.
 *
 * @param sameText It was made in this very text.
 */
export function placesInText(
  coding: Pick<Coding, 'annotations' | 'text'>,
  sameText: boolean,
): SearchedCoding['places'] {
  const { annotations, text } = coding;
  const isSaid = sameText || text !== undefined;
  let known: { readonly turns: readonly Turn[]; readonly places: ReadonlyMap<Annotation, Place> } | null =
    null;
  return (turns) => {
    if (known?.turns === turns) return known.places;
    const anchors = resolveAnchors(coding, turns, sameText ? (text?.sha256 ?? '') : '');
    const places = new Map<Annotation, Place>();
    for (const [index, { at, state }] of anchors.entries()) {
      const annotation = annotations[index];
      const isCertain = state === 'exact' && isSaid;
      if (annotation && at) places.set(annotation, { at, state: isCertain ? 'certain' : 'unconfirmed' });
    }
    known = { turns, places };
    return places;
  };
}

/** Turns shown before and behind a passage. */
const turnsAround = 2;

/** A query over the sessions of a study: those it cannot be in are passed over without reading their text. */
export class Retrieval {
  readonly #matchers: Matchers;
  readonly #around: number;

  constructor(query: Query, around = turnsAround) {
    this.#matchers = new Matchers(query);
    this.#around = around;
  }

  /** Whether a session could have hits, as far as this can be told without its text. */
  mayHold(session: SearchedSession): boolean {
    const { mayFit } = this.#matchers.of(session.codebook);
    const { facts } = session;
    return session.codings.some(({ coding: { coder, annotations } }) =>
      annotations.some((annotation) =>
        mayFit({ case: facts.case, session: facts.session, coder, annotation }),
      ),
    );
  }

  /** The hits of a session by position; those without a place last. */
  hitsIn(session: SearchedSession, transcript: Transcript): Hit[] {
    const { mayFit, fits } = this.#matchers.of(session.codebook);
    const { facts } = session;
    const placed = session.codings.flatMap(({ coding: { coder, annotations }, places }) => {
      const known = places(transcript.turns);
      return annotations.map((annotation) => ({ coder, annotation, ...(known.get(annotation) ?? lost) }));
    });
    const also = overlapping(placed);
    const hits = placed.flatMap((each, index) => {
      const known = { ...each, case: facts.case, session: facts.session };
      return mayFit(known) ? [this.#hitOf(known, also[index] ?? [], session, transcript)] : [];
    });
    return hits.filter(fits).sort(byPosition);
  }

  #hitOf(
    known: Pick<Hit, 'case' | 'session' | 'coder' | 'annotation' | 'at' | 'state'>,
    also: readonly string[],
    session: SearchedSession,
    transcript: Transcript,
  ): Hit {
    const { annotation, at } = known;
    const { turns } = transcript;
    const last = at?.end_turn ?? at?.turn ?? 0;
    const own = at ? turns.slice(at.turn - 1, last) : [];
    const first = own[0];
    const speaker = first?.speaker ?? annotation.speaker ?? '';
    return {
      ...known,
      path: session.path,
      codebook: session.codebook,
      codes: codesFor(session.codebook, annotation.code),
      also,
      turns: own,
      before: at ? turns.slice(Math.max(0, at.turn - 1 - this.#around), at.turn - 1) : [],
      after: at ? turns.slice(last, last + this.#around) : [],
      speaker,
      role: (first ?? turns.find((turn) => turn.speaker === speaker))?.role ?? null,
      time: first ? timeOf(first, session, transcript) : null,
      words: (at && quoteOf(turns, at)) ?? annotation.quote ?? '',
    };
  }
}

/** As stamped at the turn, else between the stamps around it. */
function timeOf(turn: Turn, { facts }: SearchedSession, transcript: Transcript): number | null {
  if (turn.time !== null) return turn.time;
  const axis = axisOf(transcript, facts);
  return axis.axis.kind === 'time' ? positionOf(axis, turn.number) : null;
}

const axes = new WeakMap<Transcript, ReturnType<typeof sessionAxis>>();

/** Computed once for each text: it counts every word. */
function axisOf(transcript: Transcript, facts: SessionFacts): ReturnType<typeof sessionAxis> {
  const axis = axes.get(transcript) ?? sessionAxis(transcript, facts);
  axes.set(transcript, axis);
  return axis;
}

function byPosition(a: Hit, b: Hit): number {
  if (!a.at || !b.at) return Number(!a.at) - Number(!b.at) || byName(a, b);
  return (
    a.at.turn - b.at.turn ||
    a.at.start - b.at.start ||
    (b.at.end_turn ?? b.at.turn) - (a.at.end_turn ?? a.at.turn) ||
    b.at.end - a.at.end ||
    byName(a, b)
  );
}

function byName(a: Hit, b: Hit): number {
  return compareText(a.coder, b.coder) || compareText(a.annotation.id, b.annotation.id);
}
