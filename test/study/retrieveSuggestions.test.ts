import assert from 'node:assert/strict';
import { facetOfKey, isKey } from '../../src/engine/retrieve/query';
import { suggest } from '../../src/engine/retrieve/suggest';
import { find, sessions } from './retrieveSessions';

suite('how a query line could go on', () => {
  const said = (line: string): string[] =>
    suggest(line, find('')).map(({ line: next, count }) => `${next}${count === null ? '' : `(${count})`}`);

  test('by a key, at the beginning and behind a blank', () => {
    assert.deepEqual(said('').slice(0, 3), ['code:', 'coder:', 'role:']);
    assert.deepEqual(said('co'), ['code:', 'coder:']);
    assert.deepEqual(said('coder:alice sta'), ['coder:alice state:']);
    assert.deepEqual(said('we met ca'), ['we met case:']);
    assert.equal(said('coder:alice ').length, said('').length);
  });

  test('by a value, in the order of the codebook, with what it would find beside the other facets', () => {
    assert.deepEqual(said('coder:'), ['coder:alice (4)', 'coder:bob (3)']);
    assert.deepEqual(said('code:withdrawal'), [
      'code:rupture.withdrawal (2)',
      'code:rupture.withdrawal.minimal (1)',
    ]);
    assert.deepEqual(said('coder:alice code:rupt').slice(0, 2), [
      'coder:alice code:rupture (2)',
      'coder:alice code:rupture.withdrawal (1)',
    ]);
    assert.deepEqual(said('session:4,'), ['session:4,4 (6)', 'session:4,5 (1)']);
    assert.deepEqual(said('in:c'), ['in:case ']);
    assert.deepEqual(said('with:'), [
      'with:rupture (2)',
      'with:rupture.withdrawal (2)',
      'with:rupture.withdrawal.minimal (1)',
    ]);
  });

  test('by codes behind the key for families, too; not at all behind a key that is none', () => {
    assert.deepEqual(
      said('family:rupt').map((line) => line.replace('family', 'code')),
      said('code:rupt'),
    );
    assert.ok(said('family:rupt').length > 0);
    assert.deepEqual(said('colour:re'), []);
  });

  test('by cases and sessions where a session belongs to some', () => {
    const among = sessions().map(({ session, transcript }, index) => ({
      session: index === 0 ? { ...session, facts: { ...session.facts, case: null, session: null } } : session,
      transcript,
    }));
    const seen = find('', among);
    const lines = ['case:', 'session:'].flatMap((line) => suggest(line, seen));
    assert.deepEqual(
      lines.map(({ line, count }) => `${line}${count}`),
      ['case:C017 1', 'session:5 1'],
    );
  });

  test('every value suggested finds as many passages as it says', () => {
    for (const key of Object.keys(facetOfKey).filter(isKey)) {
      for (const { line, count } of suggest(`code:rupture,bond ${key}:`, find(''))) {
        if (key !== 'code') assert.equal(find(line).length, count, line);
      }
    }
  });

  test('by nothing that none of the passages has', () => {
    const seen = find('').filter(({ coder }) => coder !== 'bob');
    const everywhere = Object.keys(facetOfKey).flatMap((key) => suggest(`${key}:`, seen));
    assert.ok(everywhere.length > 10);
    for (const { line } of everywhere) assert.doesNotMatch(line, /bob|ours|repair/);
  });
});
