import { problem, type Problem } from './problems';

/** Seconds: a hundred hours. Times of a transcript have two digits for hours, and no session comes near it. */
const latest = 360_000;

/** When something was said, in seconds. */
export interface Span {
  readonly start: number | null;
  readonly end: number | null;
}

export const noTime: Span = { start: null, end: null };

/** Reads the times of one source, and counts those that cannot be read: words are never lost for a time's sake. */
export class SourceTimes {
  /** How many of the source's units are a second. */
  readonly perSecond: number;
  #broken = 0;
  #line: number | null = null;

  constructor(perSecond = 1) {
    this.perSecond = perSecond;
  }

  /** Seconds of a number, also of one in quotes; null where there is none, or none that could be a time. */
  seconds(value: unknown, line: number): number | null {
    if (value === undefined || value === null || value === '') return null;
    const seconds = numberOf(value) / this.perSecond;
    return seconds >= 0 && seconds < latest ? seconds : this.#notRead(line);
  }

  /** An end before its start is none. */
  span(start: unknown, end: unknown, line: number): Span {
    const from = this.seconds(start, line);
    const to = this.seconds(end, line);
    if (from === null || to === null || from <= to) return { start: from, end: to };
    return { start: from, end: this.#notRead(line) };
  }

  warnings(): Problem[] {
    return this.#broken === 0 ? [] : [problem('times-broken', { count: this.#broken }, this.#line)];
  }

  #notRead(line: number): null {
    this.#broken++;
    this.#line ??= line;
    return null;
  }
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
