import { html, type TemplateResult } from 'lit';
import type { AgreementChoice, AgreementState, FromAgreement } from './messages';

/** Coders, scope, unit and words for sizes: a line each, the chosen ones underlined. */
export function drawChoices(
  { choices, choicesLabel }: AgreementState,
  post: (message: FromAgreement) => void,
): TemplateResult {
  return html`<div class="choices" role="group" aria-label=${choicesLabel}>
    ${choices.filter(({ options }) => options.length > 0).map((choice) => drawChoice(choice, post))}
  </div>`;
}

function drawChoice(
  { kind, label, options }: AgreementChoice,
  post: (message: FromAgreement) => void,
): TemplateResult {
  return html`<div class="line" role="group" aria-label=${label}>
    <span class="name" aria-hidden="true">${label}</span>
    <span class="options"
      >${options.map(
        ({ id, text, chosen }) =>
          html`<button
            type="button"
            class="choice"
            data-key=${`${kind}:${id}`}
            aria-pressed=${chosen}
            @click=${() => post({ type: 'choose', kind, id })}
          >
            <bdi>${text}</bdi>
          </button>`,
      )}</span
    >
  </div>`;
}
