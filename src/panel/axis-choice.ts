import { html, type TemplateResult } from 'lit';
import type { PanelAxis } from './messages';

/** What the axis is, by name; where the transcript has several, each can be turned to. */
export function drawAxisChoice(axis: PanelAxis, heading: string, active: string): TemplateResult {
  if (axis.choices.length < 2) return html`${axis.label}`;
  return html`<span class="axes" role="group" aria-label=${heading}
    >${axis.choices.map(({ kind, label }) => {
      const key = `axis:${kind}`;
      return html`<button
        type="button"
        data-key=${key}
        tabindex=${key === active ? 0 : -1}
        aria-pressed=${kind === axis.kind ? 'true' : 'false'}
      >
        ${label}
      </button>`;
    })}</span
  >`;
}
