import type { Loss, LossCode } from '../engine/interchange/losses';
import type { Translate } from './faults';

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
  'other-codebooks': 'Sessions coded with another codebook or version, which is not in it: {count}.',
  'hidden-coder': 'What {coder} coded may not be seen yet and is left out. Sessions: {count}.',
  'hidden-figures':
    'This study shows the figures of a session when you have released it. Sessions left out: {count}.',
  supervisor: 'The files of {coder}, a supervisor, are no coding and are left out. Sessions: {count}.',
  'unreadable-file': '{file} could not be used and is left out.',
  'old-codes':
    'Annotations with a code of an earlier codebook stand under the code that replaced it: {count}.',
  'unknown-codes':
    'Annotations with a code that the codebook does not have, or that several codes replaced: {count}. They have no family, and are in no figure.',
  memos: 'Memos and comments have no place in this format: {count}.',
  episodes: 'Links between ruptures and repairs have no place in this format. Episodes: {count}.',
  resolutions: 'How episodes ended is not in this table; the wide table has it. Episodes: {count}.',
  ratings:
    'Ratings of sessions and segments are not in this file: {count}. The wide table has those of sessions.',
  'segment-ratings': 'Ratings of segments are not in this table: {count}.',
  'judged-turns': 'Which turns were judged is not in this file; the table of units has it.',
  'several-episodes': 'Annotations that belong to several episodes stand in the first of them: {count}.',
  'not-judged': 'Annotations in a unit that their coder did not judge are left out: {count}.',
  'other-role': 'Annotations on a turn of another role than their code’s are left out: {count}.',
  'unclear-turns': 'Turns that somebody marked as unclear are no units: {count}.',
  'back-channels':
    'Annotations in turns of nothing but back-channels are left out: {count}. The study file can say that such turns count.',
  'no-passages':
    'Codings without a passage: {count}. The other program knows nothing of their coders; add them there, or γ is of the others alone.',
  'uncoded-sessions': 'Sessions that nobody coded have no row: {count}.',
  'unnumbered-sessions': 'Sessions without a number are not in the table of cases: {count}.',
  'missing-values': 'Values of -99 and -88 would be taken for missing: {count}. Please recode them first.',
};

/** A loss in words. */
export function lossWords({ code, data }: Loss, translate: Translate): string {
  return translate(lossSentences[code], data);
}
