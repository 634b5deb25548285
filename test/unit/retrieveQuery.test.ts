import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatQuery } from '../../src/engine/retrieve/formatQuery';
import { longestQuery, parseQuery } from '../../src/engine/retrieve/parseQuery';
import { everything, kinds, roles, scopes, states, type Query } from '../../src/engine/retrieve/query';

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

const faultsOf = (line: string): string[] =>
  parseQuery(line).faults.map(({ code, start, end }) => `${code} ${line.slice(start, end)}`);

suite('the query line', () => {
  const table: readonly [string, Partial<Query>][] = [
    ['', {}],
    ['   ', {}],
    ['code:rupture', { codes: ['rupture'] }],
    ['CODE:rupture.withdrawal', { codes: ['rupture.withdrawal'] }],
    ['family:rupture', { codes: ['rupture'] }],
    ['code:rupture code:repair', { codes: ['rupture', 'repair'] }],
    ['code:rupture,repair,rupture', { codes: ['rupture', 'repair'] }],
    [
      'code:rupture coder:alice role:client "dunno"',
      { codes: ['rupture'], coders: ['alice'], roles: ['client'], texts: ['dunno'] },
    ],
    ["I don't know", { texts: ["I don't know"] }],
    ['"dunno" "no idea"', { texts: ['dunno', 'no idea'] }],
    ['not  know coder:Alice at all', { texts: ['not know', 'at all'], coders: ['alice'] }],
    ['at 17:30 sharp', { texts: ['at 17:30 sharp'] }],
    ['case:"Case 1","K,2"', { cases: ['Case 1', 'K,2'] }],
    ['note:"she said \\"no\\" \\\\"', { notes: ['she said "no" \\'] }],
    ['session:4,5 in:case', { sessions: [4, 5], scope: 'case' }],
    ['state:lost with:bond kind:attempt', { states: ['lost'], with: ['bond'], kinds: ['attempt'] }],
    ['text:"code:bond"', { texts: ['code:bond'] }],
    ['it"s so', { texts: ['it"s so'] }],
  ];
  for (const [line, expected] of table) {
    test(`reads ${line === '' ? 'an empty line' : line}`, () => {
      const { query, faults } = parseQuery(line);
      assert.deepEqual(faults, []);
      assert.deepEqual(query, { ...everything, ...expected });
    });
  }

  const wrong: readonly [string, readonly string[], Partial<Query>][] = [
    ['colour:red code:bond', ['unknown-key colour:red'], { codes: ['bond'] }],
    ['code: coder:bob', ['missing-value code:'], { coders: ['bob'] }],
    ['role:patient,client', ['wrong-value patient'], { roles: ['client'] }],
    ['session:four', ['wrong-value four'], {}],
    ['in:galaxy', ['wrong-value galaxy'], {}],
    ['"dun', ['unclosed-quote "dun'], { texts: ['dun'] }],
    ['case:""', ['missing-value ""'], {}],
  ];
  for (const [line, faults, query] of wrong) {
    test(`finds with what can be read of ${line}, and says what cannot`, () => {
      assert.deepEqual(faultsOf(line), faults);
      assert.deepEqual(parseQuery(line).query, { ...everything, ...query });
    });
  }

  test('a line that nobody typed is refused', () => {
    assert.deepEqual(
      parseQuery('x '.repeat(longestQuery)).faults.map(({ code }) => code),
      ['too-long'],
    );
  });

  test('a query that is written is read as the same query', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { query: read, faults } = parseQuery(formatQuery(query));
        assert.deepEqual(faults, []);
        assert.deepEqual(read, query);
      }),
      { numRuns: 50 },
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
      { numRuns: 50 },
    );
  });
});
