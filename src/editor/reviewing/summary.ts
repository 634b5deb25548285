import { isResolved } from '../../engine/annotations/threads';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { PassageState } from '../../store/passage';
import type { ShownThread } from '../../store/threads';

/** What `Show Comments` returns of a thread, for scripts and tests. */
export interface ThreadSummary {
  /** `CODER/ID` of its first comment. */
  readonly id: string;
  /** The annotation it is about, as `CODER/ID`; null where it is about words, or the session. */
  readonly about: string | null;
  /** The turn in which it begins now; null where it has no place. */
  readonly turn: number | null;
  /** The words it stands on now; null where it has no place. */
  readonly words: string | null;
  readonly state: PassageState;
  readonly resolved: boolean;
  readonly comments: readonly { readonly id: string; readonly text: string }[];
}

export function summaryOf(
  coded: CodedTranscript,
  { thread, passage, range, state }: ShownThread,
): ThreadSummary {
  return {
    id: thread.key,
    about: passage?.key ?? null,
    turn: (range && turnAtLine(coded.parsed.turns, range.start.line)?.number) ?? null,
    words: range && coded.document.getText(range),
    state,
    resolved: isResolved(thread),
    comments: thread.remarks.map(({ key, comment }) => ({ id: key, text: comment.text })),
  };
}
