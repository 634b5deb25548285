import { nothing, setJudged } from './acts';
import { andThen, type Step } from './change';
import { put } from './edit';
import type { AnnotationFile } from './file';
import type { Rating, TurnSpan } from './types';

/** Where stretches of turns are now; empty where nothing of them is left. */
export type MoveSpans = (spans: readonly TurnSpan[]) => readonly TurnSpan[];

/** Writes where the turns judged are now: sorted, apart, and turns of the text. */
function moveJudged(file: AnnotationFile, move: MoveSpans): Step {
  const { coded } = file.coding;
  return coded ? setJudged(file, move(coded)) : nothing(file);
}

/** The same for the segments that were rated. */
export function moveRatings(file: AnnotationFile, move: MoveSpans): Step {
  const { ratings } = file.coding;
  const moved = movedRatings(ratings, move).filter((rating, index) => rating !== ratings[index]);
  return moved.length > 0 ? put(file, 'ratings', moved) : nothing(file);
}

/** Ratings, of segments where these are now; each that stays is the same object. One of which nothing is left keeps its turns: they say which it was. */
export function movedRatings(ratings: readonly Rating[], move: MoveSpans): Rating[] {
  const known = new Map<string, TurnSpan | null>();
  return ratings.map((rating): Rating => {
    const { scope } = rating;
    if (scope === 'session') return rating;
    const key = `${scope.from_turn} ${scope.to_turn}`;
    const now = known.get(key) ?? outerSpan(move([{ from: scope.from_turn, to: scope.to_turn }]));
    known.set(key, now);
    const same = !now || (now.from === scope.from_turn && now.to === scope.to_turn);
    return same ? rating : { ...rating, scope: { ...scope, from_turn: now.from, to_turn: now.to } };
  });
}

/** Both at once. */
export function moveSpans(file: AnnotationFile, judged: MoveSpans, segments: MoveSpans): Step {
  return andThen(moveJudged(file, judged), (now) => moveRatings(now, segments));
}

function outerSpan(spans: readonly TurnSpan[]): TurnSpan | null {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}
