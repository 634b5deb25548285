import { wholeAt } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { deleteAnnotations, nothing, recode } from './acts';
import { andThen, type Step } from './change';
import { type AnnotationFile } from './file';
import type { Annotation } from './types';

/** An annotation that a tag gave: made by it, or standing there before. */
export interface Target {
  readonly id: string;
  readonly made: boolean;
}

/**
 * Gives annotations just tagged a more exact code. Where the same words have that code already, the annotation that says so
 * is the one meant, and the one just made goes: the same code is not put on the same words twice.
 */
export function refine(
  file: AnnotationFile,
  turns: readonly Turn[],
  targets: readonly Target[],
  code: string,
): { readonly step: Step; readonly targets: readonly Target[] } {
  let step = nothing(file);
  const refined = targets.map((target): Target => {
    const standing = standingTwin(step.file, turns, target.id, code);
    if (!standing) step = andThen(step, (now) => recode(now, target.id, code));
    else if (target.made) step = andThen(step, (now) => deleteAnnotations(now, [target.id]));
    return standing ? { id: standing.id, made: false } : target;
  });
  return { step, targets: refined };
}

/** Another annotation of this code on the same words. */
function standingTwin(
  { coding }: AnnotationFile,
  turns: readonly Turn[],
  id: string,
  code: string,
): Annotation | undefined {
  const place = placeOf(
    coding.annotations.find((each) => each.id === id),
    turns,
  );
  return coding.annotations.find(
    (each) => each.id !== id && each.code === code && place !== null && placeOf(each, turns) === place,
  );
}

function placeOf(annotation: Annotation | undefined, turns: readonly Turn[]): string | null {
  const at = annotation?.at && wholeAt(turns, annotation.at);
  return at ? `${at.turn} ${at.start} ${at.end_turn ?? at.turn} ${at.end}` : null;
}
