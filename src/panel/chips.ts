import { html, nothing, type TemplateResult } from 'lit';
import type { PanelChip } from './messages';

/** One line of chips: case, session, stage, whose coding, state, and what needs attention. */
export function drawChips(chips: readonly PanelChip[], active: string): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips">
    ${chips.map((chip, index) => {
      const key = `chip:${index}`;
      return html`<li>
        <button type="button" class="chip ${chip.kind}" data-key=${key} tabindex=${key === active ? 0 : -1}>
          ${chip.kind === 'warning' ? html`<span class="bang" aria-hidden="true">!</span>` : null}<bdi
            >${chip.text}</bdi
          ><span class="unseen">: ${chip.title}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}
