import * as fc from 'fast-check';

/** What a slip of the hand, a bad merge or a broken disk does to a text. */
export const mutation = fc.tuple(
  fc.nat(),
  fc.nat({ max: 40 }),
  fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\r\n',
      ' ',
      '\t',
      '- ',
      ': ',
      '#',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '? ',
      '| ',
      '---\n',
      '...\n',
      '\u0000',
      '\ufeff',
      '%',
    ),
    fc.constantFrom(
      '<<<<<<< ours\n',
      '=======\n',
      '>>>>>>> theirs\n',
      'annotations:\n',
      '  - id: k7f3m2q9\n',
      'null',
      '!!binary ',
      '!x ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
);

export function mutated(text: string, [place, cut, put]: readonly [number, number, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + put + text.slice(cut > 30 ? at : at + cut);
}
