import { svg, type SVGTemplateResult } from 'lit';
import type { Layout } from './layout';

/** Where the editor's cursor is: the turn, and its place on the axis. */
export interface CursorPlace {
  readonly turn: number;
  readonly x: number;
}

/** The line that follows the editor's cursor; drawn once, moved by `moveCursor`. */
export function drawCursor(layout: Layout): SVGTemplateResult {
  return svg`<g class="cursor" aria-hidden="true">
    <line y1=${layout.top - 2} y2=${layout.bottom} />
    <text class="small" y=${layout.top - layout.em * 0.4}></text>
  </g>`;
}

/** Moves the line without drawing the picture anew, so that walking through a transcript costs next to nothing. */
export function moveCursor(root: ParentNode, layout: Layout | null, at: CursorPlace | null): void {
  const group = root.querySelector<SVGGElement>('g.cursor');
  const label = group?.querySelector('text');
  if (!group || !label) return;
  const isShown = at !== null && layout !== null && at.x >= layout.shown.start && at.x <= layout.shown.end;
  group.classList.toggle('hidden', !isShown);
  if (!isShown) return;
  const x = layout.place(at.x);
  group.style.setProperty('transform', `translateX(${x}px)`);
  const half = String(at.turn).length * layout.em * 0.3;
  const turn = isOnName(layout, x - half, x + half) ? '' : String(at.turn);
  if (label.textContent !== turn) label.textContent = turn;
  label.setAttribute('text-anchor', x + half > layout.width ? 'end' : 'middle');
}

/** Whether the number would lie on the name of a stage, which stays. */
function isOnName({ stages, em }: Layout, from: number, to: number): boolean {
  return stages.some(({ label, x, width }) => {
    const end = x + Math.min(width, em * (0.6 + 0.5 * label.length));
    return label !== '' && from < end && to > x;
  });
}
