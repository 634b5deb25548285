/** An attribute's value; null and undefined are not written. */
export type Attribute = string | number | boolean | null | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes blanks of them in attributes (XML 1.0, section 3.3.3), and one line end of two everywhere (2.11).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no XML document can hold, not even as a reference (XML 1.0, section 2.2), lone surrogates included. */
const impossible = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** A text as XML can hold it. */
export function storable(text: string): string {
  return text.replace(impossible, '\ufffd');
}

function escaped(text: string, characters: RegExp): string {
  return storable(text).replace(characters, (character) => escapes[character] ?? character);
}

/** An element of elements, each on lines of its own; one without content closes itself. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`],
  );
  const open = `<${name}${written.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>\n${children.join('\n')}\n</${name}>`;
}

/** An element of text; none where there is no text. */
export function textElement(name: string, text: string): readonly string[] {
  return text === '' ? [] : [`<${name}>${escaped(text, /[&<>\r]/g)}</${name}>`];
}

/** A container that must not be empty: none where it would be. */
export function container(name: string, children: readonly string[]): readonly string[] {
  return children.length === 0 ? [] : [element(name, {}, children)];
}
