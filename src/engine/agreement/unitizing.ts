import { sum } from './table';

/** A stretch that a coder gave a code; half-open, in units of the continuum (characters). Those of one coder do not overlap. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Reliability of free spans (Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, section 12.6). */
export interface Unitizing {
  /** Boundaries and codes, gaps included. Null where nobody could have disagreed. */
  readonly all: number | null;
  /** Coded or not, whatever the code. */
  readonly binary: number | null;
  /** Codes alone, where two coders or more coded. */
  readonly coding: number | null;
  /** The same for each code against all others. */
  readonly codes: ReadonlyMap<string, number | null>;
}

/** What stands between spans. No code is called so. */
const gap = '';

/** Lengths by pairs of codes: how long one coder's stretches of a code lie over another's. */
type Lengths = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The α_u family over a continuum from 0 to `length`. Expected coincidences take out that a stretch is paired with itself: for
 * coded stretches the square of their length, for gaps their length, since a gap has no unity.
 */
export function unitizingAlpha(coders: readonly (readonly Span[])[], length: number): Unitizing {
  const lines = coders.map((spans) => withGaps(spans, length));
  const binary = lines.map((line) =>
    line.map((span) => (span.code === gap ? span : { ...span, code: 'coded' })),
  );
  const coded = codedCoincidences(lines);
  const codes = [...coded.lengths.keys()].sort();
  return {
    all: alpha(coincidences(lines), selfPairs(lines)),
    binary: alpha(coincidences(binary), selfPairs(binary)),
    coding: alpha(coded.lengths, coded.self),
    codes: new Map(codes.map((code) => [code, alpha(coded.lengths, coded.self, code)])),
  };
}

function withGaps(spans: readonly Span[], length: number): Span[] {
  const line: Span[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start > at) line.push({ start: at, end: span.start, code: gap });
    if (span.end > span.start) line.push(span);
    at = Math.max(at, span.end);
  }
  if (at < length) line.push({ start: at, end: length, code: gap });
  return line;
}

/** Both ways, divided by the other coders of each. */
function coincidences(lines: readonly (readonly Span[])[]): Lengths {
  const found = new Map<string, Map<string, number>>();
  for (const [first, line] of lines.entries()) {
    for (const [second, other] of lines.entries()) {
      if (first !== second)
        overlaps(line, other, (a, b, size) => add(found, a.code, b.code, size / (lines.length - 1)));
    }
  }
  return found;
}

/** Calls back for each pair of stretches of two lines that lie over each other; linear, since both are sorted. */
function overlaps(
  line: readonly Span[],
  other: readonly Span[],
  each: (first: Span, second: Span, size: number) => void,
): void {
  let at = 0;
  for (const span of line) {
    while (at > 0 && (other[at]?.start ?? 0) > span.start) at--;
    while (at < other.length && (other[at]?.end ?? 0) <= span.start) at++;
    for (let index = at; index < other.length; index++) {
      const second = other[index];
      if (!second || second.start >= span.end) break;
      each(span, second, Math.min(span.end, second.end) - Math.max(span.start, second.start));
    }
  }
}

function add(lengths: Map<string, Map<string, number>>, first: string, second: string, size: number): void {
  const row = lengths.get(first) ?? new Map<string, number>();
  lengths.set(first, row.set(second, (row.get(second) ?? 0) + size));
}

function selfPairs(lines: readonly (readonly Span[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { start, end, code } of lines.flat()) {
    const size = end - start;
    found.set(code, (found.get(code) ?? 0) + (code === gap ? size : size ** 2));
  }
  return found;
}

/** Only where both coded; of each stretch its pairable length counts: what at least one other coder coded, too. */
function codedCoincidences(lines: readonly (readonly Span[])[]): {
  readonly lengths: Lengths;
  readonly self: ReadonlyMap<string, number>;
} {
  const lengths = new Map<string, Map<string, number>>();
  const self = new Map<string, number>();
  for (const [first, line] of lines.entries()) {
    const others = lines.filter((_, index) => index !== first);
    for (const span of line.filter(({ code }) => code !== gap)) {
      const covered: Span[] = [];
      for (const other of others) {
        overlaps([span], other, (_, second, size) => {
          if (second.code === gap) return;
          add(lengths, span.code, second.code, size / (lines.length - 1));
          covered.push({
            ...second,
            start: Math.max(span.start, second.start),
            end: Math.min(span.end, second.end),
          });
        });
      }
      const pairable = unionLength(covered);
      self.set(span.code, (self.get(span.code) ?? 0) + pairable ** 2);
    }
  }
  return { lengths, self };
}

function unionLength(spans: readonly Span[]): number {
  let [total, at] = [0, Number.NEGATIVE_INFINITY];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    total += Math.max(0, end - Math.max(start, at));
    at = Math.max(at, end);
  }
  return total;
}

/** 1 − observed / expected, off the diagonal; of one code, in its row only. */
function alpha(
  lengths: Lengths,
  self: ReadonlyMap<string, number>,
  only: string | null = null,
): number | null {
  const totals = new Map([...lengths].map(([code, row]) => [code, sum([...row.values()])]));
  const all = sum([...totals.values()]);
  if (all === 0) return null;
  const scale = all - sum([...self.values()]) / all;
  let [observed, expected] = [0, 0];
  for (const [first, firstTotal] of totals) {
    if (only !== null && first !== only) continue;
    for (const [second, secondTotal] of totals) {
      if (first === second) continue;
      observed += lengths.get(first)?.get(second) ?? 0;
      expected += (firstTotal * secondTotal) / scale;
    }
  }
  return expected > 0 && scale > 0 ? 1 - observed / expected : null;
}
