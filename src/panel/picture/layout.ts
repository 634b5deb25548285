import { scaleLinear } from 'd3-scale';
import type { PanelArc, PanelFamily, PanelMark, PanelSegment, SessionState } from '../messages';
import { bandOf, type CurveBand } from './curve-band';
import { arcLevels, arcPath, type PlacedArc } from './arc-path';
import { spread } from './spread';
import type { Stretch } from './stretch';
import { axisTicks, type Tick } from './ticks';

/** A mark in pixels: `x` is its middle, `y` its top. */
export interface PlacedMark {
  readonly mark: PanelMark;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
}

/** One family's lane. */
export interface Lane {
  readonly family: PanelFamily;
  readonly top: number;
  readonly baseline: number;
  readonly marks: readonly PlacedMark[];
}

/** The band over the rupture lane; `base` is where the arcs stand. */
export interface ArcBand {
  readonly top: number;
  readonly base: number;
  readonly bottom: number;
  readonly arcs: readonly PlacedArc[];
}

export interface Cell {
  readonly segment: PanelSegment;
  readonly x: number;
  readonly width: number;
}

/** What of a session is drawn. */
export type Drawn = Pick<
  SessionState,
  'axis' | 'stages' | 'curves' | 'families' | 'marks' | 'arcs' | 'segments'
>;

/** Everything the picture draws, in pixels of a box `width` by `height`. */
export interface Layout {
  readonly em: number;
  readonly width: number;
  readonly height: number;
  /** The plot's edges: where the axis starts and ends. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Under the segment strip. */
  readonly bottom: number;
  readonly place: (x: number) => number;
  /** The place on the axis under a pixel, held within what is shown. */
  readonly valueAt: (pixel: number) => number;
  /** The part of the axis that is drawn. */
  readonly shown: Stretch;
  readonly stages: readonly { readonly label: string; readonly x: number; readonly width: number }[];
  readonly curves: CurveBand | null;
  readonly lanes: readonly Lane[];
  readonly arcs: ArcBand | null;
  readonly strip: { readonly top: number; readonly height: number; readonly cells: readonly Cell[] };
  readonly ticks: readonly Tick[];
  readonly tickBaseline: number;
}

/** Heights and widths in ems. */
const size = {
  gutter: 1.7,
  edge: 0.7,
  head: 1.35,
  lane: 1.55,
  wideLane: 2,
  arc: 1.7,
  level: 0.5,
  arcHead: 0.55,
  arcFoot: 0.3,
  stripGap: 0.75,
  strip: 1.9,
  axis: 1.35,
  tick: 0.26,
  hollowTick: 0.44,
  sign: 0.7,
} as const;

/** From this many ems the lanes get more air. */
const wide = 42;

/** Height of a mark as a share of its lane, by impact from 1 to 5. */
function impactShare(impact: number): number {
  const bounded = Math.min(5, Math.max(1, impact));
  return 0.38 + ((bounded - 1) / 4) * 0.5;
}

/** A hollow bar needs an inside. */
function markWidth(mark: PanelMark): number {
  if (mark.shape !== 'tick') return size.sign;
  return mark.certain ? size.tick : size.hollowTick;
}

function placeMarks(
  marks: readonly PanelMark[],
  x: (v: number) => number,
  top: number,
  lane: number,
  em: number,
): PlacedMark[] {
  const ordered = marks.toSorted((a, b) => a.x - b.x);
  const places = spread(
    ordered.map((mark) => x(mark.x)),
    em * 0.5,
    em * 0.65,
  );
  return ordered.map((mark, index) => {
    const height = impactShare(mark.impact) * lane;
    return {
      mark,
      x: places[index] ?? x(mark.x),
      y: top + lane - height,
      height,
      width: em * markWidth(mark),
    };
  });
}

/** The drawn mark an arc stands on: its place may have been moved a little aside. */
function footing(lanes: readonly Lane[], shape: PanelMark['shape'], value: number): PlacedMark | undefined {
  const marks = lanes.flatMap((lane) => lane.marks);
  return marks.find((placed) => placed.mark.shape === shape && placed.mark.x === value);
}

function holdsRupture(state: Drawn, family: PanelFamily): boolean {
  return state.marks.some(
    (mark) => mark.family === family.id && (mark.shape === 'rupture' || mark.shape === 'repair'),
  );
}

/** What of a session lies in a part of it. */
function within(state: Drawn, { start, end }: Stretch): Drawn {
  const meets = (from: number, to: number): boolean => from < end && to > start;
  return {
    ...state,
    axis: { ...state.axis, start, end },
    marks: state.marks.filter(({ x }) => x >= start && x <= end),
    arcs: state.arcs.filter(({ from, to }) => from <= end && (to ?? end) >= start),
    segments: state.segments.filter((segment) => meets(segment.start, segment.end)),
    stages: state.stages.filter((stage) => meets(stage.start, stage.end)),
  };
}

