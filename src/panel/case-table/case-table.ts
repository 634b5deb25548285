import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { step } from '../picture/navigate';
import { caseTableStyles } from '../theme/case-table-styles';
import { PanelTooltip } from '../tooltip';
import { drawCases } from './draw-cases';
import { keyOf } from './keys';
import type { CaseOrder, CaseTableNotice, CaseTableState, FromCaseTable, ShownCaseTable } from './messages';
import { inOrder, nextOrder } from './order';

/** The cases of a study, one row each: sorts them, and tells the host which to open. */
export class AllianceCaseTable extends LitElement {
  static override styles = caseTableStyles;
  static override properties = { state: { attribute: false }, order: { attribute: false } };

  declare state: CaseTableState | null;
  declare order: CaseOrder | null;
  post: (message: FromCaseTable) => void = () => {};
  /** Called when the reader sorts. */
  onOrder: (order: CaseOrder | null) => void = () => {};

  readonly #tooltip = new PanelTooltip();
  /** The one element of each group that Tab reaches. */
  readonly #reached = new Map<string, string>();
  #said = '';
  /** What had the focus before it was drawn anew. */
  #held = '';

  constructor() {
    super();
    this.state = null;
    this.order = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.renderRoot;
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#pressed(event));
    root.addEventListener('focusin', (event) => this.#focused(event));
    root.addEventListener('focusout', () => this.#tooltip.leave());
    root.addEventListener('pointerover', (event) => this.#explain(event.target));
    window.addEventListener('scroll', () => this.#tooltip.hide(), { passive: true });
    window.addEventListener('keydown', (event) => event.key === 'Escape' && this.#tooltip.hide());
  }

  override willUpdate(): void {
    this.#held = this.#focusedKey();
  }

  /** A row that moves loses the focus: it gets it back. */
  override updated(): void {
    if (this.#held !== '' && this.#held !== this.#focusedKey())
      this.#find(this.#held)?.focus({ preventScroll: true });
  }

  #focusedKey(): string {
    const focused = this.shadowRoot?.activeElement;
    return focused instanceof HTMLElement ? (focused.dataset['key'] ?? '') : '';
  }

  #find(key: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  }

  override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    return html`<main>
        <h1>${document.title}</h1>
        ${state.kind === 'notice' ? drawNotice(state) : this.#drawTable(state)}
      </main>
      <div class="unseen" role="status">${this.#said}</div>
      ${this.#tooltip}`;
  }

  #drawTable(state: ShownCaseTable): TemplateResult {
    const { order } = this;
    const rows = inOrder(state.rows, order);
    const reached = (group: string): string => this.#stop(group, state);
    return html`<ul class="notes">
        ${state.notes.map(
          ({ text, title, warning }) =>
            html`<li class=${warning ? 'warning' : ''}>
              ${warning ? html`<span class="bang" aria-hidden="true">!</span>` : nothing}${text}
              ${title === '' ? nothing : html`<span class="quiet">${title}</span>`}
            </li>`,
        )}
      </ul>
      ${drawCases(state, { order, rows, head: reached('head'), row: reached('row') })}
      <p class="foot">
        <span class="quiet">${state.strings.keyboard}</span>
        <button type="button" class="link" data-key="export">${state.strings.export}</button>
      </p>`;
  }

  #stop(group: string, state: ShownCaseTable): string {
    const keys = this.#rows(group, state).flat();
    const last = this.#reached.get(group);
    return (keys.find(({ key }) => key === last) ?? keys[0])?.key ?? '';
  }

  /** What the arrow keys walk: the heads from left to right, the cases from top to bottom. */
  #rows(group: string, state: ShownCaseTable) {
    if (group === 'head') return [state.columns.map(({ id }, x) => ({ key: `head:${id}`, x }))];
    return inOrder(state.rows, this.order).map((row) => [{ key: keyOf(row.case), x: 0 }]);
  }

  #clicked({ target }: Event): void {
    const { state } = this;
    if (!state || !(target instanceof Element)) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '';
    if (state.kind === 'notice') {
      if (key === 'action' && state.action) this.post({ type: 'act', action: state.action.action });
      return;
    }
    if (key === 'export') return this.post({ type: 'export' });
    const column = state.columns.find(({ id }) => key === `head:${id}`);
    if (column) return this.#sort(nextOrder(this.order, column.id), state);
    const opened = target.closest<HTMLElement>('[data-case]')?.dataset['case'];
    const row = state.rows.find((each) => keyOf(each.case) === opened);
    if (row) this.post({ type: 'openCase', case: row.case });
  }

  #sort(order: CaseOrder | null, { columns, strings }: ShownCaseTable): void {
    this.order = order;
    this.onOrder(order);
    const label = columns.find(({ id }) => id === order?.column)?.label ?? '';
    const words = order?.down ? strings.descending : strings.ascending;
    this.#said = order === null ? strings.unsorted : words.replace('{0}', () => label);
  }

  #pressed(event: KeyboardEvent): void {
    const { state } = this;
    if (state?.kind !== 'table' || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.target instanceof HTMLElement ? (event.target.dataset['key'] ?? '') : '';
    const next = step(this.#rows(groupOf(key), state), key, event.key);
    if (next === null) return;
    event.preventDefault();
    this.#find(next)?.focus();
  }

  #focused({ target }: Event): void {
    const key = target instanceof HTMLElement ? (target.dataset['key'] ?? '') : '';
    const group = groupOf(key);
    if (group !== '' && this.#reached.get(group) !== key) {
      this.#reached.set(group, key);
      this.requestUpdate();
    }
    if (target instanceof Element && target.matches(':focus-visible')) this.#explain(target);
  }

  /** The method of a column, or a value in full. */
  #explain(target: EventTarget | null): void {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-title]') : null;
    const title = element?.dataset['title'] ?? '';
    if (!element || title === '') return this.#tooltip.leave();
    const nothingElse = { meta: '', quote: '', note: '', doubt: '', color: '' };
    this.#tooltip.say({ title, ...nothingElse }, element.getBoundingClientRect());
  }
}

function groupOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf(':')));
}

function drawNotice({ title, text, progress, action }: CaseTableNotice): TemplateResult {
  return html`<section class="notice">
    <h2>${title}</h2>
    <p>${text}</p>
    ${progress === null ? nothing : html`<progress max="1" .value=${progress} aria-label=${title}></progress>`}
    ${
      action ? html`<button type="button" class="action" data-key="action">${action.label}</button>` : nothing
    }
  </section>`;
}

customElements.define('alliance-case-table', AllianceCaseTable);
