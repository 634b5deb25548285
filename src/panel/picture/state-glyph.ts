import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { EpisodeState } from '../messages';

/** The inside of the sign: full when resolved, half when partly, a point when attempted, nothing while open. */
const inside: Record<EpisodeState, (x: number, y: number, r: number) => SVGTemplateResult | typeof nothing> =
  {
    resolved: (x, y, r) => svg`<circle class="core" cx=${x} cy=${y} r=${r} />`,
    partly: (x, y, r) => svg`<path class="core" d="M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}Z" />`,
    attempted: (x, y, r) => svg`<circle class="core" cx=${x} cy=${y} r=${r * 0.4} />`,
    open: () => nothing,
  };

/** How an episode ended, as one round sign; the same at the end of its arc and before its row. */
export function stateGlyph(state: EpisodeState, x: number, y: number, r: number): SVGTemplateResult {
  return svg`<g class="state ${state}"><circle class="ring" cx=${x} cy=${y} r=${r} />${inside[state](x, y, r)}</g>`;
}
