import assert from 'node:assert/strict';
import { likelyCodes } from '../../src/engine/codebook/likely';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Role } from '../../src/engine/transcript/types';

const book = defaultCodebook();
const likely = (roles: readonly Role[], used: readonly string[] = [], most = 6): string[] =>
  likelyCodes(
    book,
    new Set(roles),
    used.map((code, index) => ({ code, created: `2026-03-02T10:00:${String(index).padStart(2, '0')}Z` })),
    most,
  ).map(({ id }) => id);

suite('the likely codes', () => {
  test('are the families for somebody who coded nothing yet, those of the role first', () => {
    const families = book.families.map(({ id }) => id);
    assert.deepEqual(likely([], [], 99), families);
    for (const role of ['therapist', 'client'] as const) {
      const speakers = likely([role], [], 99).map((id) => book.codes.get(id)?.speaker);
      const misfit = speakers.findIndex((each) => each !== null && each !== 'dyad' && each !== role);
      assert.ok(misfit < 0 || !speakers.slice(misfit).includes(role), `${role}: ${speakers.join(' ')}`);
    }
  });

  test('begin with what was used last, and with what was used often', () => {
    const one = 'rupture.withdrawal.minimal';
    const other = 'rupture.confrontation';
    assert.equal(likely(['client'], [one, other])[0], other);
    assert.equal(likely(['client'], [one, one, one, other])[0], one);
  });

  test('know a code by its old id', () => {
    const replacements = new Map([['silence', ['rupture.withdrawal']]]);
    const codes = likelyCodes({ ...book, replacements }, new Set(), [{ code: 'silence', created: '' }], 1);
    assert.deepEqual(
      codes.map(({ id }) => id),
      ['rupture.withdrawal'],
    );
  });

  test('of the other role come last, however often they were used', () => {
    const repair = [...book.codes.values()].find(
      ({ parent, speaker }) => parent !== null && speaker === 'therapist',
    );
    assert.ok(repair);
    const codes = likely(['client'], [repair.id, repair.id], 99);
    assert.ok(codes.indexOf(repair.id) > codes.indexOf('bond'));
    assert.equal(likely(['therapist'], [repair.id])[0], repair.id);
    assert.equal(likely(['client', 'therapist'], [repair.id])[0], repair.id);
  });

  test('are at most as many as asked for, each once, and only codes of the codebook', () => {
    const all = [...book.codes.keys()];
    const codes = likely([], [...all, ...all, 'no.such.code']);
    assert.equal(codes.length, 6);
    assert.equal(new Set(codes).size, 6);
    assert.ok(!likely([], ['no.such.code'], 999).includes('no.such.code'));
  });
});
