import type { Kind } from '../codebook/types';
import type { Role } from '../transcript/types';

/** Where a query looks: in the transcript last looked at, in all sessions of its case, or in the whole study. */
export type Scope = 'session' | 'case' | 'study';

/** Whether the words under an annotation are certainly its own; `lost`: it has no place in the text as it is. */
export type Certainty = 'certain' | 'unconfirmed' | 'lost';

/**
 * What to look for. A facet that is empty asks for nothing; of a facet's values one has to fit, and of the facets all.
 * Values compare without case.
 */
export interface Query {
  /** Ids of codes, each with what stands below it; old ids as the codebook's `replaces` has it. */
  readonly codes: readonly string[];
  /** Codes that lie on the passage as well, in another annotation by anybody who may be seen. */
  readonly with: readonly string[];
  readonly kinds: readonly Kind[];
  readonly coders: readonly string[];
  /** Of those who speak in the passage. */
  readonly roles: readonly Role[];
  readonly speakers: readonly string[];
  readonly cases: readonly string[];
  readonly sessions: readonly number[];
  /** Words that stand in the passage. */
  readonly texts: readonly string[];
  /** Words that stand in the coder's note. */
  readonly notes: readonly string[];
  readonly states: readonly Certainty[];
  readonly scope: Scope;
}

/** The facets of a query that hold values: all but where it looks. */
export type Facet = Exclude<keyof Query, 'scope'>;

/** Asks for everything there is. */
export const everything: Query = {
  codes: [],
  with: [],
  kinds: [],
  coders: [],
  roles: [],
  speakers: [],
  cases: [],
  sessions: [],
  texts: [],
  notes: [],
  states: [],
  scope: 'study',
};

/** The keys of the query language, in the order in which a query is written. */
export const facetOfKey = {
  code: 'codes',
  with: 'with',
  kind: 'kinds',
  coder: 'coders',
  role: 'roles',
  speaker: 'speakers',
  case: 'cases',
  session: 'sessions',
  note: 'notes',
  state: 'states',
  text: 'texts',
} as const satisfies Record<string, Facet>;

export type FacetKey = keyof typeof facetOfKey;
export type QueryKey = FacetKey | 'in';

export const kinds: readonly Kind[] = [
  'withdrawal',
  'confrontation',
  'contribution',
  'attempt',
  'response',
  'decline',
];
export const roles: readonly Role[] = ['therapist', 'client', 'other'];
export const states: readonly Certainty[] = ['certain', 'unconfirmed', 'lost'];
export const scopes: readonly Scope[] = ['session', 'case', 'study'];

export function isKey(word: string): word is QueryKey {
  return word === 'in' || Object.hasOwn(facetOfKey, word);
}

/** Text as it is compared: one form for each letter, without case, one blank for many, one sign for each kind of quotation mark. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
