import { html, type TemplateResult } from 'lit';
import type { PanelFigure } from './messages';

/** Four to six figures: large number, small label, what it was counted from. */
export function drawFigures(
  figures: readonly PanelFigure[],
  heading: string,
  active: string,
): TemplateResult {
  return html`<section class="figures">
    <h2 class="unseen">${heading}</h2>
    <ul class=${figures.length > 4 ? 'many' : 'few'}>
      ${figures.map((figure, index) => {
        const key = `figure:${index}`;
        return html`<li>
          <button type="button" class="figure" data-key=${key} tabindex=${key === active ? 0 : -1}>
            <span class="value">${figure.value}</span> <span class="label">${figure.label}</span>
            <span class="detail">${figure.detail}</span><span class="unseen">. ${figure.title}</span>
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
