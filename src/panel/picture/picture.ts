import { html, svg, type TemplateResult } from 'lit';
import type { SessionState } from '../messages';
import { drawArcs } from './arcs';
import { drawAxis, drawBackground } from './axis';
import { drawCursor } from './cursor';
import { drawCurves } from './curves';
import { drawLanes } from './lanes';
import type { Layout } from './layout';
import { drawSegments } from './segments';

/** Which element of each part Tab reaches. */
export interface ActiveKeys {
  readonly picture: string;
  readonly strip: string;
}

/** The picture: bands stacked over one shared axis. */
export function drawPicture(state: SessionState, layout: Layout, active: ActiveKeys): TemplateResult {
  return html`<svg class="drawing" width="100%" height=${Math.ceil(layout.height)}>
    ${svg`<clipPath id="plot"><rect x=${layout.left} y="0" width=${layout.right - layout.left} height=${layout.height} /></clipPath>
    <clipPath id="reach"><rect x=${layout.left - layout.em * 0.1} y="0" width=${layout.width - layout.left + layout.em} height=${layout.height} /></clipPath>
    ${drawBackground(layout)}
    <g role="group" aria-label=${state.strings.picture} aria-describedby="keys">${drawCurves(layout, active.picture)}<g clip-path="url(#reach)">${drawArcs(layout, active.picture)}</g>${drawLanes(layout, active.picture)}</g>
    ${drawSegments(layout, active.strip, state.strings)}
    ${drawAxis(layout)}
    ${drawCursor(layout)}
    <rect class="brush" y=${layout.top} height=${layout.bottom - layout.top} />`}
  </svg>`;
}
