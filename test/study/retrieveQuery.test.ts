import assert from 'node:assert/strict';
import { longestQuery, parseQuery } from '../../src/engine/retrieve/parseQuery';
import { everything, type Query } from '../../src/engine/retrieve/query';

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
    ['kind:smile,attempt', ['wrong-value smile'], { kinds: ['attempt'] }],
    ['state:gone', ['wrong-value gone'], {}],
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
});
