import { xhtml, type Markup, type Part } from './xhtml';

/** A table: its caption, its columns, and rows whose first cell heads them. */
export interface Table {
  readonly caption: string;
  readonly heads: readonly Part[];
  readonly rows: readonly (readonly Part[])[];
  /** Columns of text, by index from 0; the others are of numbers. */
  readonly words?: readonly number[];
}

export function tableOf({ caption, heads, rows, words = [] }: Table): Markup {
  const kind = (index: number): string => (index === 0 || words.includes(index) ? 'words' : 'number');
  return xhtml`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads.map((head, index) => xhtml`<th scope="col" class="${kind(index)}">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...cells]) => xhtml`<tr><th scope="row">${first}</th>${cells.map(
      (cell, index) => xhtml`<td class="${kind(index + 1)}">${cell}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}
