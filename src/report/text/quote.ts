import type { At } from '../../engine/transcript/at';
import { utf16Index } from '../../engine/transcript/offsets';
import type { Turn } from '../../engine/transcript/types';

/** The words of a passage as they stand in the transcript now, on one line. */
export function quoteOf(at: At, turns: readonly Turn[]): string {
  const last = at.end_turn ?? at.turn;
  const said = turns.slice(at.turn - 1, last).map(({ text, number }) => {
    const end = number === last ? utf16Index(text, at.end) : text.length;
    return text.slice(number === at.turn ? utf16Index(text, at.start) : 0, end);
  });
  return said.join(' ').replaceAll('\n', ' ');
}
