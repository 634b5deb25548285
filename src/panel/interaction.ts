import { Brush } from './brush';
import type { CaseAxisId } from './case/messages';
import { explain } from './explain';
import type { FromPanel, PanelPages, PanelSegment, PanelState } from './messages';
import type { Layout } from './picture/layout';
import { step, type Rows } from './picture/navigate';
import { hit } from './picture/reach';
import { ratingMessage, type RatingView } from './ratings';
import { groupOf, messageFor, stopsOf } from './stops';
import { PanelTooltip } from './tooltip';

/** What the interaction needs to know of the panel. */
export interface Reader {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly state: PanelState | null;
  readonly layout: Layout | null;
  readonly pages: PanelPages | null;
  /** The axis of the case that is shown. */
  readonly shownAxis: CaseAxisId | null;
  requestUpdate(): void;
  post(message: FromPanel): void;
  toggleTable(): void;
  zoomTo(one: number, other: number): void;
  zoomAround(pixel: number, factor: number): void;
  showWhole(): boolean;
  readonly rated: RatingView;
  rate(view: RatingView): void;
  chooseAxis(axis: CaseAxisId): void;
}

/** Keys that zoom, and by how much. */
const zoomKeys: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 };

type Keyed = HTMLElement | SVGElement;

function keyedFrom(target: EventTarget | null): Keyed | null {
  return target instanceof Element ? target.closest<Keyed>('[data-key]') : null;
}

/**
 * Pointer, keys and focus. Everything that can be reached carries a `data-key`; one Tab stop per group, the arrow keys
 * walk within it, and the focus stays with its key when the panel is drawn anew.
 */
export class Interaction {
  readonly tooltip = new PanelTooltip();
  readonly #panel: Reader;
  readonly #brush: Brush;
  readonly #active = new Map<string, string>();
  #hot: Keyed | null = null;
  #held = '';
  /** Where the focus goes at the next drawing. */
  #wanted = '';

  constructor(panel: Reader) {
    this.#panel = panel;
    this.#brush = new Brush(panel);
  }

  /** Listens on the shadow root, once; and to Escape wherever the focus is. */
  start(): void {
    const root = this.#panel.renderRoot;
    this.#brush.start();
    root.addEventListener('focusin', (event) => this.#focused(event));
    root.addEventListener('focusout', () => this.tooltip.leave());
    root.addEventListener('click', (event) => event instanceof MouseEvent && this.#clicked(event));
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#pressed(event));
    root.addEventListener('change', (event) => this.#chosen(event));
    root.addEventListener('pointermove', (event) => event instanceof PointerEvent && this.#pointed(event));
    root.addEventListener('pointerout', (event) => {
      if (event instanceof PointerEvent && event.relatedTarget === null) this.#point(null);
    });
    window.addEventListener('scroll', () => this.tooltip.hide(), { passive: true });
    root.addEventListener('dblclick', (event) => {
      if (event.target instanceof Element && event.target.closest('.drawing')) this.#panel.showWhole();
    });
    window.addEventListener('keydown', (event) => event.key === 'Escape' && this.#escaped());
  }

  /** One thing at a time is put away: what is being marked, the explanation, the zoom. */
  #escaped(): void {
    if (this.#brush.cancel() || this.tooltip.hide()) return;
    this.#panel.showWhole();
  }

  /** The one element of a group that Tab reaches: the last one visited, else the first of its kind, else the first. */
  reached(group: string): string {
    const stops = this.#stops(group).flat();
    const last = this.#active.get(group);
    const kind = last?.replace(/:.*/, ':') ?? '';
    const alike = stops.find((stop) => kind !== '' && stop.key.startsWith(kind));
    return (stops.find((stop) => stop.key === last) ?? alike ?? stops[0])?.key ?? '';
  }

  #stops(group: string): Rows {
    const { state, layout, pages, shownAxis } = this.#panel;
    if (group !== 'tab') return stopsOf(group, state, layout, shownAxis);
    return [(pages?.tabs ?? []).map(({ page }, x) => ({ key: `tab:${page}`, x }))];
  }

  /** Before drawing: remembers where the focus is. */
  hold(): void {
    this.#held = this.#focusedElement()?.dataset['key'] ?? '';
  }

  /** After drawing: gives the focus back, to the same key, or to its group's Tab stop where the key is gone. */
  restore(): void {
    if (this.#wanted !== '') {
      this.#find(this.#wanted)?.focus();
      this.#wanted = '';
      return;
    }
    if (this.#held === '' || this.#focusedElement()?.dataset['key'] === this.#held) return;
    const again = this.#find(this.#held) ?? this.#find(this.reached(groupOf(this.#held)));
    again?.focus({ preventScroll: true });
  }

  #focusedElement(): Keyed | null {
    const root = this.#panel.renderRoot;
    return root instanceof ShadowRoot ? keyedFrom(root.activeElement) : null;
  }

  #find(key: string): Keyed | null {
    return key === '' ? null : this.#panel.renderRoot.querySelector<Keyed>(`[data-key="${CSS.escape(key)}"]`);
  }

  #focused(event: Event): void {
    const element = keyedFrom(event.target);
    const key = element?.dataset['key'] ?? '';
    if (!element || key === '') return;
    const group = groupOf(key);
    if (this.#active.get(group) !== key) {
      this.#active.set(group, key);
      this.#panel.requestUpdate();
    }
    if (element.matches(':focus-visible')) this.#explain(element);
  }

  #explain(element: Keyed): void {
    const state = this.#panel.state;
    const said = state && explain(state, element.dataset['key'] ?? '');
    if (said) this.tooltip.say(said, element.getBoundingClientRect());
    else this.tooltip.hide();
  }

  /** What lies under the pointer: in the drawing the nearest mark, since marks are narrow; elsewhere the element itself. */
  #under(event: MouseEvent): Keyed | null {
    const own = keyedFrom(event.target);
    const drawing = event.target instanceof Element ? event.target.closest('.drawing') : null;
    const layout = this.#panel.layout;
    if (!drawing || !layout || (event.clientX === 0 && event.clientY === 0)) return own;
    const box = drawing.getBoundingClientRect();
    return this.#find(hit(layout, event.clientX - box.left, event.clientY - box.top) ?? '') ?? own;
  }

