import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { CurveBand, PlacedCurve } from './curve-band';
import type { Layout } from './layout';

function drawWords({ curve }: PlacedCurve, y: number, layout: Layout): SVGTemplateResult {
  return svg`<text class="small" x=${layout.left + layout.em * 0.3} y=${y}>${curve.label}</text>
    <text class="small" x=${layout.right - layout.em * 0.3} y=${y} text-anchor="end">${curve.most}</text>`;
}

function drawCurve(kind: 'support' | 'strain', placed: PlacedCurve, active: string): SVGTemplateResult {
  const key = `curve:${kind}`;
  return svg`<g class="curve ${kind}" data-key=${key} role="img" tabindex=${key === active ? 0 : -1} aria-label=${placed.curve.title}>
    <path class="area" d=${placed.area}></path>
    ${kind === 'strain' ? svg`<path class="hatch" d=${placed.area} fill="url(#hatch)"></path>` : null}
    <path class="edge" d=${placed.line}></path>
  </g>`;
}

/** Support over the zero line, open strain as steps below it, each with the top of its own scale in words. */
export function drawCurves(layout: Layout, active: string): SVGTemplateResult | typeof nothing {
  const band: CurveBand | null = layout.curves;
  if (!band) return nothing;
  return svg`<g class="curves">
    <g aria-hidden="true">${drawWords(band.support, band.words.above, layout)}${drawWords(band.strain, band.words.below, layout)}</g>
    <g clip-path="url(#plot)">${drawCurve('strain', band.strain, active)}${drawCurve('support', band.support, active)}</g>
    <line class="zero" x1=${layout.left} x2=${layout.right} y1=${band.zero} y2=${band.zero} />
  </g>`;
}
