/** What a terminal, or a reader's eye, could take for more than text: controls, and marks that reverse or hide it. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line of text that can do nothing to a terminal: every such character is written as `\u001b`. */
export function harmless(text: string): string {
  return text.replace(unsafe, escaped);
}

/**
 * A document as JSON: one result a line, so that two runs can be compared line by line. What a terminal could take for more
 * than text is escaped in JSON's own way, which changes no value.
 */
export function jsonDocument(lists: Readonly<Record<string, readonly object[]>>): string {
  const keys = Object.entries(lists).map(([key, list]) => {
    const lines = list.map((one) => `\n    ${JSON.stringify(one)}`);
    return `  ${JSON.stringify(key)}: [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]`;
  });
  const document = ['  "alliance": 1', ...keys].join(',\n');
  return `{\n${document.replace(unsafe, (sign) => (sign === '\n' ? sign : escaped(sign)))}\n}\n`;
}

/** In UTF-16 units, as JSON has it. */
function escaped(sign: string): string {
  return sign.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
