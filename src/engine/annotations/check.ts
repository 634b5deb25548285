import { codeFor, isSameCodebook, resolveCode } from '../codebook/keys';
import type { Codebook } from '../codebook/types';
import { fault, type Fault, type FaultCode } from '../faults';
import type { ParsedTranscript } from '../transcript/parse';
import type { Turn } from '../transcript/types';
import { codePointLength } from '../transcript/offsets';
import type { AnnotationFile, Piece } from './file';
import { sectionOf, valuesOf } from './file';
import type { Section, Entries } from './layout';
import { isNewer } from './locked';
import { holdsLostWords } from './lostWords';
import { isMadeIn, printsOf } from './prints';
import { standsAt } from './quote';
import { rangeOfPiece, rangeOfTop } from './ranges';
import { sealHolds } from './seal';
import type { Annotation, Coding, Comment, Episode, Memo, Rating } from './types';

/** The transcript a file is checked against. */
export interface CodedText {
  readonly parsed: ParsedTranscript;
  /** `textHash` of the transcript's file. */
  readonly hash: string;
}

/**
 * What is wrong with a coding in the light of its transcript and codebook, each fault at the entry it is about. What can be
 * wrong in the file by itself is found by `readAnnotationFile` (`checkInside`).
 */
export function checkCoding(file: AnnotationFile, text: CodedText, codebook: Codebook): Fault[] {
  return [...checkAgainstText(file, text), ...checkAgainstCodebook(file, codebook)];
}

/**
 * What a transcript does not bear out: places and quotes. Where it is another than the one that was coded, that is said, and nothing of
 * places: they are those of the old text. Of a newer format nobody here can say.
 */
export function checkAgainstText(file: AnnotationFile, { parsed, hash }: CodedText): Fault[] {
  const { coding } = file;
  if (isNewer(coding)) return [];
  const changed = coding.text !== undefined && !isMadeIn(coding, hash, () => printsOf(parsed));
  const checkAnchor = (one: Annotation | Comment): readonly Finding[] => [
    ...(changed || one.unconfirmed ? [] : checkPlace(one, parsed.turns)),
    ...checkWords(one, parsed, coding),
  ];
  return [
    ...(changed ? [fault('text-changed', rangeOfTop(file, 'text'), { transcript: coding.transcript })] : []),
    ...checkEach(file, 'annotations', (one) => [...checkConfirmed(one), ...checkAnchor(one)]),
    ...checkEach(file, 'comments', checkAnchor),
    ...(changed ? [] : checkEach(file, 'memos', (one) => checkMemo(one, parsed.turns))),
  ];
}

/** What can be seen without the transcript: the seal, and what a codebook does not bear out. Of a newer format nothing. */
export function checkAgainstCodebook(file: AnnotationFile, codebook: Codebook): Fault[] {
  const { coding } = file;
  if (isNewer(coding)) return [];
  const codes = new Map(coding.annotations.map((annotation) => [annotation.id, annotation.code]));
  const seal = fault('seal-broken', rangeOfTop(file, 'released'), { coder: coding.coder });
  return [
    ...(sealHolds(coding) ? [] : [seal]),
    ...checkCodebook(file, codebook),
    ...checkEach(file, 'annotations', (one) => checkCodes(one, codebook)),
    ...checkEach(file, 'episodes', (one) => checkEpisode(one, codes, codebook)),
    ...checkEach(file, 'ratings', (one) => checkRating(one, codebook)),
  ];
}

interface Finding {
  readonly code: FaultCode;
  readonly data: Fault['data'];
}

function checkEach<S extends Section>(
  file: AnnotationFile,
  section: S,
  check: (entry: Entries[S]) => readonly Finding[],
): readonly Fault[] {
  const pieces: readonly Piece[] = sectionOf(file, section)?.pieces ?? [];
  return pieces.flatMap((piece) =>
    valuesOf([piece], section)
      .flatMap(check)
      .map(({ code, data }) => fault(code, rangeOfPiece(file, piece), data)),
  );
}

function checkConfirmed({ id: annotation, unconfirmed }: Annotation): readonly Finding[] {
  return unconfirmed ? [{ code: 'unconfirmed', data: { annotation } }] : [];
}

/** A memo may stand on a turn in which nothing is said. */
function checkMemo(one: Memo, turns: readonly Turn[]): readonly Finding[] {
  return checkPlace(one, turns).filter(({ code }) => code !== 'empty-passage');
}

