import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { drawAxisChoice } from './axis-choice';
import { axisShown, drawCase } from './case/case-page';
import type { CaseAxisId } from './case/messages';
import { drawChips } from './chips';
import { drawEmpty } from './empty';
import { drawEpisodes } from './episodes';
import { drawFigures } from './figures';
import { Interaction } from './interaction';
import type { FromPanel, PanelPages, PanelState, PictureFormat, SessionState } from './messages';
import { drawMovers } from './movers';
import { drawPage, drawPages } from './pages';
import { type CursorPlace, moveCursor } from './picture/cursor';
import { layOut, type Layout } from './picture/layout';
import { nameOf, type Stretch, stretchBetween, zoomed } from './picture/stretch';
import { drawPicture } from './picture/picture';
import { drawRatings, type RatingView } from './ratings';
import { drawSentences, spokenSentences } from './sentences';
import { drawTables } from './table';
import { casePicture } from './taking/case-picture';
import { pictureFile } from './taking/picture-file';
import { sessionPicture } from './taking/session-picture';
import { panelStyles } from './theme/styles';
import { tint } from './tint';

/** Sentences are read aloud once they have stood for so long, not at every key of a coding run. In milliseconds. */
const settle = 1000;

/** The codebook's colour of the family that holds such marks; empty where there are none, and the theme's own serves. */
function colorOf(state: PanelState, shape: 'rupture' | 'repair'): string {
  if (state.kind === 'empty') return '';
  if (state.kind === 'case') return state.colors[shape];
  const family = state.marks.find((mark) => mark.shape === shape)?.family;
  return state.families.find((candidate) => candidate.id === family)?.color ?? '';
}

/** What a zoomed stretch belongs to: another session, or another axis, is shown as a whole. */
function axisKey(state: PanelState | null): string {
  return state?.kind === 'session' ? `${state.axis.kind} ${state.axis.start} ${state.axis.end}` : '';
}

/** The side panel: draws the latest state and tells the host what the reader asks for. */
export class AlliancePanel extends LitElement {
  static override styles = panelStyles;
  static override properties = {
    state: { attribute: false },
    pages: { attribute: false },
    table: { attribute: false },
    axis: { attribute: false },
  };

  declare state: PanelState | null;
  /** The switch above the page; null where there is one page only. */
  declare pages: PanelPages | null;
  /** What sessions of a case are placed by, as the reader chose. */
  declare axis: CaseAxisId | null;
  /** True while tables stand in the picture's place. */
  declare table: boolean;
  /** Sends a message to the host. */
  post: (message: FromPanel) => void = () => {};
  /** Called when the reader looks at it in another way. */
  onLook: (look: { table: boolean; axis: CaseAxisId | null }) => void = () => {};
  /** The picture's geometry, null while there is nothing to draw. */
  layout: Layout | null = null;

  /** What of the ratings is open. */
  rated: RatingView = { open: false, segment: null };

