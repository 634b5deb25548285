import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelMark, SessionState } from './messages';
import type { Rows } from './picture/navigate';
import { axisNumber } from './picture/ticks';
import { tint } from './tint';

/** The marks in the order of the text. */
function inOrder(state: SessionState): PanelMark[] {
  return state.marks.toSorted((a, b) => a.x - b.x || a.turn - b.turn);
}

/** What the arrow keys walk in the table of marks: one row after the other. */
export function tableRows(state: SessionState): Rows {
  return inOrder(state).map((mark) => [{ key: `row:${mark.id}`, x: 0 }]);
}

function drawRow(mark: PanelMark, state: SessionState, active: string): TemplateResult {
  const { strings } = state;
  const words = strings.table;
  const key = `row:${mark.id}`;
  const family = state.families.find((candidate) => candidate.id === mark.family);
  // The roles are spoken out because the narrow layout sets the rows as blocks, which takes a table's meaning away.
  return html`<tr role="row">
    <th role="rowheader" scope="row" data-label=${words.turn}>
      <button type="button" class="link" data-key=${key} tabindex=${key === active ? 0 : -1}>
        ${mark.turn}
      </button>
    </th>
    <td role="cell" class="where" data-label=${words.where}>${mark.where}</td>
    <td role="cell" class="family" data-label=${words.family} ${tint(family?.color ?? mark.color)}>
      ${family?.label ?? mark.family}
    </td>
    <td role="cell" class="code" data-label=${words.code}>
      <bdi>${mark.code}</bdi>${mark.certain ? null : html` <span class="doubt">${strings.unconfirmed}</span>`}
    </td>
    <td role="cell" class="impact" data-label=${words.impact}>${mark.impact}</td>
    <td role="cell" class="said" data-label=${words.quote} dir="auto">${mark.quote}</td>
    <td role="cell" class="note" data-label=${words.note} dir="auto">${mark.note}</td>
  </tr>`;
}

function drawMarks(state: SessionState, active: string): TemplateResult {
  const words = state.strings.table;
  const heads = [words.turn, words.where, words.family, words.code, words.impact, words.quote, words.note];
  return html`<table class="marks" role="table">
    <caption>
      ${words.caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        inOrder(state),
        (mark) => mark.id,
        (mark) => drawRow(mark, state, active),
      )}
    </tbody>
  </table>`;
}

function drawSegments(state: SessionState): TemplateResult {
  const { strings, axis, families } = state;
  return html`<table class="segments">
    <caption>
      ${strings.segmentTable}
    </caption>
    <thead>
      <tr>
        <th scope="col">${strings.segmentColumn}</th>
        <th scope="col">${axis.label}</th>
        ${families.map(
          (family) =>
            html`<th scope="col" ${tint(family.color)}>
              <span aria-hidden="true" class="letter">${family.letter}</span
              ><span class="unseen">${family.label}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${state.segments.map(
        (segment) =>
          html`<tr>
            <th scope="row">${segment.number}</th>
            <td>${axisNumber(axis, segment.start)}–${axisNumber(axis, segment.end)}</td>
            ${families.map((_, index) => html`<td class=${segment.counts[index] ? '' : 'none'}>${segment.counts[index] ?? 0}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function drawCurves({ curves: { table } }: SessionState): TemplateResult {
  return html`<table class="segments">
    <caption>
      ${table.caption}
    </caption>
    <thead>
      <tr>
        ${table.heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${table.rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.number}</th>
            <td>${row.place}</td>
            <td>${row.support}</td>
            <td>${row.strain}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The picture as tables: its marks, its segments, its curves. */
export function drawTables(state: SessionState, active: string): TemplateResult {
  return html`<div class="tables">
    ${drawMarks(state, active)}${drawSegments(state)}${drawCurves(state)}
  </div>`;
}
