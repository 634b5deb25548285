import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Explanation } from './explain';
import { tooltipStyles } from './theme/tooltip-styles';
import { tint } from './tint';

/** Time to walk the pointer from a thing to its tooltip, in milliseconds. */
const grace = 160;
const margin = 8;

/**
 * The panel's only tooltip. It is for the eye: what it says stands in the name of the thing it explains, so screen
 * readers skip it. It stays while the pointer is over it and goes with Escape.
 */
export class PanelTooltip extends LitElement {
  static override styles = tooltipStyles;

  #said: Explanation | null = null;
  #anchor: DOMRect | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
    this.addEventListener('pointerenter', () => clearTimeout(this.#leaving));
    this.addEventListener('pointerleave', () => this.leave());
  }

  /** Shows what there is to say beside the thing in question. */
  say(said: Explanation, anchor: DOMRect): void {
    clearTimeout(this.#leaving);
    this.#said = said;
    this.#anchor = anchor;
    this.requestUpdate();
  }

  /** The pointer has gone; hides unless it arrives at the tooltip itself. */
  leave(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.hide(), grace);
  }

  /** @returns whether there was anything to hide */
  hide(): boolean {
    clearTimeout(this.#leaving);
    const shown = this.#said !== null;
    this.#said = null;
    this.requestUpdate();
    return shown;
  }

  override render(): TemplateResult | typeof nothing {
    const said = this.#said;
    if (!said) return nothing;
    return html`<div class="tip ${said.color ? 'tinted' : ''}" ${tint(said.color)}>
      ${said.title ? html`<p class="title" dir="auto">${said.title}</p>` : nothing}
      ${said.meta ? html`<p class="meta">${said.meta}</p>` : nothing}
      ${said.doubt ? html`<p class="doubt">${said.doubt}</p>` : nothing}
      ${said.quote ? html`<p class="quote" dir="auto">${said.quote}</p>` : nothing}
      ${said.note ? html`<p class="note" dir="auto">${said.note}</p>` : nothing}
    </div>`;
  }

  override updated(): void {
    const tip = this.renderRoot.querySelector<HTMLElement>('.tip');
    if (!tip || !this.#anchor) return;
    const { width, height } = tip.getBoundingClientRect();
    const anchor = this.#anchor;
    const middle = anchor.left + anchor.width / 2 - width / 2;
    const left = Math.max(margin, Math.min(middle, window.innerWidth - margin - width));
    const above = anchor.top - height - margin;
    const below = Math.min(anchor.bottom + margin, window.innerHeight - height - margin);
    tip.style.setProperty('left', `${Math.round(left)}px`);
    tip.style.setProperty('top', `${Math.round(above >= margin ? above : Math.max(margin, below))}px`);
  }
}

customElements.define('alliance-tooltip', PanelTooltip);
