import { render, svg, type SVGTemplateResult } from 'lit';
import type { SessionState } from '../messages';
import { layOut, type Layout } from '../picture/layout';
import { drawPicture } from '../picture/picture';
import { nameOf, type Stretch } from '../picture/stretch';
import { panelStyles } from '../theme/styles';
import { tint } from '../tint';
import { literalCopy } from './literal';
import { paper } from './paper';

/** Width of the picture on paper in pixels of 96 to the inch, and its type. */
const width = 720;
const em = 13;
const margin = 16;
const lineHeight = em * 1.5;
/** So many pixels of the PNG for one of these: 300 to the inch. */
const density = 3.125;

interface Taken {
  readonly state: SessionState;
  readonly part: Stretch | null;
  readonly format: (value: number) => string;
}

/** The picture as an SVG file: light, on white, with its legend; no word of the session is in it. */
export function pictureSvg(taken: Taken): string {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(paper)) host.style.setProperty(name, value);
  host.style.setProperty('position', 'fixed');
  host.style.setProperty('left', '-9999px');
  host.style.setProperty('width', `${width}px`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [onPaper()];
  document.body.append(host);
  try {
    return drawn(taken, root);
  } finally {
    host.remove();
  }
}

/** The panel's own styles, without what a system that forces its colours would make of them. */
function onPaper(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    panelStyles
      .map(({ cssText }) => cssText)
      .join('\n')
      .replaceAll('(forced-colors: active)', 'not all'),
  );
  return sheet;
}

function drawn({ state, part, format }: Taken, root: ShadowRoot): string {
  const layout = layOut(state, width, em, format, part);
  const main = document.createElement('main');
  for (const shape of ['rupture', 'repair'] as const) {
    const family = state.marks.find((mark) => mark.shape === shape)?.family;
    const color = state.families.find(({ id }) => id === family)?.color;
    if (color) main.style.setProperty(`--${shape}`, color);
  }
  root.append(main);
  render(drawPicture(state, layout, { picture: '', strip: '' }), main);
  const drawing = main.querySelector('svg');
  if (!drawing) return '';
  for (const pageOnly of drawing.querySelectorAll('.cursor, .brush')) pageOnly.remove();
  const legend = document.createElementNS(drawing.namespaceURI ?? '', 'g');
  if (!(legend instanceof SVGElement)) return '';
  const lines = legendOf(state, part, format);
  render(drawLegend(lines, state, layout), legend);
  drawing.append(legend);
  return finished(literalCopy(drawing), layout.height + (lines.length + 1.6) * lineHeight);
}

/** What the page around the picture says on screen. */
function legendOf(state: SessionState, part: Stretch | null, format: (value: number) => string): string[] {
  const { axis, chips, curves, strings } = state;
  const named = [axis.label, part ? nameOf(axis, part, strings.part, format) : '', axis.note];
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

function finished(copy: SVGSVGElement, height: number): string {
  const [w, h] = [width + 2 * margin, Math.ceil(height) + 2 * margin];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(w),
    height: String(h),
    viewBox: `${-margin} ${-margin} ${w} ${h}`,
    'font-family': paper['--vscode-font-family'] ?? 'sans-serif',
    'font-size': `${em}px`,
  };
  for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns') copy.setAttribute(name, value);
  }
  const back = document.createElementNS(attributes.xmlns, 'rect');
  const box = { x: -margin, y: -margin, width: w, height: h, fill: '#ffffff' };
  for (const [name, value] of Object.entries(box)) back.setAttribute(name, String(value));
  copy.prepend(back);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** The same as pixels, in base64. */
export async function picturePng(taken: Taken): Promise<string> {
  const address = URL.createObjectURL(new Blob([pictureSvg(taken)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * density);
    canvas.height = Math.round(image.naturalHeight * density);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}
