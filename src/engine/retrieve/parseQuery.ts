import { isOneOf } from './oneOf';
import { everything, facetOfKey, isKey, kinds, roles, scopes, states, type Facet, type Query } from './query';
import { tokensOf, type Token } from './queryTokens';

/** What cannot be read in a query line: a code, where it stands (UTF-16), and what its sentence needs. */
export interface QueryFault {
  readonly code: 'unknown-key' | 'missing-value' | 'wrong-value' | 'unclosed-quote' | 'too-long';
  readonly start: number;
  readonly end: number;
  readonly data: Readonly<Record<string, string>>;
}

/** Nobody types more; a line that long was pasted by mistake. */
export const longestQuery = 2000;

/** Keys that mean another one. */
const aliases: Readonly<Record<string, string>> = { family: 'code' };

/**
 * Reads a line such as `code:rupture coder:alice role:client "dunno"`. What cannot be read is left out of the query and
 * listed, so that a line half typed still finds.
 */
export function parseQuery(line: string): { readonly query: Query; readonly faults: readonly QueryFault[] } {
  if (line.length > longestQuery) {
    const data = { limit: String(longestQuery) };
    return { query: everything, faults: [{ code: 'too-long', start: 0, end: line.length, data }] };
  }
  const reading = new Reading();
  for (const token of tokensOf(line)) reading.take(token);
  return { query: reading.query, faults: reading.faults };
}

class Reading {
  query: Query = everything;
  readonly faults: QueryFault[] = [];

  take(token: Token): void {
    const key = token.key === null ? 'text' : (aliases[token.key] ?? token.key);
    if (!isKey(key)) return this.#fault('unknown-key', token, { key });
    if (token.values.length === 0) return this.#fault('missing-value', token, { key });
    for (const written of token.values) {
      if (written.open) this.#fault('unclosed-quote', written, {});
      const value = written.value.replace(/\s+/g, ' ').trim();
      if (value === '') this.#fault('missing-value', written, { key });
      else if (key === 'in') this.#look(value, written);
      else this.#add(facetOfKey[key], key, value, written);
    }
  }

  #look(value: string, place: Place): void {
    const scope = value.toLowerCase();
    if (isOneOf(scopes, scope)) this.query = { ...this.query, scope };
    else this.#wrong('in', value, place, scopes);
  }

  #add(facet: Facet, key: string, value: string, place: Place): void {
    const { query } = this;
    const small = value.toLowerCase();
    switch (facet) {
      case 'kinds':
        if (isOneOf(kinds, small)) this.query = { ...query, kinds: withValue(query.kinds, small) };
        else this.#wrong(key, value, place, kinds);
        return;
      case 'roles':
        if (isOneOf(roles, small)) this.query = { ...query, roles: withValue(query.roles, small) };
        else this.#wrong(key, value, place, roles);
        return;
      case 'states':
        if (isOneOf(states, small)) this.query = { ...query, states: withValue(query.states, small) };
        else this.#wrong(key, value, place, states);
        return;
      case 'sessions': {
        const session = Number(value);
        if (/^\d+$/.test(value) && Number.isSafeInteger(session)) {
          this.query = { ...query, sessions: withValue(query.sessions, session) };
        } else this.#wrong(key, value, place, ['1', '2', '…']);
        return;
      }
      case 'coders':
        this.query = { ...query, coders: withValue(query.coders, small) };
        return;
      case 'codes':
      case 'with':
      case 'speakers':
      case 'cases':
      case 'texts':
      case 'notes':
        this.query = { ...query, [facet]: withValue(query[facet], value) };
        return;
    }
  }

  #wrong(key: string, value: string, place: Place, allowed: readonly string[]): void {
    this.#fault('wrong-value', place, { key, value, allowed: allowed.join(', ') });
  }

  #fault(code: QueryFault['code'], { start, end }: Place, data: QueryFault['data']): void {
    this.faults.push({ code, start, end, data });
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function withValue<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values : [...values, value];
}
