import type { LooseAt } from '../transcript/at';
import { folded } from './folded';
import { findRoughly, type Find } from './findWords';
import { hasGrown } from './freeText';
import { hasUnsureEdge } from './edges';
import { hasUnsureEnd } from './endTurns';
import type { Candidate, Ground, Quoted } from './inWords';
import type { TurnImages } from './turnImages';
import { reversed, type Side, type Sides } from './surroundings';

/** Words with so many characters of what stood around them are told from any others of a transcript. */
const telling = 24;
/** The same where all that stood around them does. */
const tellingWhole = 12;
/** Shorter words resemble too many others. */
const leastLike = 20;
/** Anything stands around anything to so few characters. */
const shortest = 8;

/**
 * Whether words found in their own stretch of a text are untouched and could be no others: what stood around them stands there, too,
 * and none of their like is near, which might have taken their place.
 */
export function isCertain(
  candidate: Candidate,
  candidates: readonly Candidate[],
  annotation: Quoted,
  ground: Ground,
): boolean {
  const { at, quote } = annotation;
  const { find, sides } = candidate;
  // Where a turn was split within them or two were joined, somebody has to say whose words they are.
  if (!sides || turnsIn(candidate.at) !== turnsIn(at)) return false;
  const rivals = candidates.flatMap((each) =>
    each.find !== find && each.home && each.find.errors === 0 && each.sides ? [each.sides] : [],
  );
  if (quote.length >= leastLike && isShifted(candidate, at) && hasChangedLike(candidate, quote)) return false;
  const words = find.end - find.start;
  // A copy that came beside them: either may be the one that was there.
  if (hasGrown(find.run) && candidates.some((each) => isBeside(each.find, find))) return false;
  if (!isInItsTurns(candidate, at, ground.images) || hasUnsureEnd(candidate, annotation, ground))
    return false;
  if (hasUnsureEdge(find, sides, annotation)) return false;
  const { before, after } = sides;
  if (isWhole(before) && isWhole(after)) {
    const alike = rivals.some((each) => isWhole(each.before) || isWhole(each.after));
    const framed = rivals.some((each) => isWhole(each.before) && isWhole(each.after));
    return words + strength(sides) >= tellingWhole && !framed && !(alike && hasGrown(find.run));
  }
  if (words + strength(sides) < telling || besideOf(sides) === 0) return false;
  if (rivals.some((each) => couldBe(each, sides))) return false;
  return (isThere(before) && isThere(after)) || (words >= telling && (isThere(before) || isThere(after)));
}

/** Where the first or the last turn of a passage is unchanged, it begins or ends there and nowhere else. */
function isInItsTurns({ at }: Candidate, own: LooseAt | undefined, images: TurnImages | null): boolean {
  if (!own || !images) return true;
  const [first, last] = [images.images[own.turn - 1], images.images[(own.end_turn ?? own.turn) - 1]];
  if (first?.kind === 'at' && first.turn !== at.turn - 1) return false;
  return last?.kind !== 'at' || last.turn === (at.end_turn ?? at.turn) - 1;
}

function isBeside(other: Find, { run, start, end }: Find): boolean {
  return other.run === run && other.errors === 0 && (other.end + 1 === start || end + 1 === other.start);
}

/** As many turns as there were, but it is another of them. */
function isShifted({ at: { turn }, find: { run } }: Candidate, at: LooseAt | undefined): boolean {
  if (!run.old || !at || run.last - run.first + 1 !== run.old.count) return false;
  return turn - 1 - run.first !== at.turn - 1 - run.old.first;
}

/** Elsewhere in the stretch stand words very much like these that were edited. */
function hasChangedLike({ find }: Candidate, quote: string): boolean {
  return findRoughly(quote, [find.run]).some(({ errors }) => errors > 0 && errors < quote.length / 4);
}

/** On one side as much of what stood around them stands around a rival. */
function couldBe(rival: Sides, own: Sides): boolean {
  if (2 * strength(rival) >= strength(own)) return true;
  return (['before', 'after'] as const).some(
    (side) => rival[side].near >= Math.max(shortest, own[side].near),
  );
}

function turnsIn(at: LooseAt | undefined): number {
  return at ? (at.end_turn ?? at.turn) - at.turn + 1 : 0;
}

function strength({ before, after }: Sides): number {
  return before.near + after.near;
}

function besideOf({ before, after }: Sides): number {
  return before.beside + after.beside;
}

function isWhole({ beside, kept }: Side): boolean {
  return beside === kept;
}

function isThere({ near, kept }: Side): boolean {
  return 2 * near >= kept;
}

/**
 * Whether words found could be their like that stood close by, where now something else does: then they themselves were taken out, and
 * which of the two is left nobody can tell.
 */
export function couldBeNeighbour({ sides }: Candidate, { quote }: Quoted): boolean {
  if (!sides) return false;
  const words = folded(quote);
  return isIn(reversed(words), sides.before) || isIn(words, sides.after);
}

function isIn(words: string, { beside, text }: Side): boolean {
  // More of what stood beside them than they themselves are long: it is them that it stands beside.
  if (beside > words.length + 2) return false;
  return text.slice(Math.max(0, beside - words.length + 1)).includes(words);
}
