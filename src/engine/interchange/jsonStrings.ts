/** A stretch of a JSON text: a string with its quotation marks, or what stands between strings. */
export interface Stretch {
  readonly text: string;
  readonly isString: boolean;
  /** False where the text ends within the string. */
  readonly isClosed: boolean;
}

/** A JSON text in stretches. Not by a pattern, since patterns give up on strings of millions of characters. */
function* stretchesOf(text: string): Generator<Stretch> {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('"', at);
    const end = open < 0 ? text.length : open;
    if (end > at) yield { text: text.slice(at, end), isString: false, isClosed: true };
    if (open < 0) return;
    const close = closingMark(text, open);
    at = close < 0 ? text.length : close + 1;
    yield { text: text.slice(open, at), isString: true, isClosed: close >= 0 };
  }
}

/** The first quotation mark behind one that is not escaped; −1 where there is none. */
function closingMark(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** Whether a string or a bracket is open at the end. */
export function isBrokenOff(text: string): boolean {
  let open = 0;
  for (const stretch of stretchesOf(text)) {
    if (!stretch.isClosed) return true;
    if (!stretch.isString) open += countOf(stretch.text, /[^[{]/g) - countOf(stretch.text, /[^\]}]/g);
  }
  return open > 0;
}

function countOf(text: string, others: RegExp): number {
  return text.replaceAll(others, '').length;
}

/** Without `NaN` and `Infinity`, which programs in Python write, and JSON does not have. */
export function withoutNaN(text: string): string {
  const stretches = Array.from(stretchesOf(text), ({ text: own, isString }) =>
    isString ? own : own.replaceAll(/-?\b(?:NaN|Infinity)\b/g, '"NaN"'),
  );
  return stretches.join('');
}