function checkPlace(one: Annotation | Comment | Memo, turns: readonly Turn[]): readonly Finding[] {
  const standing = standsAt(turns, one);
  const { id: entry, at } = one;
  if (standing === 'exact' || standing === 'no-place' || !at) return [];
  if (standing === 'differs') return [{ code: 'quote-differs', data: { entry } }];
  if (standing === 'empty-passage') return [{ code: standing, data: { entry } }];
  const endTurn = at.end_turn ?? at.turn;
  if (standing === 'turn-out-of-range') {
    const turn = at.turn > turns.length ? at.turn : endTurn;
    return [{ code: standing, data: { entry, turn, turns: turns.length } }];
  }
  const length = lengthOf(turns, at.turn);
  const startBeyond = (at.start ?? 0) > length;
  const [turn, offset] = startBeyond ? [at.turn, at.start ?? 0] : [endTurn, at.end ?? 0];
  return [{ code: standing, data: { entry, turn, offset, length: lengthOf(turns, turn) } }];
}

/** Words of the text before, a name masked since perhaps. They are not said here: messages go where the words must not. */
function checkWords(
  one: Annotation | Comment,
  text: ParsedTranscript,
  { transcript }: Coding,
): readonly Finding[] {
  return holdsLostWords(one, text) ? [{ code: 'held-words', data: { entry: one.id, transcript } }] : [];
}

function lengthOf(turns: readonly Turn[], turn: number): number {
  return codePointLength(turns[turn - 1]?.text ?? '');
}

function checkCodes({ id: annotation, code, ratings }: Annotation, codebook: Codebook): readonly Finding[] {
  const findings: Finding[] = [...checkCode(annotation, code, codebook)];
  for (const [scale, value] of Object.entries(ratings ?? {})) {
    const problem = checkValue(codebook, scale, value);
    if (problem) findings.push({ code: problem, data: { annotation, scale, value } });
  }
  return findings;
}

function checkCode(annotation: string, code: string, codebook: Codebook): readonly Finding[] {
  if (codebook.codes.has(code)) return [];
  const found = resolveCode(codebook, code);
  if (!found) return [{ code: 'unknown-code', data: { annotation, code } }];
  if ('id' in found) return [{ code: 'old-code', data: { annotation, code, now: found.id } }];
  const codes = found.replacedBy.map(({ id }) => id).join(', ');
  return [{ code: 'ambiguous-code', data: { annotation, code, codes } }];
}

/** Which codebook a coding was made with, where it is not the one in use. */
function checkCodebook(file: AnnotationFile, codebook: Codebook): readonly Fault[] {
  const made = file.coding.codebook;
  if (!made || isSameCodebook(made, codebook)) return [];
  const { id, version } = codebook;
  const data = { made: made.id, madeVersion: made.version, used: id, usedVersion: version };
  return [fault(made.id === id ? 'other-version' : 'other-codebook', rangeOfTop(file, 'codebook'), data)];
}

function checkValue(codebook: Codebook, scale: string, value: number): FaultCode | null {
  const known = codebook.scales.get(scale);
  if (!known) return 'unknown-scale';
  return known.values.some((one) => one.value === value) ? null : 'rating-out-of-scale';
}

function checkEpisode(
  one: Episode,
  codes: ReadonlyMap<string, string>,
  codebook: Codebook,
): readonly Finding[] {
  const findings = [
    ...one.ruptures.flatMap((id) => checkLink(one, id, codes.get(id), codebook, isRupture)),
    ...one.repairs.flatMap((id) => checkLink(one, id, codes.get(id), codebook, isRepair)),
  ];
  const { resolution: value, id: episode } = one;
  const problem = value === undefined ? null : checkValue(codebook, 'resolution', value);
  if (problem)
    findings.push({ code: problem, data: { rating: episode, scale: 'resolution', value: value ?? 0 } });
  return findings;
}

/** Links to annotations that are not there, or whose code is not known or not settled, are reported as that. */
function checkLink(
  episode: Episode,
  id: string,
  code: string | undefined,
  codebook: Codebook,
  fits: (kind: string | null) => boolean,
): readonly Finding[] {
  const known = code === undefined ? null : codeFor(codebook, code);
  if (!known || code === undefined) return [];
  const kinds = [known.kind, ...childKinds(known.children, codebook)];
  return kinds.some(fits) ? [] : [{ code: 'link-kind', data: { episode: episode.id, id, code } }];
}

/** A code without a kind of its own, as a family mostly is, is what its children are. */
function childKinds(children: readonly string[], codebook: Codebook): readonly (string | null)[] {
  return children.flatMap((id) => {
    const child = codebook.codes.get(id);
    return child ? [child.kind, ...childKinds(child.children, codebook)] : [];
  });
}

function isRupture(kind: string | null): boolean {
  return kind === 'withdrawal' || kind === 'confrontation' || kind === 'contribution';
}

function isRepair(kind: string | null): boolean {
  return kind === 'attempt' || kind === 'response' || kind === 'decline';
}

function checkRating({ rating, value }: Rating, codebook: Codebook): readonly Finding[] {
  const definition = codebook.ratings.find((one) => one.id === rating);
  if (!definition) return [{ code: 'unknown-rating', data: { rating } }];
  const { scale } = definition;
  const problem = value === 'na' ? null : checkValue(codebook, scale, value);
  return problem ? [{ code: problem, data: { rating, scale, value } }] : [];
}
