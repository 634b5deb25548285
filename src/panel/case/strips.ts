import { scaleLinear } from 'd3-scale';
import type { CaseSessionState, CaseStrip } from './messages';

/** A session that has a place on the axis, in pixels. */
export interface Column {
  readonly session: CaseSessionState;
  readonly x: number;
  /** The stretch that belongs to it, up to the middle between neighbours. */
  readonly left: number;
  readonly width: number;
}

export interface StripLine {
  readonly second: boolean;
  /** Parts without a gap between them, each a line through at least one point. */
  readonly runs: readonly (readonly Point[])[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedStrip {
  readonly strip: CaseStrip;
  /** Where its name stands, and between which its values go. */
  readonly name: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly StripLine[];
  /** Outlines of the gap between two lines. */
  readonly shades: readonly string[];
  readonly flags: readonly { readonly x: number; readonly good: boolean | null }[];
  /** Radius of points and flags: less where sessions stand close. */
  readonly sign: { readonly point: number; readonly flag: number };
}

interface Band {
  readonly name: number;
  readonly top: number;
  readonly bottom: number;
  readonly sign: PlacedStrip['sign'];
}

/** The lines of a strip, broken wherever a session has no value or a number is missing. */
export function placeStrip(strip: CaseStrip, band: Band, columns: readonly Column[]): PlacedStrip {
  const scale = scaleLinear().domain([strip.min, strip.max]).range([band.bottom, band.top]).clamp(true);
  const runsOf = ({ points }: CaseStrip['lines'][number]): Point[][] => {
    const values = new Map(points.map(({ session, value }) => [session, value]));
    const runs: Point[][] = [];
    let before: CaseSessionState | null = null;
    for (const { session, x } of columns) {
      const value = values.get(session.id);
      if (value === undefined) {
        before = null;
        continue;
      }
      const point = { x, y: scale(value) };
      const run = runs.at(-1);
      if (run && before && isNext(before, session)) run.push(point);
      else runs.push([point]);
      before = session;
    }
    return runs;
  };
  const lines = strip.lines.map((line) => ({ second: line.second, runs: runsOf(line) }));
  return {
    strip,
    ...band,
    lines,
    shades: shadesOf(lines),
    flags: columns.flatMap((column) => placeFlags(strip.flags, column, band.sign.flag)),
  };
}

/** The flags of a session, beside one another: a strip of two lines may have one for each. */
function placeFlags(
  flags: CaseStrip['flags'],
  { session, x, width }: Column,
  radius: number,
): PlacedStrip['flags'] {
  const here = flags.filter((flag) => flag.session === session.id);
  const step = Math.min(2.2 * radius, width / here.length);
  return here.map(({ good }, index) => ({ x: x + (index - (here.length - 1) / 2) * step, good }));
}

/** No number is missing between two neighbours of the axis. */
function isNext(before: CaseSessionState, session: CaseSessionState): boolean {
  if (before.session === null || session.session === null) return true;
  return session.session - before.session <= 1;
}

/** Between two lines, wherever both go on from one session to the next. */
function shadesOf([one, other]: readonly StripLine[]): string[] {
  if (!one || !other) return [];
  const steps = ({ runs }: StripLine): Map<number, readonly [Point, Point]> =>
    new Map(
      runs.flatMap((run) =>
        run.slice(1).map((to, index) => [to.x, [run[index] ?? to, to] as const] as const),
      ),
    );
  const others = steps(other);
  return [...steps(one)].flatMap(([x, [from, to]]) => {
    const [otherFrom, otherTo] = others.get(x) ?? [];
    if (!otherFrom || !otherTo || otherFrom.x !== from.x) return [];
    return [`M${dot(from)}L${dot(to)}L${dot(otherTo)}L${dot(otherFrom)}Z`];
  });
}

/** One decimal is finer than any screen. */
export function dot({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
