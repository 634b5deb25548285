import { svg, type SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { tint } from '../tint';
import type { Lane, Layout, PlacedMark } from './layout';
import { markPath } from './mark-path';

function drawMark(placed: PlacedMark, active: string): SVGTemplateResult {
  const { mark } = placed;
  const key = `mark:${mark.id}`;
  return svg`<path class="mark ${mark.shape} ${mark.certain ? 'certain' : 'unconfirmed'}" data-key=${key} role="button"
    tabindex=${key === active ? 0 : -1} aria-label=${mark.title} d=${markPath(placed)} ${tint(mark.color)}></path>`;
}

function drawLane(lane: Lane, layout: Layout, active: string): SVGTemplateResult {
  const middle = (lane.top + lane.baseline) / 2;
  return svg`<g class="lane ${lane.marks.length === 0 ? 'bare' : ''}">
    <line class="ground" x1=${layout.left} x2=${layout.right} y1=${lane.baseline} y2=${lane.baseline} />
    <text class="letter" aria-hidden="true" x="0" y=${middle + layout.em * 0.48} ${tint(lane.family.color)}>${lane.family.letter}</text>
    ${repeat(
      lane.marks,
      (placed) => placed.mark.id,
      (placed) => drawMark(placed, active),
    )}
  </g>`;
}

/** One lane per family, a mark per annotation. `active` is the key that Tab reaches. */
export function drawLanes(layout: Layout, active: string): SVGTemplateResult {
  return svg`${repeat(
    layout.lanes,
    (lane) => lane.family.id,
    (lane) => drawLane(lane, layout, active),
  )}`;
}
