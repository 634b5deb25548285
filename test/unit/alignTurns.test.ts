import assert from 'node:assert/strict';
import * as fc from 'fast-check';
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

  test('too much difference for the memory is said', () => {
    const many = Array.from({ length: 12_000 }, (_, i) => String(i));
    assert.equal(alignTurns(many, many.toReversed()), null);
  });

  test('turns that all changed take no memory', () => {
    const many = (prefix: string): string[] => Array.from({ length: 12_000 }, (_, i) => `${prefix}${i}`);
    const images = alignTurns([...many('a'), 'm'], ['m', ...many('b')]);
    assert.deepEqual(images?.at(-1), { kind: 'at', turn: 0 });
    assert.deepEqual(images?.[0], { kind: 'gone' });
  });

  test('it says of each turn what all minimal alignments together say', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (old, next) => {
        assert.deepEqual(alignTurns(old, next), byEnumeration(old, next));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every way to pair as many turns as possible, in order. */
function byEnumeration(old: readonly string[], next: readonly string[]): TurnImage[] {
  const all = pairings(old, next, 0, 0);
  const most = Math.max(...all.map((pairs) => pairs.length));
  const best = all.filter((pairs) => pairs.length === most);
  return old.map((_, turn): TurnImage => {
    const images = best.map((pairs) => pairs.find(([from]) => from === turn)?.[1] ?? null);
    const turns = [...new Set(images.filter((each) => each !== null))].sort((a, b) => a - b);
    const [first] = turns;
    if (first === undefined) return { kind: 'gone' };
    return turns.length === 1 && !images.includes(null)
      ? { kind: 'at', turn: first }
      : { kind: 'unclear', turns };
  });
}

type Pair = readonly [number, number];

function pairings(old: readonly string[], next: readonly string[], i: number, j: number): Pair[][] {
  if (i === old.length || j === next.length) return [[]];
  const without = pairings(old, next, i + 1, j);
  const withPair = next.flatMap((word, at) =>
    at >= j && word === old[i]
      ? pairings(old, next, i + 1, at + 1).map((rest): Pair[] => [[i, at], ...rest])
      : [],
  );
  return [...without, ...withPair];
}
