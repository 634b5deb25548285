import type { EpisodeState } from '../../panel/messages';
import type { PlacedArc } from '../../panel/picture/arc-path';
import type { CurveBand, PlacedCurve } from '../../panel/picture/curve-band';
import { layOut, type Drawn, type Lane, type Layout, type PlacedMark } from '../../panel/picture/layout';
import { markPath } from '../../panel/picture/mark-path';
import { xhtml, type Markup } from '../xhtml';
import type { Palette } from '../palette';

/** The picture's own width in pixels, and its type; on the page it is as wide as there is room. */
const width = 760;
const em = 12;

/** How the picture is called, and what makes its ids its own. */
interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * The trajectory as SVG, in the words and places of the side panel, with classes of the page's stylesheet. It is one image to
 * a screen reader: the tables say the same.
 */
export function drawPicture(drawn: Drawn, { id, title }: Named, palette: Palette): Markup {
  const layout = layOut(drawn, width, em);
  const { left, right, height } = layout;
  return xhtml`<svg class="drawing" viewBox="0 0 ${width} ${Math.ceil(height)}" role="img" aria-label="${title}">
<clipPath id="${id}-plot"><rect x="${left}" y="0" width="${round(right - left)}" height="${round(height)}"/></clipPath>
<pattern id="${id}-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" y2="4"/></pattern>
${background(layout)}
${layout.curves ? curves(layout.curves, layout, id) : null}
${layout.arcs?.arcs.map((arc) => arcOf(arc)) ?? null}
${layout.lanes.map((lane) => laneOf(lane, layout, palette))}
${strip(layout, id)}
${layout.ticks.map((tick) => xhtml`<text class="small" x="${round(tick.anchor === 'end' ? right : tick.x)}" y="${round(layout.tickBaseline)}" text-anchor="${tick.anchor}">${tick.label}</text>`)}
</svg>`;
}

/** Finer than any paper, and short. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function background({ stages, ticks, top, bottom }: Layout): Markup {
  return xhtml`${stages.map(
    (
      stage,
    ) => xhtml`<rect class="stage" x="${round(stage.x)}" y="${round(top)}" width="${round(stage.width)}" height="${round(bottom - top)}"/>
<text class="small" x="${round(stage.x + em * 0.3)}" y="${round(top - em * 0.4)}">${stage.label}</text>`,
  )}${ticks.map((tick) => xhtml`<line class="upright" x1="${round(tick.x)}" x2="${round(tick.x)}" y1="${round(top)}" y2="${round(bottom)}"/>`)}`;
}

function curves({ support, strain, words, zero }: CurveBand, layout: Layout, id: string): Markup {
  return xhtml`${curveWords(support, words.above, layout)}${curveWords(strain, words.below, layout)}
<g clip-path="url(#${id}-plot)">
<path class="strain area" d="${strain.area}"/><path class="hatch" d="${strain.area}" fill="url(#${id}-hatch)"/><path class="strain edge" d="${strain.line}"/>
<path class="support area" d="${support.area}"/><path class="support edge" d="${support.line}"/>
</g>
${across('zero', layout, zero)}`;
}

function curveWords({ curve }: PlacedCurve, y: number, { left, right }: Layout): Markup {
  return xhtml`<text class="small" x="${round(left + em * 0.3)}" y="${round(y)}">${curve.label}</text><text class="small" x="${round(right - em * 0.3)}" y="${round(y)}" text-anchor="end">${curve.most}</text>`;
}

function across(kind: string, { left, right }: Layout, y: number): Markup {
  return xhtml`<line class="${kind}" x1="${left}" x2="${round(right)}" y1="${round(y)}" y2="${round(y)}"/>`;
}

function arcOf({ arc, path, end, stem }: PlacedArc): Markup {
  const { x, y } = end;
  return xhtml`<g class="arc ${arc.state}"><title>${arc.title}</title><path class="stroke" d="${path}"/>${
    stem === null
      ? null
      : xhtml`<line class="stem" x1="${round(x)}" x2="${round(x)}" y1="${round(y)}" y2="${round(stem)}"/>`
  }${stateSign(arc.state, round(x), round(y), em * 0.32)}</g>
`;
}

/** How an episode ended: full when resolved, half when partly, a point when attempted, empty while open. */
const inside: Record<EpisodeState, (x: number, y: number, r: number) => Markup | null> = {
  resolved: (x, y, r) => xhtml`<circle class="core" cx="${x}" cy="${y}" r="${r}"/>`,
  partly: (x, y, r) => xhtml`<path class="core" d="M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}Z"/>`,
  attempted: (x, y, r) => xhtml`<circle class="core" cx="${x}" cy="${y}" r="${round(r * 0.4)}"/>`,
  open: () => null,
};

/** The same sign at the end of an arc and before an episode's row. */
export function stateSign(state: EpisodeState, x: number, y: number, r: number): Markup {
  return xhtml`<circle class="ring" cx="${x}" cy="${y}" r="${round(r)}"/>${inside[state](x, y, round(r))}`;
}

function laneOf({ family, top, baseline, marks }: Lane, layout: Layout, palette: Palette): Markup {
  const middle = (top + baseline) / 2 + em * 0.48;
  return xhtml`${across('ground', layout, baseline)}<text class="letter ${palette.classOf(family.color)}" x="0" y="${round(middle)}">${family.letter}</text>
${marks.map((placed) => markOf(placed, palette))}`;
}

function markOf(placed: PlacedMark, palette: Palette): Markup {
  const { color, title } = placed.mark;
  return xhtml`<path class="mark ${palette.classOf(color)}" d="${markPath(placed)}"><title>${title}</title></path>
`;
}

/** The segments at the foot: what supports over the middle line, what strains below it, hatched. */
function strip(layout: Layout, id: string): Markup {
  const { top, height, cells } = layout.strip;
  const half = height / 2;
  const middle = top + half;
  return xhtml`<text class="sign" x="0" y="${round(middle - em * 0.12)}">+</text><text class="sign" x="0" y="${round(middle + em * 0.85)}">−</text>
${cells.map(({ segment, x: from, width: wide }) => {
  const x = round(from + 1);
  const w = round(Math.max(1, wide - 2));
  const [up, down] = [round(share(segment.support) * half), round(share(segment.strain) * half)];
  const below = xhtml`x="${x}" y="${round(middle)}" width="${w}" height="${down}"`;
  return xhtml`<g><title>${segment.title}</title><rect class="cell${segment.turn === null ? ' void' : ''}" x="${x}" y="${round(top)}" width="${w}" height="${round(height)}"/><rect class="support full" x="${x}" y="${round(middle - up)}" width="${w}" height="${up}"/><rect class="strain full" ${below}/><rect class="hatch" ${below} fill="url(#${id}-hatch)"/></g>
`;
})}${across('zero', layout, middle)}`;
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
