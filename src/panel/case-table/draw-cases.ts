import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { keyOf } from './keys';
import type { CaseCell, CaseColumn, CaseOrder, CaseRow, ShownCaseTable } from './messages';
import { drawSparkline } from './sparkline';

/** How the table is looked at. */
interface CasesView {
  readonly order: CaseOrder | null;
  /** In that order. */
  readonly rows: readonly CaseRow[];
  /** The head and the row that Tab reaches. */
  readonly head: string;
  readonly row: string;
}

/** A real table; narrow, each case is a block of labelled values under the heads. Its roles are said, since blocks have none. */
export function drawCases({ columns, strings }: ShownCaseTable, view: CasesView): TemplateResult {
  return html`<table role="table">
    <caption class="unseen">
      ${strings.caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => drawHead(column, view))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        view.rows,
        (row) => keyOf(row.case),
        (row) => drawRow(row, columns, view.row),
      )}
    </tbody>
  </table>`;
}

function drawHead({ id, label, title, numeric }: CaseColumn, { order, head }: CasesView): TemplateResult {
  const key = `head:${id}`;
  const isSorted = order?.column === id;
  const sort = !isSorted ? 'none' : order.down ? 'descending' : 'ascending';
  return html`<th role="columnheader" scope="col" class=${numeric ? 'number' : ''} aria-sort=${sort}>
    <button type="button" data-key=${key} data-title=${title} tabindex=${key === head ? 0 : -1}>
      ${label}<span class="sign" aria-hidden="true">${signs[sort]}</span>
    </button>
  </th>`;
}

const signs = { none: '', ascending: ' ▲', descending: ' ▼' } as const;

function drawRow(
  { case: name, cells }: CaseRow,
  columns: readonly CaseColumn[],
  reached: string,
): TemplateResult {
  const key = keyOf(name);
  return html`<tr role="row" data-case=${key}>
    ${cells.map((cell, index) => {
      const column = columns[index];
      if (!column) return nothing;
      if (column.id !== 'case') return drawCell(cell, column);
      return html`<th role="rowheader" scope="row" class="case">
        <button type="button" class="link" data-key=${key} tabindex=${key === reached ? 0 : -1}>
          <bdi>${cell.text}</bdi>
        </button>
        ${drawDetail(cell)}
      </th>`;
    })}
  </tr>`;
}

function drawCell(cell: CaseCell, { label, numeric }: CaseColumn): TemplateResult {
  const kinds = [cell.column, numeric ? 'number' : '', cell.value === null ? 'without' : ''];
  return html`<td
    role="cell"
    class=${kinds.filter(Boolean).join(' ')}
    data-label=${label}
    data-title=${cell.title}
  >
    ${cell.spark ? drawSparkline(cell.spark, cell.title) : drawText(cell)} ${drawDetail(cell)}
  </td>`;
}

/** Better and worse have a sign of their own beside the colour. */
function drawText({ text, good }: CaseCell): TemplateResult {
  if (good === null) return html`<span class="value"><bdi>${text}</bdi></span>`;
  return html`<span class="value ${good ? 'good' : 'bad'}"
    ><span aria-hidden="true">${good ? '▲' : '▼'}</span> <bdi>${text}</bdi></span
  >`;
}

function drawDetail({ detail }: CaseCell): TemplateResult | typeof nothing {
  return detail === '' ? nothing : html`<span class="detail"><bdi>${detail}</bdi></span>`;
}
