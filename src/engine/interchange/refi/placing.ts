import type { At } from '../../transcript/at';
import { codePointOffset } from '../../transcript/offsets';
import { parseTranscript, type ParsedTranscript } from '../../transcript/parse';
import type { Turn } from '../../transcript/types';
import type { ImportedSession, WrittenSession } from '../imported';

/**
 * Where the characters of a source stand in the turns of the transcript that was made of it. Labels, times and what became
 * comments stand in no turn.
 */
export class Placing {
  readonly transcript: ParsedTranscript;
  /** For each UTF-16 unit of the source its turn, from 1, and its index there; 0 for what is in no turn. */
  readonly #turns: Int32Array;
  readonly #indexes: Int32Array;

  constructor(source: string, session: ImportedSession, written: WrittenSession) {
    this.transcript = parseTranscript(written.text);
    this.#turns = new Int32Array(source.length);
    this.#indexes = new Int32Array(source.length);
    const { kept } = session;
    if (kept && source.endsWith(kept.body) && written.text.endsWith(kept.body)) {
      this.#byLines(source.length - written.text.length);
    } else {
      this.#byWords(source, session, written);
    }
  }

  /** The passage that a stretch of the source covers; null where none of it is said in a turn. */
  at(start: number, end: number): At | null {
    let first = start;
    while (first < end && this.#turns[first] === 0) first++;
    let last = Math.min(end, this.#turns.length) - 1;
    while (last > first && this.#turns[last] === 0) last--;
    const [from, to] = [this.#turnAt(first), this.#turnAt(last)];
    if (!from || !to || first > last) return null;
    const begin = codePointOffset(from.text, this.#indexes[first] ?? 0);
    // An index within a pair counts as before it: one more is behind the whole character.
    const behind = (this.#indexes[last] ?? 0) + (isWide(to.text, this.#indexes[last] ?? 0) ? 2 : 1);
    const finish = codePointOffset(to.text, behind);
    if (from === to) return begin < finish ? { turn: from.number, start: begin, end: finish } : null;
    return { turn: from.number, start: begin, end_turn: to.number, end: finish };
  }

  #turnAt(index: number): Turn | undefined {
    return this.transcript.turns[(this.#turns[index] ?? 0) - 1];
  }

  #set(source: number, turn: number, index: number): void {
    this.#turns[source] = turn;
    this.#indexes[source] = index;
  }

  /** The lines of the source stand in the transcript as they are, only under another header. */
  #byLines(shift: number): void {
    const { lines, turns } = this.transcript;
    const starts: number[] = [];
    let before = shift;
    for (const { text, eol } of lines) {
      starts.push(before);
      before += text.length + eol.length;
    }
    for (const { number, pieces } of turns) {
      let index = 0;
      for (const { line, start, end } of pieces) {
        for (let at = start; at < end; at++) this.#set((starts[line] ?? 0) + at, number, index++);
        // The line feed between two pieces is a character of the turn.
        index++;
      }
    }
  }

  /** Each speech is looked for in its line and behind what was found before, and again in its turn; blanks do not count. */
  #byWords(source: string, { entries }: ImportedSession, { turnOfEntry }: WrittenSession): void {
    const bare = new Bare(source);
    const lines = lineStarts(source);
    const turns = new Map<number, { readonly bare: Bare; next: number }>();
    let next = 0;
    for (const [index, entry] of entries.entries()) {
      const number = turnOfEntry.get(index);
      const turn = number === undefined ? undefined : this.transcript.turns[number - 1];
      if (entry.kind !== 'speech' || !turn) continue;
      const own = turns.get(turn.number) ?? { bare: new Bare(turn.text), next: 0 };
      turns.set(turn.number, own);
      const words = new Bare(entry.text).text;
      const line = Math.max(next, bare.before(lines[entry.line - 1] ?? 0));
      const from = bare.behind(new Bare(entry.speaker ?? '').text, line);
      const there = bare.text.indexOf(words, from);
      const here = own.bare.text.indexOf(words, own.next);
      if (words === '' || there < 0 || here < 0) continue;
      for (let at = 0; at < words.length; at++) {
        this.#set(bare.indexAt(there + at), turn.number, own.bare.indexAt(here + at));
      }
      next = there + words.length;
      own.next = here + words.length;
    }
  }
}

/** A text without blanks, that knows where its characters stood. */
class Bare {
  readonly text: string;
  readonly #indexes: readonly number[];

  constructor(text: string) {
    const indexes: number[] = [];
    const characters: string[] = [];
    for (const { 0: run, index } of text.matchAll(/\S+/g)) {
      characters.push(run);
      for (let at = 0; at < run.length; at++) indexes.push(index + at);
    }
    this.text = characters.join('');
    this.#indexes = indexes;
  }

  indexAt(bare: number): number {
    return this.#indexes[bare] ?? 0;
  }

  /** How many of its characters stand before an index of the text. */
  before(index: number): number {
    let [low, high] = [0, this.#indexes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.indexAt(middle) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Behind a label, where one stands at the beginning of a line (a time may be before it). */
  behind(label: string, from: number): number {
    if (label === '') return from;
    const found = this.text.slice(from, from + label.length + 40).indexOf(label);
    return found < 0 ? from : from + found + label.length;
  }
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function isWide(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}
