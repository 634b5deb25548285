import type { Layout } from './picture/layout';
import type { Stretch } from './picture/stretch';

/** From so many pixels on a press is a drag. */
const least = 5;

/** What the brush needs to know of the panel. */
export interface Brushed {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly layout: Layout | null;
  zoomTo(one: number, other: number): void;
}

/** Marks a stretch of the picture: dragged with the pointer, or grown with Shift and the arrow keys from segment to segment. */
export class Brush {
  readonly #panel: Brushed;
  #from: number | null = null;
  #dragged = false;
  #segments: { readonly first: Stretch; readonly last: Stretch } | null = null;

  constructor(panel: Brushed) {
    this.#panel = panel;
  }

  start(): void {
    const root = this.#panel.renderRoot;
    root.addEventListener('pointerdown', (event) => event instanceof PointerEvent && this.#down(event));
    window.addEventListener('pointermove', (event) => this.#move(event));
    window.addEventListener('pointerup', (event) => this.#up(event));
    window.addEventListener('pointercancel', () => this.cancel());
  }

  /** Whether the click that follows a press was the end of a drag; asked once. */
  endedDrag(): boolean {
    const ended = this.#dragged;
    this.#dragged = false;
    return ended;
  }

  /** Grows or shrinks to another segment; the first one called with is where it began. */
  grow(from: Stretch, to: Stretch): void {
    this.#segments = { first: this.#segments?.first ?? from, last: to };
    const { first, last } = this.#segments;
    this.#draw(Math.min(first.start, last.start), Math.max(first.end, last.end));
  }

  /** Shows the segments marked. @returns whether there were any */
  take(): boolean {
    const marked = this.#segments;
    this.cancel();
    if (!marked) return false;
    const { first, last } = marked;
    this.#panel.zoomTo(Math.min(first.start, last.start), Math.max(first.end, last.end));
    return true;
  }

  /** @returns whether there was anything to give up */
  cancel(): boolean {
    const had = this.#segments !== null || (this.#from !== null && this.#dragged);
    this.#from = null;
    this.#segments = null;
    this.#element()?.removeAttribute('width');
    return had;
  }

  #down(event: PointerEvent): void {
    this.cancel();
    this.#dragged = false;
    const drawing = event.target instanceof Element ? event.target.closest('.drawing') : null;
    if (drawing && event.button === 0 && event.pointerType !== 'touch') this.#from = this.#valueAt(event);
  }

  #move(event: PointerEvent): void {
    const { layout } = this.#panel;
    const to = this.#from === null ? null : this.#valueAt(event);
    if (this.#from === null || to === null || !layout) return;
    if (Math.abs(layout.place(to) - layout.place(this.#from)) >= least) this.#dragged = true;
    if (this.#dragged) this.#draw(Math.min(this.#from, to), Math.max(this.#from, to));
  }

  #up(event: PointerEvent): void {
    const from = this.#from;
    const to = this.#valueAt(event);
    this.cancel();
    if (from !== null && to !== null && this.#dragged) this.#panel.zoomTo(from, to);
  }

  #valueAt(event: PointerEvent): number | null {
    const box = this.#panel.renderRoot.querySelector('.drawing')?.getBoundingClientRect();
    return box ? (this.#panel.layout?.valueAt(event.clientX - box.left) ?? null) : null;
  }

  #element(): Element | null {
    return this.#panel.renderRoot.querySelector('rect.brush');
  }

  #draw(start: number, end: number): void {
    const { layout } = this.#panel;
    const element = this.#element();
    if (!layout || !element) return;
    const x = layout.place(start);
    element.setAttribute('x', String(x));
    element.setAttribute('width', String(Math.max(1, layout.place(end) - x)));
  }
}
