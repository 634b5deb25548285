/** Strings and numbers as they are written: so that YAML 1.2, YAML 1.1 (PyYAML, R) and JSON readers see the same value. */

/** Starts with a letter, holds nothing YAML gives a meaning to, ends without a blank. */
const plain = /^(?:[A-Za-z]|[A-Za-z][A-Za-z0-9 ._/'-]*[A-Za-z0-9.])$/;

/** What YAML 1.1 reads as a truth value or nothing. */
const wordsOfYaml = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);

/**
 * What cannot be seen, breaks lines in some readers, or turns the direction of what follows: C1 controls with DEL and NEL,
 * no-break space, direction marks, line and paragraph separators, byte order mark, noncharacters.
 */
const unseen = /[\u007f-\u00a0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A string as a plain scalar where every reader takes it for a string, else in double quotes with JSON's escapes. */
export function renderString(text: string): string {
  if (plain.test(text) && !text.includes('  ') && !wordsOfYaml.has(text.toLowerCase())) return text;
  return JSON.stringify(text).replace(unseen, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A number as both versions of YAML read it: a mantissa with a point where there is an exponent. */
export function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}
