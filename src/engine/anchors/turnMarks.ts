import type { TurnImage } from './alignTurns';
import { spansNow } from './turnSpans';
import { joinSpans } from '../annotations/acts';
import type { TurnSpan } from '../annotations/types';
import type { LiveText } from '../transcript/liveText';
import { turnAtLine } from '../transcript/offsets';

/**
 * Marks on all turns of a text as they were counted last, so that what is said of a turn by its number follows what is typed.
 * Turns count from 1. A turn that was taken out and comes back (text undo) is the one it was, also after a new count.
 */
export class TurnMarks {
  readonly live: LiveText;
  #keys: readonly string[] = [];
  /** Turns that were judged and are gone. */
  readonly #gone = new Set<string>();
  #counts = 0;

  constructor(live: LiveText) {
    this.live = live;
    this.count([]);
  }

  /** Counts the turns anew, as they stand. `judged`: those of the former count that are missed should they be gone. */
  count(judged: readonly TurnSpan[]): void {
    const { marks, lines } = this.live;
    const { turns } = this.live.transcript();
    const missed = new Set(judged.flatMap(({ from, to }) => this.#keys.slice(from - 1, to)));
    for (const key of this.#keys) {
      if (missed.has(key)) this.#gone.add(key);
      else marks.remove(key);
    }
    for (const key of this.#gone) {
      if (marks.get(key)?.state === 'lost') continue;
      this.#gone.delete(key);
      marks.remove(key);
    }
    const name = `turn ${++this.#counts} `;
    this.#keys = turns.map((turn) => {
      const key = `${name}${turn.number}`;
      const line = lines[turn.line];
      // The whole line is marked: a turn stays itself whatever becomes of its label, its time or its first words.
      if (line) marks.put(key, { line, character: 0 }, { line, character: line.text.length });
      return key;
    });
  }

  /** Where turns of the last count are now. */
  spansNow(spans: readonly TurnSpan[]): TurnSpan[] {
    const images = this.#images();
    return images ? spansNow(spans, images, this.#turnCount) : joinSpans(spans);
  }

  /** Where judged turns are now, with those that came back since they were missed. */
  judgedNow(spans: readonly TurnSpan[]): TurnSpan[] {
    const back = [...this.#gone].flatMap((key) => this.#turnOf(key) ?? []);
    const returned = back.map((turn) => ({ from: turn, to: turn }));
    return joinSpans([...this.spansNow(spans), ...returned]);
  }

  get #turnCount(): number {
    return this.live.transcript().turns.length;
  }

  /** What became of each turn; null where all are what they were. Two that became one are the first of them. */
  #images(): TurnImage[] | null {
    let last = 0;
    const now = this.#keys.map((key) => {
      const turn = this.#turnOf(key);
      if (turn === null || turn <= last) return null;
      last = turn;
      return turn;
    });
    const same = now.length === this.#turnCount && now.every((turn, index) => turn === index + 1);
    return same
      ? null
      : now.map((turn) => (turn === null ? { kind: 'gone' } : { kind: 'at', turn: turn - 1 }));
  }

  #turnOf(key: string): number | null {
    const mark = this.live.marks.get(key);
    if (!mark || mark.state === 'lost') return null;
    return turnAtLine(this.live.transcript().turns, this.live.lineNumber(mark.start.line))?.number ?? null;
  }
}
