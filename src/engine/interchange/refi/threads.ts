import type { Comment, LooseAt } from '../../annotations/types';
import type { ExportedCoding, ExportedSession } from '../exported';

/** A thread has no end where people made a circle of it. */
const longestThread = 50;

/** Where a comment is: its own place, that of the annotation it is about, that of the comment it answers. */
export function placeOfComment(comment: Comment, { codings }: ExportedSession): LooseAt | undefined {
  const person = (coder: string | undefined): ExportedCoding | undefined =>
    codings.find(({ coding }) => coding.coder === coder);
  let each: Comment | undefined = comment;
  for (let step = 0; each && step < longestThread; step++) {
    const { at, about, reply_to: to }: Comment = each;
    if (at) return at;
    const [owner, id]: readonly (string | undefined)[] = (about ?? to ?? '').split('/');
    const found = person(owner);
    if (about !== undefined) {
      const annotation = found?.coding.annotations.find((other) => other.id === id);
      return annotation && found?.places.get(annotation);
    }
    each = found?.coding.comments.find((other): boolean => other.id === id);
  }
  return undefined;
}
