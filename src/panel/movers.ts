import { html, type TemplateResult } from 'lit';
import type { PanelMovers } from './messages';

/** Who ruptures, who repairs: a column for each speaker. */
export function drawMovers({ caption, heads, rows }: PanelMovers): TemplateResult {
  return html`<section class="movers">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${heads.map(
            ({ text, title }) =>
              html`<th scope="col">
                <span aria-hidden="true">${text}</span><span class="unseen">${title}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, of, cells }) =>
            html`<tr>
              <th scope="row">${label} <span class="of">${of}</span></th>
              ${cells.map((count) => html`<td class=${count > 0 ? '' : 'none'}>${count}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
