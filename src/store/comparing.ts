import { atOfRange } from '../engine/transcript/offsets';
import { mattersOf } from '../engine/adjudication/matters';
import type { Matter } from '../engine/adjudication/matter';
import { progressOf, verdictsIn, type Progress, type Verdicts } from '../engine/adjudication/verdicts';
import type { ComparedCoding, ComparedSession } from '../engine/agreement/compared';
import { sha256Of } from '../engine/annotations/hashes';
import { sealHolds } from '../engine/annotations/seal';
import type { Annotation, At, Coding } from '../engine/annotations/types';
import type { CodedTranscript } from './codedTranscript';
import { baseName } from './nearest';
import type { Passage } from './passage';
import type { Person } from './person';

/** Why somebody's coding is not among those compared. */
export interface NotCompared {
  readonly coder: string;
  readonly reason: 'not-released' | 'seal-broken';
}

/** The sealed codings of an open transcript, held against each other, with what the consensus says. */
export interface Comparison {
  readonly session: ComparedSession;
  readonly matters: readonly Matter[];
  readonly consensus: Person | undefined;
  readonly verdicts: Verdicts;
  readonly progress: Progress;
  readonly notCompared: readonly NotCompared[];
  /** Passages that have no certain place in the text as it is now: they are not compared. */
  readonly unplaced: number;
}

/** Holds the codings against each other that may be seen and are sealed; computed once for each state of text and codings. */
export class Comparing {
  readonly #known = new WeakMap<
    CodedTranscript,
    { readonly passages: readonly Passage[]; readonly comparison: Comparison | null }
  >();

  /** Null where fewer than two can be compared. */
  of(coded: CodedTranscript): Comparison | null {
    const passages = coded.passages();
    const known = this.#known.get(coded);
    if (known?.passages === passages) return known.comparison;
    const comparison = comparisonOf(coded, passages);
    this.#known.set(coded, { passages, comparison });
    return comparison;
  }
}

function comparisonOf(coded: CodedTranscript, passages: readonly Passage[]): Comparison | null {
  const people = coded.people.filter(({ file }) => file.file.coding.role === 'coder');
  const codings = people.map(({ file }) => file.file.coding);
  const sealed = codings.filter((coding) => coding.released !== undefined && sealHolds(coding));
  if (sealed.length < 2) return null;
  const places = placesOf(coded, passages);
  const session: ComparedSession = {
    path: baseName(coded.document.uri),
    transcript: coded.parsed,
    facts: coded.facts,
    codebook: coded.codebook,
    codings: inHiddenOrder(sealed, baseName(coded.document.uri)).map((coding) => comparedOf(coding, places)),
  };
  const matters = mattersOf(session);
  const { consensus } = coded;
  const verdicts = verdictsIn(consensus?.file.file.coding ?? null);
  return {
    session,
    matters,
    consensus,
    verdicts,
    progress: progressOf(matters, verdicts),
    notCompared: [
      ...coded.hidden
        .filter(({ reason }) => reason === 'not-released')
        .map(({ coder }): NotCompared => ({ coder, reason: 'not-released' })),
      ...codings
        .filter((coding) => !sealed.includes(coding) && coding.annotations.length > 0)
        .map(({ coder, released }): NotCompared => ({
          coder,
          reason: released ? 'seal-broken' : 'not-released',
        })),
    ],
    unplaced: session.codings.reduce(
      (sum, { coding, places: placed }) => sum + coding.annotations.length - placed.size,
      0,
    ),
  };
}

/** A coding with the places its annotations have in the text as it is now, as far as they are certain. */
export function comparedOf(coding: Coding, places: ReadonlyMap<Annotation, At>): ComparedCoding {
  const own = coding.annotations.flatMap((annotation) => {
    const at = places.get(annotation);
    return at ? [[annotation, at] as const] : [];
  });
  return { coder: coding.coder, coding, places: new Map(own) };
}

export function placesOf(
  { parsed }: CodedTranscript,
  passages: readonly Passage[],
): ReadonlyMap<Annotation, At> {
  return new Map(
    passages.flatMap(({ annotation, range, state }) => {
      const at = range && state === 'certain' ? atOfRange(parsed.turns, range, parsed.lines) : null;
      return at ? [[annotation, at] as const] : [];
    }),
  );
}

/** An order that is the same for everybody, and from which nobody can tell who is the first where names are hidden. */
function inHiddenOrder(codings: readonly Coding[], transcript: string): readonly Coding[] {
  const rank = ({ coder }: Coding): string => sha256Of(`${transcript}\t${coder}`);
  return [...codings].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
