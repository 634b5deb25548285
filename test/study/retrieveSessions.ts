import { fingerprints } from '../../src/engine/annotations/hashes';
import type { Annotation } from '../../src/engine/annotations/types';
import type { Codebook } from '../../src/engine/codebook/types';
import type { Hit } from '../../src/engine/retrieve/hit';
import { parseQuery } from '../../src/engine/retrieve/parseQuery';
import { everything, type Query } from '../../src/engine/retrieve/query';
import { placesInText, Retrieval, type SearchedSession } from '../../src/engine/retrieve/retrieve';
import type { Transcript } from '../../src/engine/transcript/types';
import { codebook, facts, transcript } from '../unit/builders';

/** Two sessions of one case, coded by two people. */

export interface Searched {
  readonly session: SearchedSession;
  readonly transcript: Transcript;
}

const first = transcript(
  '0 T: How have you been?',
  "12 C: Mm. I don't   know.",
  'T: What was that like for you?',
  '40 C: Dunno.',
  'T: Something changed just then.',
  '70 C: I was angry with you.',
);
const second = transcript('T: And today?', 'C: Better.', 'T: I am glad.');

const of = (id: string, code: string, at: Annotation['at'], more: Partial<Annotation> = {}): Annotation => ({
  id,
  code,
  ...(at ? { at } : {}),
  ...more,
});

const alices = [
  of('mumbles1', 'rupture.withdrawal.minimal', { turn: 4 }, { quote: 'Dunno.', note: 'Looks away.' }),
  of('trusts12', 'bond.trust', { turn: 2, start: 4, end: 18 }),
  of('lostone1', 'rupture.confrontation', undefined, { quote: 'You never ask.', speaker: 'C' }),
];
const bobs = [
  of(
    'bobsone1',
    'rupture.withdrawal',
    { turn: 3, start: 9, end_turn: 4, end: 3 },
    { ratings: { impact: 2 } },
  ),
  of('changed1', 'repair.immediate', { turn: 5 }, { quote: 'Something else.' }),
  of('unknown1', 'ours.own', { turn: 6 }),
];

export function sessions(book: Codebook = codebook()): readonly Searched[] {
  return [
    searched('c017/session-04.transcript', 4, first, book, { alice: alices, bob: bobs }),
    searched('c017/session-05.transcript', 5, second, book, {
      alice: [of('betters1', 'bond', { turn: 2 })],
    }),
  ];
}

export function searched(
  path: string,
  session: number | null,
  text: Transcript,
  book: Codebook,
  people: Readonly<Record<string, readonly Annotation[]>>,
  madeIn = text,
): Searched {
  const said = { sha256: 'of another text', turns: fingerprints(madeIn.turns) };
  const codings = Object.entries(people).map(([coder, annotations]) => ({
    coding: { coder, annotations },
    places: placesInText({ annotations, text: said }, madeIn === text),
  }));
  const known = facts({ case: session === null ? null : 'C017', session });
  return { session: { path, facts: known, codebook: book, codings }, transcript: text };
}

/** The hits of a line, as the editor finds them. */
export function find(line: string, among = sessions()): Hit[] {
  return findQuery(parseQuery(line).query, among);
}

export function findQuery(query: Query = everything, among = sessions()): Hit[] {
  const retrieval = new Retrieval(query);
  return among.flatMap(({ session, transcript: text }) =>
    retrieval.mayHold(session) ? retrieval.hitsIn(session, text) : [],
  );
}

export function ids(hits: readonly Hit[]): string[] {
  return hits.map(({ annotation }) => annotation.id);
}
