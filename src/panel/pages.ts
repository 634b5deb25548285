import { html, type TemplateResult } from 'lit';
import type { PanelPages } from './messages';

/** The switch between the pages, over whatever page is shown. */
export function drawPages({ label, shown, tabs }: PanelPages): TemplateResult {
  return html`<header class="pages">
    <div role="tablist" aria-label=${label}>
      ${tabs.map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            class="tab"
            id=${`tab-${tab.page}`}
            data-key=${`tab:${tab.page}`}
            aria-selected=${tab.page === shown}
            aria-controls="page"
            tabindex=${tab.page === shown ? 0 : -1}
          >
            ${tab.text}
          </button>`,
      )}
    </div>
  </header>`;
}

/** What the shown page holds. */
export function drawPage({ shown }: PanelPages, content: TemplateResult): TemplateResult {
  return html`<div class="page" id="page" role="tabpanel" aria-labelledby=${`tab-${shown}`}>${content}</div>`;
}
