import type { Change, Step } from './change';
import { Draft } from './draft';
import type { AnnotationFile } from './file';

/**
 * Applies a change to a file, to the one it was made for or to one that has changed since; never throws. The inverse is that
 * of what was done: applied to the result it gives back the same bytes.
 */
export function apply(file: AnnotationFile, change: Change): Step {
  const draft = new Draft(file);
  for (const edit of change) draft.edit(edit);
  draft.settle(change);
  return { file: draft.close(), change, inverse: draft.inverse() };
}
