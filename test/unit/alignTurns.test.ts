import assert from 'node:assert/strict';
import { alignTurns, type TurnImage } from '../../src/engine/anchors/alignTurns';

const words = (text: string): string[] => text.split('').filter((each) => each !== ' ');
const align = (old: string, next: string): string =>
  (alignTurns(words(old), words(next)) ?? []).map(shown).join(' ');

function shown(image: TurnImage): string {
  if (image.kind === 'at') return String(image.turn);
  return image.kind === 'gone' ? '-' : `?${image.turns.join('/')}`;
}

suite('Aligning turns', () => {
  test('what did not change stays, whatever repeats', () => {
    assert.equal(align('a m b m c', 'a m b m c'), '0 1 2 3 4');
    assert.equal(align('m m m', 'm m m'), '0 1 2');
  });

  test('a turn that came, went or changed moves the others only', () => {
    assert.equal(align('a b c', 'x a b c'), '1 2 3');
    assert.equal(align('a b c', 'a c'), '0 - 1');
    assert.equal(align('a b c', 'a x c'), '0 - 2');
  });

  test('one of two alike that went leaves it open which', () => {
    assert.equal(align('a m m b', 'a m b'), '0 ?1 ?1 2');
    assert.equal(align('a m b', 'a m m b'), '0 ?1/2 3');
  });

  test('of two alike with a turn between, it is the one that went that is gone', () => {
    assert.equal(align('a m b m c', 'a b m c'), '0 - 1 2 3');
  });

  test('nothing is the image of nothing', () => {
    assert.equal(align('', 'a b'), '');
    assert.equal(align('a b', ''), '- -');
  });

  test('of a long text in quite another order nothing is said', () => {
    const old = Array.from({ length: 20_000 }, (_, turn) => String(turn));
    assert.equal(alignTurns(old, old.toReversed()), null);
  });
});
