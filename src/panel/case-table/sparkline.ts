import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import type { CaseSpark } from './messages';

/** In pixels of the drawing, which the stylesheet may scale. */
const size = { width: 120, height: 24, inset: 3 } as const;

/** One line per stretch, a point where it stands alone, and the last value marked. */
export function drawSparkline({ runs, x, y }: CaseSpark, label: string): TemplateResult {
  const across = scaleLinear()
    .domain(x)
    .range([size.inset, size.width - size.inset])
    .clamp(true);
  const up = scaleLinear()
    .domain(y)
    .range([size.height - size.inset, size.inset])
    .clamp(true);
  const placed = runs.map((run) =>
    run.map(([place, value]) => [round(across(place)), round(up(value))] as const),
  );
  const last = placed.at(-1)?.at(-1);
  const path = placed
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map((point) => point.join(' ')).join('L')}`)
    .join('');
  const alone = placed.flatMap((run) => (run.length === 1 ? run : []));
  return svg`<svg class="spark" role="img" aria-label=${label} viewBox="0 0 ${size.width} ${size.height}">
    <path d=${path}></path>
    ${alone.map(([cx, cy]) => svg`<circle class="alone" cx=${cx} cy=${cy} r="1.5"></circle>`)}
    ${last ? svg`<circle class="last" cx=${last[0]} cy=${last[1]} r="2.5"></circle>` : null}
  </svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
