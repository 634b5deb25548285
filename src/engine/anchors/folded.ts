/** A text as words are compared: in one form of Unicode, and blanks of any kind and number as one. */
export interface Folded {
  readonly text: string;
  /** Where each of its UTF-16 units stands in the text it was made from, and the length of that. */
  readonly at: readonly number[];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function fold(text: string): Folded {
  const parts: string[] = [];
  const at: number[] = [];
  let afterBlank = false;
  for (const { segment, index } of unitsOf(text)) {
    const isBlank = /^\s+$/.test(segment);
    if (!(isBlank && afterBlank)) {
      const part = isBlank ? ' ' : segment.normalize('NFC');
      parts.push(part);
      for (let unit = 0; unit < part.length; unit++) at.push(index);
    }
    afterBlank = isBlank;
  }
  at.push(text.length);
  return { text: parts.join(''), at };
}

/** Only where the form may change have letters to be kept together with their marks. */
function unitsOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (text.normalize('NFC') !== text) return graphemes.segment(text);
  return Array.from({ length: text.length }, (_, index) => ({ segment: text.charAt(index), index }));
}

export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}
