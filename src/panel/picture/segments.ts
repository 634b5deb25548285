import { svg, type SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelStrings } from '../messages';
import type { Cell, Layout } from './layout';

function drawCell(cell: Cell, layout: Layout, active: string): SVGTemplateResult {
  const { segment } = cell;
  const { top, height } = layout.strip;
  const key = `segment:${segment.number}`;
  const half = height / 2;
  const width = Math.max(1, cell.width - 2);
  const x = cell.x + 1;
  const up = Math.min(1, Math.max(0, segment.support)) * half;
  const down = Math.min(1, Math.max(0, segment.strain)) * half;
  return svg`<g class="cell ${segment.turn === null ? 'void' : ''}" data-key=${key} role=${segment.turn === null ? 'img' : 'button'}
    tabindex=${key === active ? 0 : -1} aria-label=${segment.title}>
    <rect class="back" x=${x} y=${top} width=${width} height=${height} />
    <rect class="support" x=${x} y=${top + half - up} width=${width} height=${up} />
    <rect class="strain" x=${x} y=${top + half} width=${width} height=${down} />
    <rect class="hatch" x=${x} y=${top + half} width=${width} height=${down} fill="url(#hatch)" />
  </g>`;
}

/** The segments at the foot: what supports stands over the middle line, what strains hangs below it, hatched. */
export function drawSegments(layout: Layout, active: string, strings: PanelStrings): SVGTemplateResult {
  const { top, height, cells } = layout.strip;
  const { em } = layout;
  const middle = top + height / 2;
  return svg`<g class="strip" role="group" aria-label=${strings.segments}>
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" y2="4" /></pattern>
    <g class="signs" aria-hidden="true">
      <text x="0" y=${middle - em * 0.12}>+</text><text x="0" y=${middle + em * 0.85}>−</text>
    </g>
    ${repeat(
      cells,
      (cell) => cell.segment.number,
      (cell) => drawCell(cell, layout, active),
    )}
    <line class="zero" x1=${layout.left} x2=${layout.right} y1=${middle} y2=${middle} />
  </g>`;
}
