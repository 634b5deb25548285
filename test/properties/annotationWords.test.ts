import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { fingerprint, fingerprints } from '../../src/engine/annotations/hashes';
import { isId, newId } from '../../src/engine/annotations/ids';
import { describe, quoteOf, standsAt } from '../../src/engine/annotations/quote';
import { anyText } from './anyText';
import { transcript } from '../unit/builders';
import { runs } from './runs';

const { turns } = transcript('T: What was that like for you?', 'C: Dunno. 😀 e\u0301', 'T: ', 'C: So I left');

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

suite('quote and context of a passage', () => {
  test('what is described stands where it is, for every passage', () => {
    fc.assert(
      fc.property(
        fc.array(anyText(20), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (texts, x, y) => {
          const made = transcript(...texts.map(() => 'T: ')).turns.map((turn, at) => ({
            ...turn,
            text: texts[at] ?? '',
          }));
          const first = x % made.length;
          const last = first + (y % (made.length - first));
          const points = Array.from(made[last]?.text ?? '').length;
          const at = { turn: first + 1, start: 0, end_turn: last + 1, end: points };
          const words = describe(made, at);
          if (first === last && points === 0) assert.equal(words, null);
          else assert.equal(words?.quote, quoteOf(made, at));
          if (words) assert.equal(standsAt(made, { id: 'aaaaaaag', at, ...words }), 'exact');
        },
      ),
      runs(100),
    );
  });
});

suite('hashes and ids', () => {
  test('a fingerprint is the first 36 bits of SHA-256 of role, tab and text', () => {
    fc.assert(
      fc.property(fc.constantFrom('therapist', 'client', 'other'), fc.string(), (role, text) => {
        assert.equal(fingerprint(role, text), sha256(`${role}\t${text}`).toString('base64url').slice(0, 6));
      }),
      runs(100),
    );
    assert.equal(fingerprints(turns).length, 6 * turns.length);
  });

  test('new ids are ids', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 9 }),
        (numbers) => {
          const stream = numbers.values();
          assert.ok(isId(newId(() => stream.next().value ?? 0)));
        },
      ),
      runs(100),
    );
    assert.ok(isId(newId(() => 0)));
  });
});