  #pointed(event: PointerEvent): void {
    if (event.pointerType !== 'touch' && event.target !== this.tooltip) this.#point(this.#under(event));
  }

  #point(element: Keyed | null): void {
    if (element === this.#hot) return;
    this.#hot?.removeAttribute('data-hot');
    this.#hot = element;
    element?.setAttribute('data-hot', '');
    if (element) this.#explain(element);
    else this.tooltip.leave();
  }

  #clicked(event: MouseEvent): void {
    if (this.#brush.endedDrag()) return;
    const element = this.#under(event);
    if (!element) return;
    if (element !== keyedFrom(event.target)) element.focus({ preventScroll: true });
    this.#act(element);
  }

  #act(element: Keyed): void {
    const state = this.#panel.state;
    const key = element.dataset['key'] ?? '';
    if (!state) return;
    if (key === 'toggle') return this.#panel.toggleTable();
    if (key === 'whole') {
      this.#panel.showWhole();
      return;
    }
    if (this.#brush.take()) return;
    const { rated } = this.#panel;
    if (key === 'ratings') return this.#panel.rate({ ...rated, open: !rated.open });
    const rating = state.kind !== 'case' ? ratingMessage(state, key, rated.segment) : null;
    const axis = state.kind === 'case' ? state.axes.find(({ id }) => key === `axis:${id}`) : undefined;
    if (axis) {
      this.#panel.chooseAxis(axis.id);
      return;
    }
    const tab = this.#panel.pages?.tabs.find(({ page }) => key === `tab:${page}`);
    const turned: FromPanel | null = tab ? { type: 'turnTo', page: tab.page } : null;
    const message = turned ?? rating ?? messageFor(state, key);
    if (message) this.#panel.post(message);
    else this.#explain(element);
  }

  #chosen({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.dataset['key'] === 'coder') {
      this.#panel.post({ type: 'choose', choice: { of: 'coder', coder: target.value } });
      return;
    }
    const segment = target.value === 'null' ? null : Number(target.value);
    this.#panel.rate({ open: true, segment });
  }

  #pressed(event: KeyboardEvent): void {
    const element = keyedFrom(event.target);
    // The arrow keys of a list to choose from are its own.
    if (!element || element instanceof HTMLSelectElement || event.altKey || event.ctrlKey || event.metaKey)
      return;
    // Buttons of HTML turn Enter and Space into a click by themselves; the marks of the drawing do not.
    if ((event.key === 'Enter' || event.key === ' ') && element instanceof SVGElement) {
      event.preventDefault();
      this.#act(element);
      return;
    }
    const key = element.dataset['key'] ?? '';
    if (this.#zoomed(element, event.key) || this.#toRatings(key, event.key)) return event.preventDefault();
    const next = step(this.#stops(groupOf(key)), key, event.key);
    if (next === null) return;
    event.preventDefault();
    if (event.shiftKey) this.#grow(key, next);
    else this.#brush.cancel();
    this.#find(next)?.focus();
  }

  /** R on a segment leads to its ratings. */
  #toRatings(key: string, pressed: string): boolean {
    const { state } = this.#panel;
    const segment = /^segment:(\d+)$/.exec(key)?.[1];
    if (pressed.toLowerCase() !== 'r' || segment === undefined || state?.kind !== 'session') return false;
    if (!state.ratings?.onStrip) return false;
    this.#panel.rate({ open: true, segment: Number(segment) });
    this.#wanted = 'scope';
    return true;
  }

  /** Plus, minus and 0 in the drawing, around what has the focus. */
  #zoomed(element: Keyed, key: string): boolean {
    const drawing = element.closest('.drawing');
    if (!drawing) return false;
    const factor = zoomKeys[key];
    if (factor === undefined) {
      if (key !== '0') return false;
      this.#panel.showWhole();
      return true;
    }
    const box = element.getBoundingClientRect();
    this.#panel.zoomAround(box.left + box.width / 2 - drawing.getBoundingClientRect().left, factor);
    return true;
  }

  #grow(from: string, to: string): void {
    const cells = this.#panel.layout?.strip.cells ?? [];
    const at = (key: string): PanelSegment | undefined =>
      cells.find(({ segment }) => key === `segment:${segment.number}`)?.segment;
    const [first, last] = [at(from), at(to)];
    if (first && last) this.#brush.grow(first, last);
  }
}
