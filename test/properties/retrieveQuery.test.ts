import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatQuery } from '../../src/engine/retrieve/formatQuery';
import { parseQuery } from '../../src/engine/retrieve/parseQuery';
import { kinds, roles, scopes, states, type Query } from '../../src/engine/retrieve/query';
import { runs } from './runs';

const value = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const some = <T>(from: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(from, { maxLength: 3 });

const queries: fc.Arbitrary<Query> = fc.record(
  {
    codes: some(value),
    with: some(value),
    kinds: some(fc.constantFrom(...kinds)),
    coders: some(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,5}$/)),
    roles: some(fc.constantFrom(...roles)),
    speakers: some(value),
    cases: some(value),
    sessions: some(fc.nat()),
    texts: some(value),
    notes: some(value),
    states: some(fc.constantFrom(...states)),
    scope: fc.constantFrom(...scopes),
  },
  { noNullPrototype: true },
);

suite('the query line', () => {
  test('a query that is written is read as the same query', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { query: read, faults } = parseQuery(formatQuery(query));
        assert.deepEqual(faults, []);
        assert.deepEqual(read, query);
      }),
      runs(50),
    );
  });

  test('any line is read without failing, and what was read is written and read again as the same', () => {
    const pieces = fc.constantFrom('code:', 'in:', '"', '\\', ',', ' ', 'bond', 'T:', 'x', '\n', '“');
    const lines = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(lines, (line) => {
        const { query } = parseQuery(line);
        assert.deepEqual(parseQuery(formatQuery(query)).query, query);
      }),
      runs(50),
    );
  });
});
