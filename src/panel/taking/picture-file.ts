import { render } from 'lit';
import type { PictureFormat } from '../messages';
import { panelStyles } from '../theme/styles';
import { literalCopy } from './literal';
import { paper } from './paper';

/** Width of a picture on paper in pixels of 96 to the inch, and its type. */
export const width = 720;
export const em = 13;
export const lineHeight = em * 1.5;
const margin = 16;
/** So many pixels of the PNG for one of these: 300 to the inch. */
const density = 3.125;

/** A drawing on a page of paper, with what stands below it; it is drawn by the page's own styles. */
export interface Drawn {
  readonly drawing: SVGSVGElement;
  readonly height: number;
  readonly legend: Parameters<typeof render>[0];
}

/** What a picture is made by: draws into the page it is given; null where there is nothing to draw. */
export type Draws = (page: HTMLElement) => Drawn | null;

/** A picture as a file: the text of an SVG, or a PNG in base64; empty where there is none. */
export async function pictureFile(draws: Draws, format: PictureFormat): Promise<string> {
  const text = pictureSvg(draws);
  return format === 'svg' || text === '' ? text : png(text);
}

/** Light, on white, with its legend; no word of the session is in it. */
function pictureSvg(draws: Draws): string {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(paper)) host.style.setProperty(name, value);
  host.style.setProperty('position', 'fixed');
  host.style.setProperty('left', '-9999px');
  host.style.setProperty('width', `${width}px`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [onPaper()];
  const page = document.createElement('main');
  root.append(page);
  document.body.append(host);
  try {
    const drawn = draws(page);
    return drawn ? written(drawn) : '';
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

function written({ drawing, height, legend }: Drawn): string {
  const below = document.createElementNS(drawing.namespaceURI ?? '', 'g');
  if (!(below instanceof SVGElement)) return '';
  render(legend, below);
  drawing.append(below);
  return finished(literalCopy(drawing), height);
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
async function png(text: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
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
