import { html, svg, type TemplateResult } from 'lit';
import type { SessionState } from '../messages';
import { drawArcs } from './arcs';
import { drawAxis, drawBackground } from './axis';
import { drawCursor } from './cursor';
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
    ${svg`${drawBackground(layout)}
    <g role="group" aria-label=${state.strings.picture} aria-describedby="keys">${drawArcs(layout, active.picture)}${drawLanes(layout, active.picture)}</g>
    ${drawSegments(layout, active.strip, state.strings)}
    ${drawAxis(layout)}
    ${drawCursor(layout)}`}
  </svg>`;
}
