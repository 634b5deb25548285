import { compareText } from '../engine/compareText';
import { atOfRange } from '../engine/transcript/offsets';
import { mattersOf } from '../engine/adjudication/matters';
import type { Matter } from '../engine/adjudication/matter';
import { progressOf, verdictsIn, type Progress, type Verdicts } from '../engine/adjudication/verdicts';
import { agreementOnCodes } from '../engine/adjudication/consensusAgreement';
import type { Coefficient } from '../engine/agreement/coefficient';
import type { UnitOptions } from '../engine/agreement/units';
import type { ComparedCoding, ComparedSession } from '../engine/agreement/compared';
import { sha256Of } from '../engine/annotations/hashes';
import { sealHolds } from '../engine/annotations/seal';
import type { Annotation, Coding } from '../engine/annotations/types';
import type { At } from '../engine/transcript/at';
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
  /** How far the coders agree on the codes, as they released them. */
  readonly before: Coefficient;
  /** Passages that have no certain place in the text as it is now: they are not compared. */
  readonly unplaced: number;
}

/** What is compared, and what came of it: decisions change nothing of that. */
type Compared = Pick<Comparison, 'session' | 'matters' | 'before' | 'unplaced'>;

interface Known {
  /** What it was made of: where one of these is another, it is made anew. */
  readonly of: readonly unknown[];
  readonly compared: Compared;
}

/** Holds the codings against each other that may be seen and are sealed. */
export class Comparing {
  readonly #known = new WeakMap<CodedTranscript, Known>();
  readonly #latest = new WeakMap<
    CodedTranscript,
    { readonly at: unknown; readonly comparison: Comparison | null }
  >();

  /** Null where fewer than two can be compared. Computed once for each state of text and codings. */
  of(coded: CodedTranscript): Comparison | null {
    const passages = coded.passages();
    const latest = this.#latest.get(coded);
    if (latest?.at === passages) return latest.comparison;
    const comparison = this.#compare(coded, passages);
    this.#latest.set(coded, { at: passages, comparison });
    return comparison;
  }

  #compare(coded: CodedTranscript, passages: readonly Passage[]): Comparison | null {
    const codings = coded.people.flatMap(({ file: { file } }) =>
      file.coding.role === 'coder' ? [file.coding] : [],
    );
    const sealed = codings.filter(isSealed);
    if (sealed.length < 2) return null;
    const { consensus } = coded;
    const compared = this.#compared(coded, passages, sealed);
    const verdicts = verdictsIn(consensus?.file.file.coding ?? null);
    return {
      ...compared,
      consensus,
      verdicts,
      progress: progressOf(compared.matters, verdicts),
      notCompared: notCompared(coded, codings, sealed),
    };
  }

  #compared(coded: CodedTranscript, passages: readonly Passage[], sealed: readonly Coding[]): Compared {
    const { codebook, parsed, transcript } = coded;
    const certain = passages.filter(
      ({ state, coder }) => state === 'certain' && coder !== 'consensus',
    ).length;
    const of = [codebook, parsed, transcript.live.revision, certain, ...sealed];
    const known = this.#known.get(coded);
    if (known?.of.length === of.length && known.of.every((each, index) => each === of[index]))
      return known.compared;
    const compared = comparedIn(coded, passages, sealed);
    this.#known.set(coded, { of, compared });
    return compared;
  }
}

function comparedIn(
  coded: CodedTranscript,
  passages: readonly Passage[],
  sealed: readonly Coding[],
): Compared {
  const places = placesOf(coded, passages);
  const path = baseName(coded.document.uri);
  const codings = inHiddenOrder(sealed, path).map((coding) => comparedOf(coding, places));
  const session = { path, transcript: coded.parsed, facts: coded.facts, codebook: coded.codebook, codings };
  const unplaced = codings.map(({ coding, places: placed }) => coding.annotations.length - placed.size);
  return {
    session,
    matters: mattersOf(session),
    before: agreementOnCodes(session, unitOptions(coded)),
    unplaced: unplaced.reduce((sum, each) => sum + each, 0),
  };
}

/** The study's unit; sets of codes are compared in turns or segments. */
export function unitOptions({ study }: CodedTranscript): UnitOptions {
  return { kind: study?.unit === 'segment' ? 'segment' : 'turn', backChannels: study?.backChannels === true };
}

const seals = new WeakMap<Coding, boolean>();

function isSealed(coding: Coding): boolean {
  if (coding.released === undefined) return false;
  const holds = seals.get(coding) ?? sealHolds(coding);
  seals.set(coding, holds);
  return holds;
}

function notCompared(
  { hidden }: CodedTranscript,
  codings: readonly Coding[],
  sealed: readonly Coding[],
): readonly NotCompared[] {
  const unreleased = hidden.filter(({ reason }) => reason === 'not-released');
  const others = codings.filter((coding) => !sealed.includes(coding) && coding.annotations.length > 0);
  return [
    ...unreleased.map(({ coder }): NotCompared => ({ coder, reason: 'not-released' })),
    ...others.map(({ coder, released }): NotCompared => ({
      coder,
      reason: released ? 'seal-broken' : 'not-released',
    })),
  ];
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
  return [...codings].sort((a, b) => compareText(rank(a), rank(b)));
}
