import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { stateGlyph } from '../picture/state-glyph';
import type { CaseHeat, CaseSessionState, CaseState } from './messages';

/** Heights and widths in ems. */
const size = { row: 1.75, label: 2, signs: 4.6, sign: 0.3 } as const;
const tenths = 10;
const mostSigns = 5;

/** Sessions as rows, each in ten parts: how strong the ruptures that begin there are. Click and Enter open the session. */
export function drawHeat(state: CaseState, width: number, em: number, active: string): TemplateResult {
  const height = state.heat.length * em * size.row;
  return html`<svg class="drawing heat-map" width="100%" height=${Math.ceil(height)}>
    ${svg`<g role="group" aria-label=${state.strings.heat} aria-describedby="keys">${state.heat.map(
      (heat, index) => {
        const session = state.sessions.find(({ id }) => id === heat.session);
        return session
          ? drawRow({ heat, session, state, y: index * em * size.row, width, em, active })
          : nothing;
      },
    )}</g>`}
  </svg>`;
}

interface Row {
  readonly heat: CaseHeat;
  readonly session: CaseSessionState;
  readonly state: CaseState;
  readonly y: number;
  readonly width: number;
  readonly em: number;
  readonly active: string;
}

function drawRow({ heat, session, state, y, width, em, active }: Row): SVGTemplateResult {
  const key = `heat:${session.id}`;
  const [left, right] = [em * size.label, width - em * size.signs];
  const cell = Math.max(2, (right - left) / tenths);
  const row = em * size.row;
  const ends = state.ruptures.find((one) => one.session === session.id)?.ends ?? [];
  return svg`<rect class="heat ${session.current ? 'current' : ''}" data-key=${key} role="button" tabindex=${key === active ? 0 : -1} aria-label=${heat.title}
      x="0.5" y=${y} width=${Math.max(1, width - 1)} height=${row} />
    <g class="over" aria-hidden="true">
    <text class="small" x=${em * 1.5} y=${y + row * 0.68} text-anchor="end">${session.label}</text>
    ${
      heat.cells.length > 0
        ? heat.cells.map((impact, index) => drawCell(impact, left + index * cell, y + row * 0.1, cell, em))
        : svg`<rect class="void" x=${left} y=${y + row * 0.2} width=${Math.max(1, right - left)} height=${row * 0.6} />
          <text class="small" x=${left + em * 0.5} y=${y + row * 0.68}>${session.note}</text>`
    }
    ${ends.slice(0, mostSigns).map((end, index) => stateGlyph(end, right + em * (0.75 + index * 0.8), y + row / 2, em * size.sign))}
  </g>`;
}

function drawCell(impact: number | null, x: number, y: number, width: number, em: number): SVGTemplateResult {
  const height = em * size.row * 0.8;
  const strength = impact === null ? 'none' : `i${Math.min(5, Math.max(1, Math.round(impact)))}`;
  return svg`<rect class="tenth ${strength}" x=${x + 0.5} y=${y} width=${Math.max(1, width - 1)} height=${height} />
    ${
      impact !== null && width > em * 0.9
        ? svg`<text class="small digit ${strength}" x=${x + width / 2} y=${y + height * 0.72} text-anchor="middle">${impact}</text>`
        : nothing
    }`;
}
