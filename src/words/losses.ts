import type { LossCode } from '../engine/interchange/losses';

/** What an export cannot carry; the data in braces. */
export const lossSentences: Readonly<Record<LossCode, string>> = {
  'uncertain-places':
    'Annotations of {coder} in {transcript} that are not at a certain place are left out: {count}. Please confirm or place them first.',
  'without-text': 'Quotes, notes, memos and comments are left out, since no text was chosen.',
};
