import { nothing, svg, type SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlacedArc } from './arc-path';
import type { Layout } from './layout';
import { stateGlyph } from './state-glyph';

function drawArc(placed: PlacedArc, em: number, active: string): SVGTemplateResult {
  const { arc, end } = placed;
  const key = `arc:${arc.episode}`;
  return svg`<g class="arc ${arc.state}" data-key=${key} role="button" tabindex=${key === active ? 0 : -1} aria-label=${arc.title}>
    <path class="stroke" d=${placed.path}></path>
    ${placed.stem === null ? null : svg`<line class="stem" x1=${end.x} x2=${end.x} y1=${end.y} y2=${placed.stem} />`}
    ${stateGlyph(arc.state, end.x, end.y, em * 0.32)}
  </g>`;
}

/** From each rupture to its repair: solid when resolved, broken otherwise; what is not answered runs on to the edge. */
export function drawArcs(layout: Layout, active: string): SVGTemplateResult | typeof nothing {
  if (!layout.arcs) return nothing;
  return svg`<g class="arcs">${repeat(
    layout.arcs.arcs,
    (placed) => placed.arc.episode,
    (placed) => drawArc(placed, layout.em, active),
  )}</g>`;
}
