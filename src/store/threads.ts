import { commentAnchor } from '../engine/annotations/anchored';
import { threadsOf, type Subject, type Thread } from '../engine/annotations/threads';
import type { CodedTranscript } from './codedTranscript';
import type { Passage } from './passage';
import { standingOf } from './passages';

/** A thread as it stands in the open text. */
export interface ShownThread extends Pick<Passage, 'range' | 'state' | 'choices'> {
  readonly thread: Thread;
  /** The annotation it is about; null where it is about none, or that is no more. */
  readonly passage: Passage | null;
}

/** All threads that may be seen: by position, then those without a place. */
export function threadsIn(coded: CodedTranscript): ShownThread[] {
  const passages = new Map(coded.passages().map((passage) => [passage.key, passage]));
  const threads = threadsOf(coded.codings);
  return threads
    .map((thread) => ({ thread, ...placeOf(thread.subject, coded, passages) }))
    .sort((a, b) =>
      a.range && b.range ? a.range.start.compareTo(b.range.start) : Number(!a.range) - Number(!b.range),
    );
}

function placeOf(
  subject: Subject,
  { transcript, notes }: CodedTranscript,
  passages: ReadonlyMap<string, Passage>,
): Omit<ShownThread, 'thread'> {
  if (subject.kind === 'passage') {
    const { coder, comment } = subject;
    const standing = standingOf(transcript, coder, { ...comment, id: commentAnchor(comment.id) }, notes);
    return { ...standing, passage: null };
  }
  const passage =
    subject.kind === 'annotation' ? passages.get(`${subject.coder}/${subject.annotation.id}`) : null;
  if (!passage) return { range: null, state: 'lost', choices: [], passage: null };
  const { range, state, choices } = passage;
  return { range, state, choices, passage };
}
