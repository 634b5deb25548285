import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../src/engine/retrieve/parseQuery';
import { everything, type Query } from '../../src/engine/retrieve/query';
import { Matchers } from '../../src/engine/retrieve/satisfies';
import { find, findQuery, ids } from '../study/retrieveSessions';
import { runs } from './runs';

const all = ids(find(''));

const parts = [
  'code:rupture',
  'code:bond',
  'coder:alice',
  'role:client',
  'session:4',
  'dunno',
  'with:rupture',
  'kind:withdrawal',
  'state:certain',
  'note:away',
  'speaker:C',
  'case:C017',
];
const queryLines = fc.subarray(parts, { maxLength: 4 }).map((some) => some.join(' '));

suite('what a query finds', () => {
  test('every hit satisfies it, and nothing else of the study does', () => {
    fc.assert(
      fc.property(queryLines, (line) => {
        const { query } = parseQuery(line);
        const matchers = new Matchers(query);
        const filtered = find('').filter((hit) => matchers.fits(hit));
        assert.deepEqual(ids(find(line)), ids(filtered));
      }),
      runs(10),
    );
  });

  test('one more facet never finds more; all values of a facet together find what it cannot tell apart', () => {
    fc.assert(
      fc.property(queryLines, fc.constantFrom(...parts), (line, more) => {
        const before = new Set(ids(find(line)));
        const facet = more.split(':')[0] ?? '';
        if (line.includes(`${facet}:`) || !more.includes(':')) return;
        assert.ok(ids(find(`${line} ${more}`)).every((id) => before.has(id)));
      }),
      runs(10),
    );
    const union: readonly Partial<Query>[] = [
      { coders: ['alice', 'bob'] },
      { sessions: [4, 5] },
      { cases: ['c017'] },
      { roles: ['client', 'therapist', 'other'] },
      { states: ['certain', 'unconfirmed', 'lost'] },
      { codes: ['bond', 'rupture', 'repair', 'ours'] },
    ];
    for (const values of union) assert.deepEqual(ids(findQuery({ ...everything, ...values })), all);
  });

  test('two values of a facet find what each of them finds', () => {
    for (const [one, other] of [
      ['code:rupture', 'code:bond'],
      ['"dunno"', '"better"'],
      ['role:client', 'role:therapist'],
    ]) {
      const both = new Set(ids(find(`${one} ${other}`)));
      assert.deepEqual(both, new Set([...ids(find(`${one}`)), ...ids(find(`${other}`))]));
    }
  });
});
