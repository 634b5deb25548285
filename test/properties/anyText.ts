import * as fc from 'fast-check';

/** Any code points, halves of surrogates too. (The library's own begins with a table of them all.) */
export function anyText(maxLength = 12): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength })
    .map((points) => String.fromCodePoint(...points));
}
