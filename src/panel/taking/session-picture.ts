import { render, svg, type SVGTemplateResult } from 'lit';
import type { SessionState } from '../messages';
import { layOut, type Layout } from '../picture/layout';
import { drawPicture } from '../picture/picture';
import { nameOf, type Stretch } from '../picture/stretch';
import { tint } from '../tint';
import { em, lineHeight, width, type Draws } from './picture-file';

interface Taken {
  readonly state: SessionState;
  readonly part: Stretch | null;
}

/** The session's picture, of the stretch that is shown. */
export function sessionPicture({ state, part }: Taken): Draws {
  return (page) => {
    const layout = layOut(state, width, em, part);
    for (const shape of ['rupture', 'repair'] as const) {
      const family = state.marks.find((mark) => mark.shape === shape)?.family;
      const color = state.families.find(({ id }) => id === family)?.color;
      if (color) page.style.setProperty(`--${shape}`, color);
    }
    render(drawPicture(state, layout, { picture: '', strip: '' }), page);
    const drawing = page.querySelector('svg');
    if (!drawing) return null;
    for (const pageOnly of drawing.querySelectorAll('.cursor, .brush')) pageOnly.remove();
    const lines = legendOf(state, part);
    const height = layout.height + (lines.length + 1.6) * lineHeight;
    return { drawing, height, legend: drawLegend(lines, state, layout) };
  };
}

/** What the page around the picture says on screen. */
function legendOf(state: SessionState, part: Stretch | null): string[] {
  const { axis, chips, curves, strings } = state;
  const named = [axis.label, part ? nameOf(axis, part, strings.part) : '', axis.note];
  const about = chips.filter(({ kind }) => kind !== 'warning').map(({ text }) => text);
  return [named.filter(Boolean).join(' · '), about.join(' · '), curves.note].filter(Boolean);
}

function drawLegend(lines: readonly string[], state: SessionState, layout: Layout): SVGTemplateResult {
  const y = (index: number): number => layout.height + (index + 1) * lineHeight;
  const step = (layout.right - layout.left) / Math.max(1, state.families.length);
  return svg`${lines.map((line, index) => svg`<text class="small" x=${layout.left} y=${y(index)}>${line}</text>`)}
    ${state.families.map((family, index) => {
      const x = layout.left + index * step;
      const below = y(lines.length) + em * 0.3;
      return svg`<text class="letter" x=${x} y=${below} ${tint(family.color)}>${family.letter}</text>
        <text class="small" x=${x + em * 1.1} y=${below}>${family.label}</text>`;
    })}`;
}
