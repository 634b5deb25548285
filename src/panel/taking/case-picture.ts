import { html, render, svg, type SVGTemplateResult } from 'lit';
import { drawHeat } from '../case/draw-heat';
import { drawCasePicture } from '../case/draw-picture';
import { layOutCase } from '../case/layout';
import type { CaseAxisId, CaseState } from '../case/messages';
import { em, lineHeight, width, type Draws } from './picture-file';

/** So many characters of small type stand in a line. */
const longestLine = 124;

/** The picture of a case with its heat map below, on the axis that is shown; below them the methods with their parameters. */
export function casePicture(state: CaseState, axis: CaseAxisId): Draws {
  return (page) => {
    const layout = layOutCase(state, axis, width, em);
    if (!layout) return null;
    page.style.setProperty('--rupture', state.colors.rupture);
    page.style.setProperty('--repair', state.colors.repair);
    render(html`${drawCasePicture(state, layout, '')}${drawHeat(state, width, em, '')}`, page);
    const parts = [...page.querySelectorAll('svg.drawing')].filter((part) => part instanceof SVGSVGElement);
    for (const pageOnly of page.querySelectorAll('.column, .heat')) pageOnly.remove();
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawing.classList.add('drawing');
    page.append(drawing);
    const lines = legendOf(state, axis);
    const heat = layout.height + (lines.between.length + 1) * lineHeight;
    for (const [index, part] of parts.entries()) {
      part.setAttribute('width', String(width));
      part.setAttribute('y', String(index === 0 ? 0 : heat));
      drawing.append(part);
    }
    const below = heat + Number(parts.at(-1)?.getAttribute('height')) + lineHeight / 2;
    const legend = [drawLines(lines.between, layout.height), drawLines(lines.below, below)];
    return { drawing, height: below + (lines.below.length + 0.5) * lineHeight, legend };
  };
}

interface Legend {
  /** Between course and heat map. */
  readonly between: readonly string[];
  readonly below: readonly string[];
}

/** What the page around the pictures says on screen. */
function legendOf(state: CaseState, axis: CaseAxisId): Legend {
  const { chips, detectors, strings, axes } = state;
  const about = chips.filter(({ kind }) => kind !== 'warning').map(({ text }) => text);
  const found = detectors.filter(({ says }) => says.some(({ unsaid }) => !unsaid));
  const methods = found.map(({ name, parameters }) => `${name}. ${parameters}`);
  return {
    between: [
      axes.find(({ id }) => id === axis)?.label ?? '',
      ...wrapped(`${strings.heat}. ${strings.heatDetail}`),
    ],
    below: [about.join(' · '), strings.flags, ...methods].flatMap(wrapped),
  };
}

/** In lines that have room, broken between words. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function drawLines(lines: readonly string[], from: number): SVGTemplateResult[] {
  return lines.map(
    (line, index) => svg`<text class="small" x="0" y=${from + (index + 1) * lineHeight}>${line}</text>`,
  );
}
