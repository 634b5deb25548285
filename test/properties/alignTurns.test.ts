import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { alignTurns, type TurnImage } from '../../src/engine/anchors/alignTurns';
import { runs } from './runs';

suite('Aligning turns', () => {
  test('it says of each turn what all minimal alignments together say', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (old, next) => {
        assert.deepEqual(alignTurns(old, next), byEnumeration(old, next));
      }),
      runs(300),
    );
  });

  test('of a long text in which a stretch went elsewhere all is said, since both of its ends are the same', () => {
    const old = Array.from({ length: 40_000 }, (_, turn) => String(turn));
    const [from, to, back] = [20_000, 20_450, 20_900];
    const next = [old.slice(0, from), old.slice(to, back), old.slice(from, to), old.slice(back)].flat();
    const images = alignTurns(old, next) ?? [];
    const kinds = (first: number, last: number): string[] => [
      ...new Set(images.slice(first, last).map(({ kind }) => kind)),
    ];
    assert.deepEqual(
      [kinds(0, from), kinds(from, back), kinds(back, old.length)],
      [['at'], ['unclear'], ['at']],
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
