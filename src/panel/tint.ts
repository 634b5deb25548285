import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/**
 * Hands a codebook colour to the stylesheet, as `--c` unless named otherwise. Set through the style object, because the page's content
 * security policy forbids style attributes.
 */
class Tint extends Directive {
  #color = '';

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('tint belongs on an element');
  }

  render(_color: string, _name?: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [color, name = '--c']: [string, string?]): typeof noChange {
    if (
      color !== this.#color &&
      (part.element instanceof SVGElement || part.element instanceof HTMLElement)
    ) {
      part.element.style.setProperty(name, color);
      this.#color = color;
    }
    return noChange;
  }
}

/** `<path ${tint('#D55E00')}>`: the element's colour, for the stylesheet to mix into the theme. */
export const tint = directive(Tint);
