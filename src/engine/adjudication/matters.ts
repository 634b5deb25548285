import type { ComparedSession } from '../agreement/compared';
import { episodeMatters } from './episodes';
import type { Matter } from './matter';
import { passageMatters } from './passages';
import { ratingMatters } from './ratings';

/**
 * All that coders made of a session: passages in the order of the text, then the episodes they link, then ratings. Each entry of
 * each coder is in exactly one matter. Passages without a certain place (`places`) are in none, nor are annotations on no words.
 */
export function mattersOf(
  session: Pick<ComparedSession, 'transcript' | 'codebook' | 'codings'>,
): readonly Matter[] {
  const passages = passageMatters(session);
  return [...passages, ...episodeMatters(session.codings, passages), ...ratingMatters(session.codings)];
}