/** How high each arc stands, known from the axis alone, before the lanes have their places. */
function levelsOf(state: Drawn, end: number): number[] {
  return arcLevels(state.arcs.map((arc) => ({ from: arc.from, to: arc.to ?? end })));
}

function standArc(arc: PanelArc, level: number, lanes: readonly Lane[], at: ArcPlace): PlacedArc {
  const rupture = footing(lanes, 'rupture', arc.from);
  const repair = arc.to === null ? undefined : footing(lanes, 'repair', arc.to);
  const from = rupture?.x ?? at.x(arc.from);
  const to = Math.max(from, arc.to === null ? at.right : (repair?.x ?? at.x(arc.to)));
  const top = at.base - at.em * (size.arc + level * size.level);
  const comesDown = arc.to !== null;
  return {
    arc,
    from,
    to,
    top,
    path: arcPath({ from, to }, { base: at.base, top, foot: rupture?.y ?? at.base }, comesDown),
    end: { x: to, y: comesDown ? at.base : top },
    stem: comesDown && repair ? repair.y : null,
  };
}

interface ArcPlace {
  readonly x: (value: number) => number;
  readonly right: number;
  readonly base: number;
  readonly em: number;
}

/**
 * The picture's geometry: bands stacked over one shared axis.
 * @param width of the box in pixels
 * @param em the font size in pixels, on which all heights depend
 * @param part the stretch of the axis to draw; null for all of it
 */
export function layOut(all: Drawn, width: number, em: number, part: Stretch | null = null): Layout {
  const state = part ? within(all, part) : all;
  const left = em * size.gutter;
  const right = Math.max(left + em * 4, width - em * size.edge);
  const end = Math.max(state.axis.end, state.axis.start + 1);
  const scale = scaleLinear().domain([state.axis.start, end]).range([left, right]).clamp(true);
  // Beyond the part that is shown an arc runs on, to be cut off at the edge.
  const free = scale.copy().clamp(false);
  const x = (value: number): number => scale(value);
  const isWide = width > wide * em;
  const laneHeight = em * (isWide ? size.wideLane : size.lane);
  const top = em * size.head;

  const firstRupture = state.families.find((family) => holdsRupture(all, family)) ?? state.families.at(-1);
  const hasCurves = state.curves.support.points.length + state.curves.strain.points.length > 0;
  const curves = hasCurves ? bandOf(state.curves, free, { top, em, isWide }) : null;
  let y = curves?.bottom ?? top;
  const levels = levelsOf(state, end);
  let bandTop = 0;
  let arcBase: number | null = null;
  const lanes = state.families.map((family): Lane => {
    if (family === firstRupture && state.arcs.length > 0) {
      bandTop = y;
      y += em * (size.arcHead + size.arc + Math.max(0, ...levels) * size.level + size.arcFoot);
      arcBase = y - em * size.arcFoot;
    }
    const laneTop = y;
    y += laneHeight;
    const marks = state.marks.filter((mark) => mark.family === family.id);
    return { family, top: laneTop, baseline: y, marks: placeMarks(marks, x, laneTop, laneHeight, em) };
  });
  const at = { x: part ? free : x, right, base: arcBase ?? 0, em };
  const arcs =
    arcBase === null
      ? null
      : {
          top: bandTop,
          base: arcBase,
          bottom: arcBase + em * size.arcFoot,
          arcs: state.arcs.map((arc, index) => standArc(arc, levels[index] ?? 0, lanes, at)),
        };

  const stripTop = y + em * size.stripGap;
  const bottom = stripTop + em * size.strip;
  const span = (from: number, to: number): { x: number; width: number } => ({
    x: x(from),
    width: Math.max(1, x(to) - x(from)),
  });
  return {
    em,
    width,
    height: bottom + em * size.axis,
    left,
    right,
    top,
    bottom,
    place: x,
    valueAt: (pixel) => Math.min(end, Math.max(state.axis.start, scale.invert(pixel))),
    shown: { start: state.axis.start, end },
    stages: state.stages.map((stage) => ({ label: stage.label, ...span(stage.start, stage.end) })),
    curves,
    lanes,
    arcs,
    strip: {
      top: stripTop,
      height: em * size.strip,
      cells: state.segments.map((segment) => ({ segment, ...span(segment.start, segment.end) })),
    },
    ticks: axisTicks(state.axis, scale, em),
    tickBaseline: bottom + em * 1.05,
  };
}
