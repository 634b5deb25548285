import { html, type TemplateResult } from 'lit';
import type { CaseTable } from './messages';

/** Every value of the picture and of the heat map. */
export function drawCaseTables(tables: readonly CaseTable[]): TemplateResult {
  return html`<div class="tables">${tables.map(drawTable)}</div>`;
}

/** Wider than the panel, it moves within a frame of its own, which the keyboard can reach. */
export function drawTable({ caption, heads, rows }: CaseTable): TemplateResult {
  return html`<div class="frame" role="region" aria-label=${caption} tabindex="0">
    <table class="values">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col" dir="auto">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row" dir="auto">${first}</th>
              ${rest.map((cell) => html`<td dir="auto">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
