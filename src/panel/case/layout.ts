import { scaleLinear } from 'd3-scale';
import type { CaseAxisId, CaseRuptures, CaseSessionState, CaseState, CaseStrip } from './messages';
import { placeStrip, type Column, type PlacedStrip } from './strips';

export interface Bar {
  readonly x: number;
  readonly ruptures: CaseRuptures;
  /** From the ground up: bottom and height of each kind. */
  readonly parts: readonly { readonly kind: BarKind; readonly y: number; readonly height: number }[];
}

export type BarKind = 'withdrawal' | 'confrontation' | 'other';

export interface PlacedBars {
  readonly name: number;
  readonly top: number;
  readonly ground: number;
  readonly bottom: number;
  readonly width: number;
  readonly bars: readonly Bar[];
  /** Whether numbers have room over and under the bars. */
  readonly counted: boolean;
  /** Radius and step of the signs below the ground, and how many have room. */
  readonly sign: { readonly r: number; readonly step: number; readonly most: number };
}

/** A stretch of sessions of one stage, and where its name has room. */
export interface PlacedStage {
  readonly label: string;
  readonly x: number;
  readonly width: number;
  readonly name: { readonly x: number; readonly width: number };
}

export interface CaseLayout {
  readonly em: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly Column[];
  readonly stages: readonly PlacedStage[];
  readonly strips: readonly PlacedStrip[];
  readonly bars: PlacedBars | null;
  /** Numbers that no session has. */
  readonly missing: readonly number[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly tickBaseline: number;
}

/** Heights and widths in ems. */
const size = {
  gutter: 1.9,
  edge: 0.5,
  inset: 1.1,
  head: 1.5,
  name: 1.05,
  afterName: 0.45,
  strip: 2.1,
  wideStrip: 2.9,
  gap: 0.55,
  unit: 0.72,
  /** Two lines of words, then the number over a bar. */
  belowNames: 2.3,
  bar: 0.95,
  sign: 0.34,
  signs: 4,
  axis: 1.4,
} as const;

const wide = 42;

/** The picture of a case on one of its axes; sessions without a place on it are not drawn. */
export function layOutCase(state: CaseState, axis: CaseAxisId, width: number, em: number): CaseLayout | null {
  const placed = state.sessions.flatMap((session) => {
    const value = session[axis];
    return value === null ? [] : [{ session, value }];
  });
  if (placed.length === 0) return null;
  const left = em * size.gutter;
  const right = Math.max(left + em * 4, width - em * size.edge);
  const values = placed.map(({ value }) => value);
  const [first, last] = [Math.min(...values), Math.max(...values)];
  const scale = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([left + em * size.inset, right - em * size.inset]);
  const x = (value: number): number => scale(value);
  const columns = columnsOf(placed, x, left, right);
  const top = em * size.head;
  const stripHeight = em * (width > wide * em ? size.wideStrip : size.strip);
  const narrowest = Math.min(...columns.map((column) => column.width));
  const sign = { point: Math.min(em * 0.21, narrowest * 0.25), flag: Math.min(em * 0.34, narrowest * 0.4) };
  let y = top;
  const stack = (group: (strip: CaseStrip) => boolean): PlacedStrip[] =>
    state.strips.filter(group).map((strip) => {
      const name = y + em * size.name;
      const plot = name + em * size.afterName;
      y = plot + stripHeight + em * size.gap;
      return placeStrip(strip, { name, top: plot, bottom: plot + stripHeight, sign }, columns);
    });
  const above = stack(({ group }) => group !== 'outcome');
  const bars = state.ruptures.length > 0 ? placeBars(state.ruptures, columns, y, em) : null;
  if (bars) y = bars.bottom + em * size.gap;
  const below = stack(({ group }) => group === 'outcome');
  const missing = axis === 'session' ? missingOf(values).map(x) : [];
  return {
    em,
    width,
    height: y + em * size.axis,
    left,
    right,
    top,
    bottom: y,
    columns,
    stages: stagesOf(columns, em),
    strips: [...above, ...below],
    bars,
    missing,
    ticks: axis === 'session' ? sessionTicks(columns, em) : dayTicks(x, first, last, right - left, em),
    tickBaseline: y + em * 1.05,
  };
}

interface Placed {
  readonly session: CaseSessionState;
  readonly value: number;
}

function columnsOf(
  placed: readonly Placed[],
  x: (value: number) => number,
  left: number,
  right: number,
): readonly Column[] {
  const ordered = placed
    .map(({ session, value }) => ({ session, x: x(value) }))
    .toSorted((a, b) => a.x - b.x);
  const xs = [...new Set(ordered.map((one) => one.x))];
  return ordered.map((one) => {
    const at = xs.indexOf(one.x);
    const [before, after] = [xs[at - 1], xs[at + 1]];
    const from = before === undefined ? left : (before + one.x) / 2;
    const to = after === undefined ? right : (one.x + after) / 2;
    return { ...one, left: from, width: to - from };
  });
}

/** A number that is no session's by mistake is no reason for thousands of missing ones. */
const longest = 500;

function missingOf(values: readonly number[]): number[] {
  const there = new Set(values);
  const [first, last] = [Math.min(...values), Math.max(...values)];
  if (last - first > longest) return [];
  const all = Array.from({ length: Math.floor(last - first) + 1 }, (_, index) => first + index);
  return all.filter((value) => !there.has(value));
}

function placeBars(
  ruptures: readonly CaseRuptures[],
  columns: readonly Column[],
  from: number,
  em: number,
): PlacedBars {
  const most = Math.max(3, ...ruptures.map(({ ends }) => ends.length));
  const unit = em * Math.min(size.unit, 4.4 / most);
  const name = from + em * size.name;
  const top = name + em * size.belowNames;
  const ground = top + unit * most;
  const narrowest = Math.min(...columns.map(({ width }) => width));
  const r = Math.max(1.5, Math.min(em * size.sign, narrowest * 0.36));
  const step = r * 2.5;
  const shown = Math.min(size.signs, Math.max(0, ...ruptures.map(({ ends }) => ends.length)));
  const bars = columns.flatMap(({ session, x }): Bar[] => {
    const found = ruptures.find((one) => one.session === session.id);
    if (!found) return [];
    let y = ground;
    const kinds = ['withdrawal', 'confrontation', 'other'] as const;
    const parts = kinds.flatMap((kind) => {
      const height = found[kind] * unit;
      if (height === 0) return [];
      y -= height;
      return [{ kind, y, height }];
    });
    return [{ x, ruptures: found, parts }];
  });
  const width = Math.max(2, Math.min(em * size.bar, narrowest * 0.62));
  const bottom = ground + step * shown + (shown > 0 ? em * 0.35 : 0);
  const counted = narrowest > em * 1.1;
  return { name, top, ground, bottom, width, bars, counted, sign: { r, step, most: size.signs } };
}

/**
 * Stretches of one stage, each from the middle between sessions to the middle. A case often ends with one session of a stage,
 * in half a column: the last name begins further left then, as far as the name before it leaves room.
 */
function stagesOf(columns: readonly Column[], em: number): readonly PlacedStage[] {
  const stages: { label: string; x: number; width: number }[] = [];
  for (const { session, left, width } of columns) {
    const last = stages.at(-1);
    if (last?.label === session.stage) last.width = left + width - last.x;
    else stages.push({ label: session.stage, x: left, width });
  }
  const long = ({ label }: { label: string }): number => em * (0.8 + label.length * 0.5);
  return stages.flatMap((stage, index) => {
    const { label, x, width } = stage;
    const before = stages[index - 1];
    const isLast = index === stages.length - 1;
    const free = isLast && before ? before.x + (before.label === '' ? 0 : long(before)) : x;
    const begin = Math.min(x, Math.max(free, x + width - long(stage)));
    return label === '' ? [] : [{ label, x, width, name: { x: begin, width: x + width - begin } }];
  });
}

/** Every number that has room, beginning with the first. */
function sessionTicks(columns: readonly Column[], em: number): CaseLayout['ticks'] {
  let free = Number.NEGATIVE_INFINITY;
  return columns.flatMap(({ session, x }) => {
    if (x < free) return [];
    free = x + em * (0.9 + session.label.length * 0.6);
    return [{ x, label: session.label }];
  });
}

function dayTicks(
  x: (value: number) => number,
  first: number,
  last: number,
  room: number,
  em: number,
): CaseLayout['ticks'] {
  const most = Math.max(2, Math.floor(room / (em * 3.5)));
  const ticks = scaleLinear().domain([first, last]).ticks(most).filter(Number.isInteger);
  return ticks.map((value) => ({ x: x(value), label: String(value) }));
}
