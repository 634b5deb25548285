/** What of the stylesheet a drawing needs to look the same without it. */
const properties = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
] as const;

/** What is so anyway. */
const usual: Readonly<Record<string, string>> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
  'font-size': '13px',
  'font-weight': '400',
};

/** What only the page needs: for its stylesheet, its keys and its screen readers; the last hold words of the session. */
const pageOnly = /^(?:class|style|role|tabindex|id|data-.*|aria-.*)$/;

interface Paint {
  readonly color: string;
  readonly opacity: number;
}

/** Reads any colour of CSS as `#rrggbb` and how much of it covers. */
class Colors {
  readonly #canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  readonly #known = new Map<string, Paint>();

  literal(color: string): Paint {
    const known = this.#known.get(color) ?? this.#read(color);
    this.#known.set(color, known);
    return known;
  }

  #read(color: string): Paint {
    if (!this.#canvas) return { color, opacity: 1 };
    const covering = /\/\s*([\d.]+)\)$/.exec(color)?.[1] ?? /^rgba\(.*,\s*([\d.]+)\)$/.exec(color)?.[1];
    const opacity = covering === undefined ? 1 : Number(covering);
    // Without its transparency, since a canvas keeps the colour of what covers little only roughly.
    this.#canvas.fillStyle = `rgb(from ${color} r g b / 1)`;
    this.#canvas.fillRect(0, 0, 1, 1);
    const parts = [...this.#canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    return { color: `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`, opacity };
  }
}

const colors = new Colors();

function paint(element: SVGElement, kind: 'fill' | 'stroke', value: string): void {
  if (value === 'none') return element.setAttribute(kind, 'none');
  if (value.startsWith('url(')) return;
  const { color, opacity } = colors.literal(value);
  element.setAttribute(kind, opacity === 0 ? 'none' : color);
  if (opacity > 0 && opacity < 1)
    element.setAttribute(`${kind}-opacity`, String(Math.round(opacity * 1000) / 1000));
}

function isDrawn(element: SVGElement): boolean {
  return ['path', 'line', 'rect', 'circle', 'text', 'tspan'].includes(element.tagName);
}

/**
 * A copy of a drawing that needs neither stylesheet nor page: every colour and font a literal value, and nothing in it that
 * is not drawn.
 */
export function literalCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(drawing, true);
  const originals = [...drawing.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of element.getAttributeNames()) {
      if (pageOnly.test(name) && !isReferred(element, name)) element.removeAttribute(name);
    }
    if (!isDrawn(element)) continue;
    paint(element, 'fill', style.fill);
    paint(element, 'stroke', style.stroke);
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      if (value !== usual[property]) element.setAttribute(property, value);
    }
  }
  removeComments(copy);
  return copy;
}

/** Patterns and clipping paths are referred to by their id. */
function isReferred(element: Element, name: string): boolean {
  return name === 'id' && ['pattern', 'clipPath'].includes(element.tagName);
}

function removeComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}
