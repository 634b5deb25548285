import type { Subject } from '../annotations/threads';
import type { LooseAt } from '../transcript/at';
import type { ExportedSession } from './exported';

/** Where a thread is: at words of its own, or where the annotation stands that it is about. */
export function placeOf(subject: Subject, { codings }: ExportedSession): LooseAt | undefined {
  if (subject.kind === 'passage') return subject.comment.at;
  if (subject.kind !== 'annotation') return undefined;
  return codings.find(({ coding }) => coding.coder === subject.coder)?.places.get(subject.annotation);
}
