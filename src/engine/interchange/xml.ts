import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { problem, type Problem } from './problems';

/** No format we read nests deeper; more would overflow a reader that descends. */
const deepest = 200;

/** A document's root, or why it cannot be read. `entry` names it in an archive. */
export function readXml(text: string, entry: string): XmlElement | Problem {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return problem('xml-doctype', { entry });
  if (nests(text)) return problem('xml-too-deep', { entry, limit: deepest });
  try {
    const { root } = parseXml(text);
    return root ?? problem('xml-broken', { entry, reason: '' }, 1);
  } catch (error) {
    if (error instanceof RangeError) return problem('xml-too-deep', { entry, limit: deepest });
    if (!(error instanceof XmlError)) throw error;
    // The message ends with the text around the fault, which may be words of a session.
    return problem('xml-broken', { entry, reason: error.message.split('\n')[0] ?? '' }, error.line);
  }
}

const mark = /["'>]/g;
const notElements = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Whether elements stand within elements deeper than any format we read. Counted without descending, in linear time. */
function nests(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const [, close] = notElements.find(([open]) => text.startsWith(open, at)) ?? [];
    const found = close === undefined ? endOfTag(text, at) : text.indexOf(close, at);
    // What is not closed is for the parser to say.
    if (found < 0) return false;
    if (close === undefined && !text.endsWith('/>', found)) depth += text.startsWith('</', at) ? -1 : 1;
    if (depth > deepest) return true;
    at = found;
  }
  return false;
}

/** Behind its `>`, which does not stand within quotes; −1 where it has none. */
function endOfTag(text: string, begin: number): number {
  let at = begin;
  for (;;) {
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (!found) return -1;
    if (found[0] === '>') return mark.lastIndex;
    at = text.indexOf(found[0], mark.lastIndex) + 1;
    if (at === 0) return -1;
  }
}

export function isProblem(value: XmlElement | Problem): value is Problem {
  return !(value instanceof XmlElement);
}

/** A name without its namespace's prefix: files of different programs use different ones. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements directly within one, all or those of a local name. */
export function elementsIn(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || localName(child) === name),
  );
}

export function elementIn(parent: XmlElement, name: string): XmlElement | null {
  return elementsIn(parent, name)[0] ?? null;
}

/** An attribute by its local name. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const found = Object.entries(attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name);
  return found?.[1] ?? null;
}

/** All text within an element. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child instanceof XmlElement ? textOf(child) : child instanceof XmlText ? child.text : '',
    )
    .join('');
}
