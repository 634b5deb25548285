import type { ComparedCoding } from '../agreement/compared';
import { keyOf } from '../annotations/file';
import type { Rating } from '../annotations/types';
import { kindsOf, matterOf } from './grouping';
import type { RatingMatter, Side } from './matter';

/** What coders rated alike or not, of the session first, then by segment. A segment with other turns is rated otherwise. */
export function ratingMatters(codings: readonly ComparedCoding[]): readonly RatingMatter[] {
  const coders = codings.map(({ coder }) => coder);
  const groups = new Map<string, Side<Rating>[]>();
  for (const { coder, coding } of codings) {
    for (const entry of coding.ratings) {
      const key = keyOf('ratings', entry);
      groups.set(key, [...(groups.get(key) ?? []), { coder, ref: `${coder}/${key}`, entry }]);
    }
  }
  return [...groups.values()]
    .map((sides): RatingMatter => {
      const matter = matterOf(sides, coders, isSame);
      const differ = matter.alternatives.length > 1;
      return {
        subject: 'rating',
        ...matter,
        kinds: kindsOf(sides, coders, differ ? ['other-rating'] : []),
        turn: turnOf(sides),
      };
    })
    .sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
}

function isSame({ entry: one }: Side<Rating>, { entry: other }: Side<Rating>): boolean {
  if (one.value !== other.value) return false;
  if (one.scope === 'session' || other.scope === 'session') return one.scope === other.scope;
  return one.scope.from_turn === other.scope.from_turn && one.scope.to_turn === other.scope.to_turn;
}

function turnOf(sides: readonly Side<Rating>[]): number | null {
  const turns = sides.flatMap(({ entry: { scope } }) => (scope === 'session' ? [] : [scope.from_turn]));
  return turns.length > 0 ? Math.min(...turns) : null;
}
