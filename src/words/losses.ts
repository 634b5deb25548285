import type { LossCode } from '../engine/interchange/losses';

/** What an export cannot carry; the data in braces. */
export const lossSentences: Readonly<Record<LossCode, string>> = {
  'uncertain-places':
    'Annotations of {coder} in {transcript} that are not at a certain place are left out: {count}. Please confirm or place them first.',
  'qda-ratings':
    'Judgements on scales: {count}. Other programs have no place for them; they stand in descriptions, in words.',
  'qda-links':
    'Links from a rupture to its repair: {count}. QualCoder drops links; the descriptions of the passages say the same.',
  'qda-comments':
    'Comments: {count}. Other programs have no threads; they stand there as remarks on their passages.',
  'qda-doubles':
    'Annotations with a code that the same person gave the same passage already: {count}. Other programs have one of them.',
  'qda-characters':
    '{transcript} has control characters, which other programs do not read; a sign stands for each of them.',
  'qda-releases': 'Released codings: {count}. Other programs do not know that they are sealed.',
  'qdc-scales': 'Scales of the codebook: {count}. The format has no place for them.',
  'without-text': 'Quotes, notes, memos and comments are left out, since no text was chosen.',
};
