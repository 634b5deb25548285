import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AgreementCell, AgreementMore, AgreementRow, AgreementTable, FromAgreement } from './messages';

/** What a table needs to know of the page. */
export interface TableView {
  readonly open: ReadonlySet<string>;
  readonly toggle: (row: string) => void;
  readonly post: (message: FromAgreement) => void;
}

/** One table per thing, numbers in columns; a row with more behind it unfolds. Wider than the page, it moves within its frame. */
export function drawTable(table: AgreementTable, view: TableView): TemplateResult {
  const { id, caption, note, heads, rows } = table;
  const [first, ...others] = heads;
  return html`<section class="part ${id}">
    <div class="frame" role="region" aria-label=${caption} tabindex="0">
      <table>
        <caption>
          ${caption}
          <span class="quiet note">${note}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">${first?.text}</th>
            ${others.map(({ text, title }) => html`<th scope="col" class="number" title=${title}><bdi>${text}</bdi></th>`)}
          </tr>
        </thead>
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => drawRow(row, table, view),
        )}
      </table>
    </div>
  </section>`;
}

function drawRow(row: AgreementRow, { id, heads }: AgreementTable, view: TableView): TemplateResult {
  const name = `${id} ${row.key}`;
  const isOpen = view.open.has(name);
  return html`<tbody>
    <tr class=${isOpen ? 'unfolded' : ''}>
      <th scope="row" class="depth-${Math.min(row.depth, 4)}">
        ${
          row.more
            ? html`<button
                type="button"
                class="fold"
                data-key=${`row:${name}`}
                aria-expanded=${isOpen}
                @click=${() => view.toggle(name)}
              >
                <bdi>${row.label}</bdi>
              </button>`
            : html`<bdi>${row.label}</bdi>`
        }
      </th>
      ${row.cells.map(drawCell)}
    </tr>
    ${
      isOpen && row.more
        ? html`<tr>
            <td class="more" colspan=${heads.length}>${drawMore(row.more, row.key, view.post)}</td>
          </tr>`
        : nothing
    }
  </tbody>`;
}

/** Stands where there is no value; what is under it is a reason, not an interval. */
const none = '–';

function drawCell({ text, detail }: AgreementCell): TemplateResult {
  return html`<td class="number">
    <span class="value">${text}</span>${
      detail === '' ? nothing : html`<span class="detail ${text === none ? 'reason' : ''}">${detail}</span>`
    }
  </td>`;
}

function drawMore(more: AgreementMore, key: string, post: TableView['post']): TemplateResult {
  return html`<div class="behind">
    ${more.grid ? drawGrid(more.grid) : nothing}
    <div>
      <dl>
        ${more.facts.map(
          ({ label, text }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
      ${
        more.copy === ''
          ? nothing
          : html`<button
              type="button"
              class="link copy"
              data-key=${`copy:${key}`}
              @click=${() => post({ type: 'copyRow', key })}
            >
              ${more.copy}
            </button>`
      }
    </div>
    ${
      more.links.length === 0
        ? nothing
        : html`<div class="links">
            <h2>${more.linksHead}</h2>
            <ul>
              ${more.links.map(
                ({ text, session, turn }) =>
                  html`<li>
                    <button
                      type="button"
                      class="link"
                      data-key=${`go:${session}:${turn}`}
                      @click=${() => post({ type: 'reveal', session, turn })}
                    >
                      <bdi>${text}</bdi>
                    </button>
                  </li>`,
              )}
            </ul>
            ${more.rest === '' ? nothing : html`<p class="quiet">${more.rest}</p>`}
          </div>`
    }
  </div>`;
}

function drawGrid({ caption, heads, rows }: NonNullable<AgreementMore['grid']>): TemplateResult {
  return html`<table class="grid">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${heads.slice(1).map((head) => html`<th scope="col" class="number"><bdi>${head}</bdi></th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([head, ...cells]) =>
          html`<tr>
            <th scope="row"><bdi>${head}</bdi></th>
            ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
