import type { AnnotationFile } from '../engine/annotations/file';
import { isSameCoding } from '../engine/check/folder';
import type { Codebook } from '../engine/codebook/types';
import type { Study } from '../engine/study/types';
import type { ExclusionReason } from './exclusions';
import type { CodedFolder } from './folder';
import { isNewer } from './library';

/** What the figures of a folder depend on, or why none can be computed. */
export function groundOf({
  study,
  codebook,
}: CodedFolder): { readonly study: Study | null; readonly codebook: Codebook } | ExclusionReason {
  if (study && (study.value === null || isNewer(study))) return 'unreadable-study';
  return codebook ? { study: study?.value ?? null, codebook } : 'unreadable-codebook';
}

/** Whether its coder has another file about the same transcript. */
export function isDuplicate(file: AnnotationFile, { annotationFiles }: CodedFolder): boolean {
  return annotationFiles.filter((one) => isSameCoding(one.file, file)).length > 1;
}
