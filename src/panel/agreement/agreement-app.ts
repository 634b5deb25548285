import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { drawSentences, spokenSentences } from '../sentences';
import { agreementStyles } from '../theme/agreement-styles';
import { drawChoices } from './draw-choices';
import { drawTable } from './draw-table';
import type { AgreementState, FromAgreement } from './messages';

/** The page of agreement: draws the latest state and tells the host what the reader asks for. */
export class AllianceAgreement extends LitElement {
  static override styles = agreementStyles;
  static override properties = { state: { attribute: false } };

  declare state: AgreementState | null;
  /** Sends a message to the host. */
  post: (message: FromAgreement) => void = () => {};

  /** Rows that are unfolded, by table and key. */
  readonly #open = new Set<string>();

  constructor() {
    super();
    this.state = null;
  }

  #toggle(row: string): void {
    if (!this.#open.delete(row)) this.#open.add(row);
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    const post = (message: FromAgreement): void => this.post(message);
    const view = { open: this.#open, toggle: (row: string) => this.#toggle(row), post };
    return html`<main>
        <h1 class="unseen">${document.title}</h1>
        ${drawChoices(state, post)}
        ${state.entry.length > 0 ? html`<div class="entry">${drawSentences(state.entry)}</div>` : nothing}
        ${state.sentences.length > 0 ? drawSentences(state.sentences) : nothing} ${this.#drawNotice(state)}
        ${drawFigures(state)} ${state.tables.map((table) => drawTable(table, view))}
        ${drawMethods(state, post)} ${drawLeftOut(state)}
      </main>
      <div class="unseen" role="status">${spoken(state)}</div>`;
  }

  #drawNotice({ notice }: AgreementState): TemplateResult | typeof nothing {
    if (!notice) return nothing;
    return html`<section class="notice">
      <h2>${notice.title}</h2>
      <p>${notice.text}</p>
      ${
        notice.stop === ''
          ? nothing
          : html`<button
              type="button"
              class="link"
              data-key="stop"
              @click=${() => this.post({ type: 'act', action: 'stop' })}
            >
              ${notice.stop}
            </button>`
      }
    </section>`;
  }
}

/** For the live region: what came of the last choice, not each step of reckoning. */
function spoken({ notice, sentences }: AgreementState): string {
  return notice ? notice.title : spokenSentences(sentences);
}

function drawFigures({ figures, figuresLabel }: AgreementState): TemplateResult | typeof nothing {
  if (figures.length === 0) return nothing;
  return html`<section class="figures" aria-label=${figuresLabel}>
    <ul>
      ${figures.map(
        ({ value, label, detail, title }) =>
          html`<li class="figure" title=${title}>
            <span class="value">${value}</span> <span class="detail">${detail}</span>
            <span class="label">${label}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function drawMethods(
  { methods }: AgreementState,
  post: (message: FromAgreement) => void,
): TemplateResult | typeof nothing {
  if (!methods) return nothing;
  const button = (action: 'copyMethods' | 'exportTable', text: string): TemplateResult =>
    html`<button type="button" class="link" data-key=${action} @click=${() => post({ type: 'act', action })}>
      ${text}
    </button>`;
  return html`<section class="methods">
    <h2>${methods.caption}</h2>
    <p class="text" dir="auto">${methods.text}</p>
    <p class="acts">${button('copyMethods', methods.copy)} ${button('exportTable', methods.export)}</p>
  </section>`;
}

function drawLeftOut({ leftOut }: AgreementState): TemplateResult | typeof nothing {
  if (!leftOut) return nothing;
  return html`<section class="left-out">
    <h2>${leftOut.caption}</h2>
    <p class="quiet">${leftOut.note}</p>
    <dl>
      ${leftOut.groups.map(
        ({ reason, items }) =>
          html`<div>
            <dt>${reason}</dt>
            ${items.map((item) => html`<dd dir="auto">${item}</dd>`)}
          </div>`,
      )}
    </dl>
  </section>`;
}

customElements.define('alliance-agreement', AllianceAgreement);
