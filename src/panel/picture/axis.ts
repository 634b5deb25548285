import { svg, type SVGTemplateResult } from 'lit';
import type { Layout } from './layout';

/** Stage bands, their names cut off where the band ends, and fine upright lines, behind everything else. */
export function drawBackground(layout: Layout): SVGTemplateResult {
  const { top, bottom, em } = layout;
  return svg`<g class="background" aria-hidden="true">
    ${layout.stages.map(
      (
        stage,
        index,
      ) => svg`<rect class="stage ${index % 2 === 0 ? 'even' : 'odd'}" x=${stage.x} y=${top} width=${stage.width} height=${bottom - top} />
        <svg x=${stage.x} y="0" width=${stage.width} height=${top}>
          <text class="small" x=${em * 0.3} y=${top - em * 0.4}>${stage.label}</text>
        </svg>`,
    )}
    ${layout.ticks.map((tick) => svg`<line class="upright" x1=${tick.x} x2=${tick.x} y1=${top} y2=${bottom} />`)}
  </g>`;
}

/** The numbers under the strip. */
export function drawAxis(layout: Layout): SVGTemplateResult {
  return svg`<g class="axis" aria-hidden="true">${layout.ticks.map(
    (tick) =>
      svg`<text class="small" x=${tick.anchor === 'end' ? layout.right : tick.x} y=${layout.tickBaseline} text-anchor=${tick.anchor}>${tick.label}</text>`,
  )}</g>`;
}
