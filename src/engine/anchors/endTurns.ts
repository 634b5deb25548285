import type { Context } from '../annotations/types';
import type { LooseAt } from '../transcript/at';
import type { Turn } from '../transcript/types';
import { findExactly, type Find } from './findWords';
import { hasGrown, passageIn, type FreeRun } from './freeText';
import type { Candidate, Ground } from './inWords';
import { reversed, sidesOf, type Side } from './surroundings';

/** What of a passage over several turns stands in its first turn, or in its last. */
interface Part {
  readonly words: string;
  readonly start: number;
  readonly side: 'before' | 'after';
  /** The turn it was in (from 1). */
  readonly turn: number;
}

/** Words with so many characters beside them are told from others. */
const telling = 12;
/** Anything stands around anything to so few characters. */
const shortest = 8;

/**
 * Whether a passage over several turns may begin or end elsewhere: its part in the first or the last turn, which changed, cannot be told
 * from others, or their like stands where it would be as well.
 */
export function hasUnsureEnd(
  candidate: Candidate,
  { at, context }: { readonly at?: LooseAt | undefined; readonly context?: Context | undefined },
  ground: Ground,
): boolean {
  const { sides } = candidate;
  if (candidate.at.end_turn === undefined || !sides || !at || !context) return false;
  return partsOf(candidate.find, at)
    .filter(({ turn }) => ground.images?.images[turn - 1]?.kind !== 'at')
    .some((part) => {
      const side = sides[part.side];
      return isThin(part, side) || hasRival(part, side, candidate.find.run, context, ground.turns);
    });
}

function partsOf({ run, start, end }: Find, own: LooseAt): readonly [Part, Part] {
  const { text, at } = run.folded;
  const starts = run.starts.map((begin) => at.indexOf(begin)).filter((begin) => begin > start && begin < end);
  const last = starts.at(-1) ?? start;
  const head = text.slice(start, starts[0]).trim();
  const tail = text.slice(last, end).trim();
  return [
    { words: head, start, side: 'before', turn: own.turn },
    { words: tail, start: last, side: 'after', turn: own.end_turn ?? own.turn },
  ];
}

function isThin({ words, side }: Part, { kept, beside, text }: Side): boolean {
  const away = side === 'before' ? reversed(words) : words;
  return words.length + kept < telling || (beside < kept && text.includes(away));
}

/** The like of a part stands in the same stretch of text, and as much of what stood beside the part stands beside that. */
function hasRival(
  { words, start, side }: Part,
  own: Side,
  run: FreeRun,
  context: Context,
  turns: readonly Turn[],
): boolean {
  const least = Math.max(hasGrown(run) ? 0 : shortest, own.near);
  return findExactly(words, [run]).some((other) => {
    const at = other.start === start ? null : passageIn(run, other.start, other.end);
    if (!at) return false;
    const its = sidesOf(context, at, turns)[side];
    return its.beside === its.kept || its.near >= least;
  });
}
