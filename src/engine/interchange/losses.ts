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
  'other-codebooks', // count: sessions coded with another codebook
  'hidden-coder', // coder, count: codings of sessions that whoever exports may not see
  'hidden-figures', // count: sessions whose figures whoever exports may not see yet
  'supervisor', // coder, count: codings of sessions by a supervisor, who was not asked for
  'unreadable-file', // file: it could not be read
  'old-codes', // count: annotations stand under the code that replaced theirs
  'unknown-codes', // count: annotations with a code that the codebook does not have, or that several replaced
  'memos', // count: memos and comments
  'episodes', // count
  'resolutions', // count: how episodes ended
  'ratings', // count: ratings of sessions and segments
  'segment-ratings', // count
  'judged-turns', // which turns were judged
  'several-episodes', // count: annotations of several episodes stand in the first
  'not-judged', // count: annotations in units that their coder did not judge
  'other-role', // count: annotations on a turn of another role than their code's
  'unclear-turns', // count: turns that somebody marked as unclear
  'back-channels', // count: annotations in turns of nothing but back-channels
  'no-passages', // count: codings without a passage, of whose coders the other program knows nothing
  'uncoded-sessions', // count
  'unnumbered-sessions', // count
  'missing-values', // count: real values that SPSS will take for missing
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
