import { put } from '../../src/engine/annotations/edit';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { merge, type Merge } from '../../src/engine/annotations/merge';
import type { Annotation } from '../../src/engine/annotations/types';
import { checkAgainstText } from './annotationFixtures';

/** A file with two annotations, and two versions of it merged. */

export const at = '2026-03-02T10:15:00Z';
export const ids = ['aaaaaaag', 'bbbbbbbg', 'ccccccch'] as const;

/** The merged file is in memory what its text says. */
export function merging(base: AnnotationFile | null, ours: AnnotationFile, theirs: AnnotationFile): Merge {
  const found = merge({ base, ours, theirs }, { at });
  checkAgainstText(found.step.file);
  return found;
}

export function annotations(...list: readonly Annotation[]): AnnotationFile {
  return put(newAnnotationFile({ transcript: 'a.transcript', coder: 'tess' }), 'annotations', list).file;
}

export const ground = annotations(
  { id: ids[0], code: 'bond', at: { turn: 1 }, ratings: { clarity: 1 } },
  { id: ids[1], code: 'rupture', at: { turn: 2 }, note: 'before' },
);
