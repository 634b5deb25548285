import type { Annotation } from '../annotations/types';
import type { Codebook } from '../codebook/types';
import { codesFor, matchCodes } from './codeMatch';
import type { Hit } from './hit';
import { folded, type Query } from './query';

/** What is known of an annotation before its text is read. */
export interface Coded {
  readonly case: string | null;
  readonly session: number | null;
  readonly coder: string;
  readonly annotation: Annotation;
}

/** A query made ready for the sessions of one codebook. */
export interface Matcher {
  /** Whether an annotation could be a hit, as far as this can be told without the text. */
  readonly mayFit: (coded: Coded) => boolean;
  readonly fits: (hit: Hit) => boolean;
}

/** A query over sessions that may have codebooks of their own. */
export class Matchers {
  readonly #query: Query;
  readonly #known = new Map<Codebook, Matcher>();

  constructor(query: Query) {
    this.#query = query;
  }

  of(codebook: Codebook): Matcher {
    const matcher = this.#known.get(codebook) ?? matcherOf(this.#query, codebook);
    this.#known.set(codebook, matcher);
    return matcher;
  }

  fits(hit: Hit): boolean {
    return this.of(hit.codebook).fits(hit);
  }
}

/** Where a query looks is none of this: whoever brings the hits has seen to it. */
function matcherOf(query: Query, codebook: Codebook): Matcher {
  const isCode = matchCodes(query.codes, codebook);
  const isWith = matchCodes(query.with, codebook);
  const coders = foldedSet(query.coders);
  const cases = foldedSet(query.cases);
  const speakers = foldedSet(query.speakers);
  const texts = query.texts.map(folded);
  const notes = query.notes.map(folded);

  const mayFit = ({ annotation, ...coded }: Coded): boolean =>
    oneOf(query.codes, () => isCode(annotation.code)) &&
    oneOf(query.kinds, () =>
      codesFor(codebook, annotation.code).some(({ kind }) => kind !== null && query.kinds.includes(kind)),
    ) &&
    oneOf(query.coders, () => coders.has(folded(coded.coder))) &&
    oneOf(query.cases, () => coded.case !== null && cases.has(folded(coded.case))) &&
    oneOf(query.sessions, () => coded.session !== null && query.sessions.includes(coded.session)) &&
    oneOf(notes, () => holdsOne(annotation.note ?? '', notes));

  const fits = (hit: Hit): boolean =>
    mayFit(hit) &&
    oneOf(query.states, () => query.states.includes(hit.state)) &&
    oneOf(query.roles, () => rolesOf(hit).some((role) => role !== null && query.roles.includes(role))) &&
    oneOf(query.speakers, () => speakersOf(hit).some((speaker) => speakers.has(folded(speaker)))) &&
    oneOf(query.with, () => hit.also.some(isWith)) &&
    oneOf(texts, () => holdsOne(hit.words, texts));

  return { mayFit, fits };
}

/** The roles of those who speak in a passage; of a lost one, of whom its file names. */
export function rolesOf(hit: Hit): readonly Hit['role'][] {
  return hit.turns.length > 0 ? hit.turns.map(({ role }) => role) : [hit.role];
}

export function speakersOf(hit: Hit): readonly string[] {
  return hit.turns.length > 0 ? hit.turns.map(({ speaker }) => speaker) : [hit.speaker];
}

/** A facet without values asks for nothing. */
function oneOf(asked: readonly unknown[], fits: () => boolean): boolean {
  return asked.length === 0 || fits();
}

function holdsOne(text: string, asked: readonly string[]): boolean {
  const said = folded(text);
  return asked.some((each) => said.includes(each));
}

function foldedSet(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map(folded));
}
