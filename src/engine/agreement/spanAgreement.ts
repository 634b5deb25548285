import { codeFor } from '../codebook/keys';
import { bootstrapIntervals, type Resampling } from './bootstrap';
import type { Compared } from './codeAgreement';
import { coefficient, undefinedFor, type Coefficient, type CoefficientReason } from './coefficient';
import { turnsHolding } from '../transcript/offsets';
import { fits, isInRow, stretch, type Row } from './presence';
import { sum } from './table';
import { alphaOver, unitized, type Span } from './unitizing';

/** Reliability of passages as they begin and end (the α_u family), of one code or of a code with all below it. */
export interface SpanAgreement {
  readonly code: string;
  readonly rollup: boolean;
  /** Characters of the turns that all compared coders judged, of the code's role. */
  readonly n: number;
  readonly sessions: number;
  /** How many passages each coder has there. Those with one code that overlap are one. */
  readonly passages: readonly number[];
  /** Where passages begin and end, together with their codes. */
  readonly u_alpha: Coefficient;
  /** Coded or not, whatever the code. */
  readonly u_alpha_binary: Coefficient;
  /** Which code, where two coders or more coded. Of a code alone there is nothing to choose. */
  readonly cu_alpha: Coefficient;
}

/**
 * The figures over all sessions laid end to end. The continuum is what counts for the code: turns of its role that all judged,
 * without what is left out between them. Intervals are drawn over sessions, where there are several.
 *
 * @param compared With turns as units.
 */
export function spanAgreement(
  row: Row,
  compared: readonly Compared[],
  coders: readonly string[],
  resampling: Resampling | null,
): SpanAgreement {
  const sessions = compared.map((each) => continuumOf(each, row)).filter(({ length }) => length > 0);
  const n = sum(sessions.map(({ length }) => length));
  const coded = sessions.map(({ lines, length }) => unitized(lines, length));
  const whole = sessions.map(({ lines, length }) => unitized(lines.map(asOneCode), length));
  const measures = [
    alphaOver(coded.map(({ all }) => all)),
    alphaOver(whole.map(({ binary }) => binary)),
    alphaOver(coded.map(({ coding }) => coding)),
  ];
  const once = sessions.map(() => 1);
  const values = measures.map((measure) => measure(once));
  const intervals = intervalsOf(measures, values, sessions.length, resampling);
  const say = (index: number, reason: CoefficientReason | null): Coefficient => {
    const value = values[index] ?? null;
    if (n === 0) return undefinedFor('no-units', 0);
    if (reason !== null) return undefinedFor(reason, n);
    return value === null ? undefinedFor('one-category', n) : coefficient(value, n, intervals[index] ?? null);
  };
  const overlaps = sessions.some(({ lines }) => lines.some(overlapsItself)) ? 'layer-overlaps' : null;
  const isApart = coded.every(({ coding }) => coding.lengths.size === 0);
  return {
    code: row.code.id,
    rollup: row.rollup,
    n,
    sessions: sessions.length,
    passages: coders.map((_, coder) => sum(sessions.map(({ lines }) => lines[coder]?.length ?? 0))),
    u_alpha: say(0, overlaps),
    u_alpha_binary: say(1, null),
    cu_alpha: say(2, overlaps ?? (isApart ? 'never-meet' : null)),
  };
}

/** None of one session, and none where there is no value. */
function intervalsOf(
  measures: readonly ReturnType<typeof alphaOver>[],
  values: readonly (number | null)[],
  sessions: number,
  resampling: Resampling | null,
): readonly Coefficient['ci'][] {
  if (resampling === null || sessions < 2 || values.every((value) => value === null)) return [];
  const kinds = Array.from({ length: sessions }, (_, index) => index);
  return bootstrapIntervals(kinds, (drawn) => measures.map((measure) => measure(drawn)), resampling);
}

/** Passages of each coder in one session, in characters of what counts there. */
interface Continuum {
  readonly lines: readonly (readonly Span[])[];
  readonly length: number;
}

function continuumOf({ session, units: { units } }: Compared, row: Row): Continuum {
  const { turns } = session.transcript;
  const starts = new Map<number, number>();
  let length = 0;
  for (const unit of units) {
    if (!fits(row.code, unit.role)) continue;
    starts.set(unit.number, length);
    length += unit.length;
  }
  const lines = session.codings.map(({ places }) => {
    const spans: Span[] = [];
    for (const [annotation, at] of places) {
      const code = codeFor(session.codebook, annotation.code);
      if (!code || !isInRow(session.codebook, code, row)) continue;
      const pieces = turnsHolding(at, turns).flatMap((turn): Span[] => {
        const { role = null, text = '' } = turns[turn - 1] ?? {};
        const start = starts.get(turn);
        if (start === undefined || !fits(code, role)) return [];
        const inTurn = stretch(at, turn, text);
        return [{ start: start + inTurn.start, end: start + inTurn.end, code: code.id }];
      });
      spans.push(...joined(pieces, ({ start }, { end }) => start <= end));
    }
    return byCode(spans);
  });
  return { lines, length };
}

/** Passages with one code that lie over each other are one: a layer must not overlap itself. */
function byCode(spans: readonly Span[]): Span[] {
  const codes = [...new Set(spans.map(({ code }) => code))];
  return codes.flatMap((code) =>
    joined(
      spans.filter((span) => span.code === code),
      ({ start }, { end }) => start < end,
    ),
  );
}

function asOneCode(line: readonly Span[]): Span[] {
  return byCode(line.map((span) => ({ ...span, code: 'coded' })));
}

function joined(spans: readonly Span[], belongs: (next: Span, last: Span) => boolean): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (span.end <= span.start) continue;
    if (last && belongs(span, last)) found.splice(-1, 1, { ...last, end: Math.max(last.end, span.end) });
    else found.push(span);
  }
  return found;
}

function overlapsItself(line: readonly Span[]): boolean {
  const sorted = [...line].sort((a, b) => a.start - b.start);
  return sorted.some(({ end }, index) => (sorted[index + 1]?.start ?? end) < end);
}
