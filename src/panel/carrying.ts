import { html, nothing, type TemplateResult } from 'lit';
import type { PanelCarrying } from './carry-messages';
import type { FromPanel } from './messages';
import { stateGlyph } from './picture/state-glyph';

type Row = PanelCarrying['rows'][number];

/** A page that offers what earlier sessions left open. */
interface Offering {
  readonly carrying: PanelCarrying | null;
}

function keyOf(kind: 'left' | 'goOn', { episode }: Row): string {
  return `${kind}:${episode}`;
}

/** A click on what was left open goes to the session that left it; its button goes on with it here. */
export function carryingMessage({ carrying }: Offering, key: string): FromPanel | null {
  if (key === 'carryMore') return { type: 'carryOver', from: null };
  for (const row of carrying?.rows ?? []) {
    const { transcript, episode } = row;
    if (key === keyOf('left', row)) return { type: 'openSession', session: transcript };
    if (key === keyOf('goOn', row)) return { type: 'carryOver', from: { transcript, episode } };
  }
  return null;
}

/** What earlier sessions left open, as rows like the episodes' own. */
export function drawCarrying({ carrying }: Offering): TemplateResult | typeof nothing {
  if (!carrying) return nothing;
  const { heading, rows, goOn, more } = carrying;
  return html`<div class="carrying">
    <h3>${heading}</h3>
    ${
      rows.length === 0
        ? nothing
        : html`<ul>
            ${rows.map(
              (row) =>
                html`<li>
                  <button type="button" class="episode" data-key=${keyOf('left', row)}>
                    <svg class="sign" viewBox="0 0 12 12" aria-hidden="true">
                      ${stateGlyph(row.state, 6, 6, 5)}
                    </svg>
                    <span class="line"
                      ><q class="quote" dir="auto">${row.quote}</q>
                      <span class="turns">${row.turns}</span></span
                    >
                    <span class="detail">${row.detail}</span>
                  </button>
                  <button type="button" class="link join" data-key=${keyOf('goOn', row)}>
                    ${goOn}<span class="unseen">: ${row.quote}</span>
                  </button>
                </li>`,
            )}
          </ul>`
    }
    ${more === '' ? nothing : html`<button type="button" class="link more" data-key="carryMore">${more}</button>`}
  </div>`;
}
