import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PanelChip } from './messages';

/** One line of chips: case, session, stage, whose coding, state, and what needs attention. */
export function drawChips(chips: readonly PanelChip[], active: string): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips">
    ${chips.map((chip, index) => {
      const key = `chip:${index}`;
      if (chip.choices) return drawChoice(chip, chip.choices);
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

/** Whose coding is shown, as a list to choose from: a Tab stop of its own, since the arrow keys are the list's. */
function drawChoice(chip: PanelChip, { chosen, of }: NonNullable<PanelChip['choices']>): TemplateResult {
  return html`<li>
    <select class="chip ${chip.kind}" data-key="coder" aria-label=${chip.title} .value=${live(chosen)}>
      ${of.map(
        ({ coder, text }) => html`<option value=${coder} ?selected=${coder === chosen}>${text}</option>`,
      )}
    </select>
  </li>`;
}
