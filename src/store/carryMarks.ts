import { carriedRange } from '../engine/masking/carry';
import type { TextEdit } from '../engine/textEdit';
import { putMark, rangeOfMark } from './placing';
import type { OpenTranscript } from './transcripts';

/**
 * Remembers where the marks stand that a masking touches; returns what puts them, after it, where its edits moved them, as
 * sure as they were: a passage that was nothing but the name is its token now, which nobody has to confirm.
 */
export function carryMarks(transcript: OpenTranscript, edits: readonly TextEdit[]): () => void {
  const { live } = transcript;
  const lines = new Set(edits.map(({ range }) => range.start.line));
  const kept = [...live.marks.all()].flatMap((mark) => {
    // The mark itself changes with the text.
    const { id, state } = mark;
    const range = rangeOfMark(transcript, mark);
    const isTouched = range && (lines.has(range.start.line) || lines.has(range.end.line));
    return isTouched ? [{ id, state, range: carriedRange(range, edits) }] : [];
  });
  return () => {
    if (transcript.live !== live) return;
    for (const { id, state, range } of kept) putMark(transcript, id, range, state);
  };
}