  #cursor: CursorPlace | null = null;
  /** The stretch of the axis that is drawn; null for the whole session. */
  #part: Stretch | null = null;
  #width = 0;
  #em = 13;
  #spoken = '';
  #speaking: ReturnType<typeof setTimeout> | undefined;
  readonly #interaction = new Interaction(this);
  readonly #resized = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.state = null;
    this.pages = null;
    this.table = false;
    this.axis = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#interaction.start();
  }

  /** Moves the line that follows the editor's cursor; null hides it. Draws nothing anew. */
  moveCursor(at: CursorPlace | null): void {
    this.#cursor = at;
    moveCursor(this.renderRoot, this.layout, at);
  }

  rate(view: RatingView): void {
    this.rated = view;
    this.requestUpdate();
  }

  /** Draws only what lies between two places of the axis. */
  zoomTo(one: number, other: number): void {
    if (this.state?.kind === 'session') this.#show(stretchBetween(this.state.axis, one, other));
  }

  /** Closer to a place or away from it. */
  zoomAround(pixel: number, factor: number): void {
    const { state, layout } = this;
    if (state?.kind !== 'session' || !layout) return;
    this.#show(zoomed(state.axis, this.#part, layout.valueAt(pixel), factor));
  }

  /** @returns whether less than the whole was shown */
  showWhole(): boolean {
    const wasPart = this.#part !== null;
    this.#show(null);
    return wasPart;
  }

  #show(part: Stretch | null): void {
    this.#part = part;
    if (part && this.state?.kind === 'session') this.#spoken = this.#partName(this.state, part);
    this.requestUpdate();
  }

  #partName({ axis, strings }: SessionState, part: Stretch): string {
    return nameOf(axis, part, strings.part);
  }

  /** The picture of the page as a file, as it is looked at now; empty where there is none. */
  async picture(format: PictureFormat): Promise<string> {
    const { state, shownAxis } = this;
    if (state?.kind === 'session') return pictureFile(sessionPicture({ state, part: this.#part }), format);
    return state?.kind === 'case' && shownAxis ? pictureFile(casePicture(state, shownAxis), format) : '';
  }

  toggleTable(): void {
    this.table = !this.table;
    this.onLook(this);
  }

  chooseAxis(axis: CaseAxisId): void {
    this.axis = axis;
    this.onLook(this);
  }

  get shownAxis(): CaseAxisId | null {
    return this.state?.kind === 'case' ? axisShown(this.state, this.axis) : null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#interaction.hold();
    if (changed.has('state')) this.#announce();
    const session = this.state?.kind === 'session' ? this.state : null;
    if (axisKey(changed.get('state') ?? this.state) !== axisKey(this.state)) this.#part = null;
    this.layout = session && this.#width > 0 ? layOut(session, this.#width, this.#em, this.#part) : null;
  }

  override updated(): void {
    this.#measure();
    moveCursor(this.renderRoot, this.layout, this.#cursor);
    this.#interaction.restore();
  }

  /** Draws again where the picture's box or the font has changed its size. */
  #measure(): void {
    const box = this.renderRoot.querySelector('.picture');
    if (!box) return;
    const width = box.clientWidth;
    const em = Number.parseFloat(getComputedStyle(this).fontSize) || 13;
    if (width === this.#width && em === this.#em) return;
    this.#width = width;
    this.#em = em;
    this.requestUpdate();
  }

  #announce(): void {
    clearTimeout(this.#speaking);
    const { state } = this;
    const words = state && state.kind !== 'empty' ? spokenSentences(state.sentences) : '';
    this.#speaking = setTimeout(() => {
      this.#spoken = words;
      this.requestUpdate();
    }, settle);
  }

  override render(): TemplateResult | typeof nothing {
    const { state, pages } = this;
    if (!state) return nothing;
    const content = html`<h1 class="unseen">${document.title}</h1>
      ${drawChips(state.chips, this.#interaction.reached('chip'))}
      ${state.kind === 'session' ? this.#drawSession(state) : this.#drawOther(state)}`;
    return html`${pages ? drawPages(pages) : nothing}
      <main
        class=${state.kind}
        ${tint(colorOf(state, 'rupture'), '--rupture')}
        ${tint(colorOf(state, 'repair'), '--repair')}
      >
        ${pages ? drawPage(pages, content) : content}
      </main>
      <div class="unseen" role="status">${this.#spoken}</div>
      ${this.#interaction.tooltip}`;
  }

  #drawOther(state: Exclude<PanelState, SessionState>): TemplateResult {
    const reached = (group: string): string => this.#interaction.reached(group);
    if (state.kind === 'empty') return drawEmpty(state, drawRatings(state.ratings, this.rated, reached));
    const { table, axis } = this;
    return drawCase(state, { table, axis, width: this.#width, em: this.#em, reached });
  }

  #drawSession(state: SessionState): TemplateResult {
    const { strings, axis } = state;
    return html`<div class="story">
        ${drawSentences(state.sentences)}
        <section class="trajectory">
          <div class="picture">${this.#drawTrajectory(state)}</div>
          <p class="foot">
            <span
              >${drawAxisChoice(axis, strings.axis, this.#interaction.reached('axis'))}${axis.note ? html` <span class="note">· ${axis.note}</span>` : nothing}</span
            >
            <button type="button" class="link" data-key="toggle">
              ${this.table ? strings.hideTable : strings.showTable}
            </button>
          </p>
          ${this.#drawPart(state)}
          ${state.curves.note && this.layout?.curves ? html`<p class="foot">${state.curves.note}</p>` : nothing}
          <p class="unseen" id="keys">${strings.keyboard}</p>
        </section>
      </div>
      <div class="outcome">
        ${drawFigures(state.figures, strings.figures, this.#interaction.reached('figure'))}
        ${state.movers ? drawMovers(state.movers) : nothing} ${drawEpisodes(state)}
        ${drawRatings(state.ratings, this.rated, (group) => this.#interaction.reached(group))}
      </div>`;
  }

  #drawPart(state: SessionState): TemplateResult | typeof nothing {
    if (this.table || !this.#part) return nothing;
    return html`<p class="foot part">
      <span>${this.#partName(state, this.#part)}</span>
      <button type="button" class="link" data-key="whole">${state.strings.whole}</button>
    </p>`;
  }

  #drawTrajectory(state: SessionState): TemplateResult | typeof nothing {
    const reached = (group: string): string => this.#interaction.reached(group);
    if (this.table) return drawTables(state, reached('row'));
    if (!this.layout) return nothing;
    return drawPicture(state, this.layout, { picture: reached('picture'), strip: reached('segment') });
  }
}

customElements.define('alliance-panel', AlliancePanel);
