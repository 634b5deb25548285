/**
 * What an export leaves out, as data: the words stand in `src/words/losses.ts`. Said before a person relies on the file.
 */
export const lossCodes = [
  'uncertain-places', // transcript, coder, count: annotations that are not at a certain place are not in it
  'without-text', // quotes, notes, memos and comments are left out as was chosen
  'qda-ratings', // count: judgements on scales stand in descriptions, in words
  'qda-links', // count: some programs drop links
  'qda-comments', // count: threads become remarks on passages
  'qda-doubles', // count: annotations with a code that their passage has already
  'qda-characters', // transcript: has characters that are none in any text
  'qda-releases', // count: seals of released codings
  'qdc-scales', // count: scales of a codebook
] as const;

export type LossCode = (typeof lossCodes)[number];

export interface Loss {
  readonly code: LossCode;
  /** The values its sentence needs; never words of a transcript. */
  readonly data: Readonly<Record<string, string | number>>;
}

export function loss(code: LossCode, data: Loss['data'] = {}): Loss {
  return { code, data };
}
