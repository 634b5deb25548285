/** A stretch that a coder gave a code; half-open, in units of the continuum (characters). Those of one coder do not overlap. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** What stands between spans. No code is called so. */
const gap = '';

/** Lengths by pairs of codes: how long one coder's stretches of a code lie over another's. */
type Lengths = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * What of one continuum goes into the figures of free spans (Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019,
 * section 12.6); that of several continua laid end to end adds up.
 */
export interface Unitized {
  /** Boundaries and codes, gaps included. */
  readonly all: Tally;
  /** Coded or not, whatever the code. */
  readonly binary: Tally;
  /** Codes alone, where two coders or more coded. */
  readonly coding: Tally;
}

export interface Tally {
  readonly lengths: Lengths;
  /** How much stretches would be paired with themselves, by code. */
  readonly self: ReadonlyMap<string, number>;
}

/**
 * One continuum, from 0 to `length`. Expected coincidences take out that a stretch is paired with itself: for coded stretches the
 * square of their length, for gaps their length, since a gap has no unity.
 */
export function unitized(coders: readonly (readonly Span[])[], length: number): Unitized {
  const lines = coders.map((spans) => withGaps(spans, length));
  const binary = lines.map((line) =>
    line.map((span) => (span.code === gap ? span : { ...span, code: 'coded' })),
  );
  return {
    all: { lengths: coincidences(lines), self: selfPairs(lines) },
    binary: { lengths: coincidences(binary), self: selfPairs(binary) },
    coding: codedCoincidences(lines),
  };
}

/**
 * 1 − observed / expected, off the diagonal, of continua laid end to end, each as often as it is drawn. Null where nobody could
 * have disagreed.
 */
export function alphaOver(continua: readonly Tally[]): (times: readonly number[]) => number | null {
  const codes = [...new Set(continua.flatMap(({ lengths, self }) => [...lengths.keys(), ...self.keys()]))];
  const tables = continua.map((tally) => tableOf(tally, codes));
  return (times) => {
    // By rows of lengths, and behind them the self-pairs: drawn a thousand times, so without a map.
    const added = new Float64Array(codes.length * (codes.length + 1));
    for (const [index, table] of tables.entries()) {
      const often = times[index] ?? 0;
      if (often === 0) continue;
      for (let at = 0; at < table.length; at++) added[at] = (added[at] ?? 0) + often * (table[at] ?? 0);
    }
    return alpha(added, codes.length);
  };
}

function tableOf({ lengths, self }: Tally, codes: readonly string[]): Float64Array {
  return Float64Array.from([
    ...codes.flatMap((first) => codes.map((second) => lengths.get(first)?.get(second) ?? 0)),
    ...codes.map((code) => self.get(code) ?? 0),
  ]);
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
function codedCoincidences(lines: readonly (readonly Span[])[]): Tally {
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

function alpha(table: Float64Array, codes: number): number | null {
  const totals = new Float64Array(codes);
  let [all, self] = [0, 0];
  for (let first = 0; first < codes; first++) {
    self += table[codes * codes + first] ?? 0;
    for (let second = 0; second < codes; second++)
      totals[first] = (totals[first] ?? 0) + (table[first * codes + second] ?? 0);
    all += totals[first] ?? 0;
  }
  if (all === 0) return null;
  const scale = all - self / all;
  let [observed, expected] = [0, 0];
  for (let first = 0; first < codes; first++) {
    for (let second = 0; second < codes; second++) {
      if (first === second) continue;
      observed += table[first * codes + second] ?? 0;
      expected += ((totals[first] ?? 0) * (totals[second] ?? 0)) / scale;
    }
  }
  return expected > 0 && scale > 0 ? 1 - observed / expected : null;
}
