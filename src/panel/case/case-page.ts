import { html, nothing, type TemplateResult } from 'lit';
import { drawFigures } from '../figures';
import { drawSentences } from '../sentences';
import { drawCaseTables, drawTable } from './case-tables';
import { drawDetectors } from './draw-detectors';
import { drawHeat } from './draw-heat';
import { drawCasePicture } from './draw-picture';
import { layOutCase } from './layout';
import type { CaseAxisId, CaseFold, CaseState } from './messages';

/** How the page is looked at. */
export interface CaseView {
  readonly table: boolean;
  /** As the reader chose; the first where the case does not have it. */
  readonly axis: CaseAxisId | null;
  /** Of the picture's box, in pixels; 0 before it is known. */
  readonly width: number;
  readonly em: number;
  /** The key that Tab reaches in a group. */
  readonly reached: (group: string) => string;
}

/** The page of a case, from top to bottom; wide, in two columns. */
export function drawCase(state: CaseState, view: CaseView): TemplateResult {
  const { strings } = state;
  return html`<div class="story">
      ${drawSentences(state.sentences)}
      <p class="foot">
        <button type="button" class="link" data-key="showCases">${strings.showCases}</button>
      </p>
      ${drawProblems(state)}
      <section class="trajectory">
        <div class="picture">${drawMiddle(state, view)}</div>
        <p class="unseen" id="keys">${strings.keyboard}</p>
      </section>
    </div>
    <div class="outcome">
      ${drawFigures(state.figures, strings.figures, view.reached('figure'))} ${drawDetectors(state)}
      ${state.folds.map(drawFold)}
    </div>`;
}

export function axisShown(state: CaseState, chosen: CaseAxisId | null): CaseAxisId | null {
  return (state.axes.find(({ id }) => id === chosen) ?? state.axes[0])?.id ?? null;
}

/** Picture and heat map, or the tables; where no session has a place, the tables are all there is. */
function drawMiddle(state: CaseState, view: CaseView): TemplateResult | typeof nothing {
  const { strings } = state;
  const axis = axisShown(state, view.axis);
  const tables = drawCaseTables(state.tables);
  if (axis === null) return html`${tables}${drawHeatMap(state, view)}`;
  const foot = html`<p class="foot">
    ${drawAxes(state, axis)}
    <button type="button" class="link" data-key="toggle">
      ${view.table ? strings.hideTable : strings.showTable}
    </button>
  </p>`;
  if (view.table) return html`${tables}${foot}`;
  if (view.width === 0) return foot;
  const layout = layOutCase(state, axis, view.width, view.em);
  return html`${layout ? drawCasePicture(state, layout, view.reached('session')) : nothing}${foot}${drawHeatMap(state, view)}`;
}

function drawAxes({ axes, strings }: CaseState, shown: CaseAxisId): TemplateResult {
  const label = axes.find(({ id }) => id === shown)?.label ?? '';
  if (axes.length < 2) return html`<span>${label}</span>`;
  return html`<span
    ><span>${label}</span>
    <span class="axes" role="group" aria-label=${strings.axis}
      >${axes.map(
        ({ id, choice }) =>
          html`<button type="button" class="choice" data-key=${`axis:${id}`} aria-pressed=${id === shown}>
            ${choice}
          </button>`,
      )}</span
    ></span
  >`;
}

function drawHeatMap(state: CaseState, view: CaseView): TemplateResult | typeof nothing {
  if (view.width === 0) return nothing;
  return html`<h2 class="part">${state.strings.heat}</h2>
    <p class="quiet detail">${state.strings.heatDetail}</p>
    ${drawHeat(state, view.width, view.em, view.reached('heat'))}`;
}

function drawProblems({ problems, strings }: CaseState): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<details class="problems" ?open=${problems.length < 4}>
    <summary><span class="bang" aria-hidden="true">!</span>${strings.problems} (${problems.length})</summary>
    <ul>
      ${problems.map((problem) => html`<li dir="auto">${problem}</li>`)}
    </ul>
  </details>`;
}

function drawFold({ title, note, tables }: CaseFold): TemplateResult {
  return html`<details class="fold">
    <summary>${title}</summary>
    <p class="quiet">${note}</p>
    ${tables.map(drawTable)}
  </details>`;
}
