import { parseTranscript } from '../../src/engine/transcript/parse';

/**
 * The rules of live edits, told of single characters: each of them belongs to the passage or does not, and what comes is judged by what
 * it stands in place of. Knows nothing of lines, marks and hunks.
 */

/** One replacement in the whole text. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type State = 'sure' | 'unsure' | 'lost';

interface Loss {
  readonly words: string;
  readonly place: string;
  readonly flags: readonly boolean[];
  readonly state: State;
}

export class WatchedPassage {
  /** For each character of the text, whether it is the passage's. */
  #own: boolean[];
  #loss: Loss | null = null;
  state: State = 'sure';

  constructor(length: number, from: number, to: number) {
    this.#own = Array.from({ length }, (_, at) => at >= from && at < to);
  }

  /** From, and up to; null when it is lost. */
  get range(): readonly [number, number] | null {
    return this.state === 'lost' ? null : [this.#own.indexOf(true), this.#own.lastIndexOf(true) + 1];
  }

  edit(text: string, replacement: Replacement): void {
    const { from, to, text: put } = least(text, replacement);
    const gone = this.#own.slice(from, to);
    const place = placeOf(text, from);
    const all = this.#own.filter(Boolean).length;
    const goes = gone.filter(Boolean).length;
    if (this.state === 'lost') return this.#comesBack(from, to, put, place);
    if (all === goes && goes > 0) return this.#allGoes(text, { from, to, text: put }, gone, place);
    const within = from > 0 && this.#own[from - 1] === true && this.#own[to] === true;
    const stays = goes > 0 && gone.every(Boolean);
    if (goes > 0 && !this.#hasWordsOutside(text, from, to)) this.state = 'unsure';
    this.#put(from, to, put.length, stays || within);
  }

  /** All of it goes. Within its turn what stands there instead is offered. */
  #allGoes(
    text: string,
    { from, to, text: put }: Replacement,
    gone: readonly boolean[],
    place: string,
  ): void {
    const next = text.slice(0, from) + put + text.slice(to);
    if (put !== '' && !holdsLabel(text, from, to) && !holdsLabel(next, from, from + put.length)) {
      this.state = 'unsure';
      return this.#put(from, to, put.length, true);
    }
    this.#loss = { words: text.slice(from, to), place, flags: gone, state: this.state };
    this.state = 'lost';
    this.#put(from, to, put.length, false);
  }

  /** The very words come back to the place they were taken from. */
  #comesBack(from: number, to: number, put: string, place: string): void {
    this.#put(from, to, put.length, false);
    if (!this.#loss || this.#loss.words !== put || this.#loss.place !== place) return;
    this.#own.splice(from, put.length, ...this.#loss.flags);
    this.state = this.#loss.state;
    this.#loss = null;
  }

  #hasWordsOutside(text: string, from: number, to: number): boolean {
    return this.#own.some(
      (own, at) => own && (at < from || at >= to) && /[\p{L}\p{N}]/u.test(text.charAt(at)),
    );
  }

  #put(from: number, to: number, length: number, own: boolean): void {
    this.#own.splice(from, to - from, ...Array.from({ length }, () => own));
  }
}

/** What a replacement changes at least: without what begins and ends both alike. */
function least(text: string, { from, to, text: put }: Replacement): Replacement {
  let [start, end, last] = [from, to, put.length];
  while (start < end && start - from < last && text[start] === put[start - from]) start++;
  while (end > start && last > start - from && text[end - 1] === put[last - 1])
    [end, last] = [end - 1, last - 1];
  return { from: start, to: end, text: put.slice(start - from, last) };
}

/** Whether a stretch reaches over the beginning of a turn. */
function holdsLabel(text: string, from: number, to: number): boolean {
  const labelled = new Set(parseTranscript(text).turns.map(({ line }) => line));
  const [first, last] = [lineOf(text, from), lineOf(text, to)];
  for (let line = first + 1; line <= last; line++) if (labelled.has(line)) return true;
  return false;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;

const placeOf = (text: string, at: number): string =>
  `${lineOf(text, at)} ${at - (text.lastIndexOf('\n', at - 1) + 1)}`;
