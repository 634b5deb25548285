import { isSameCodebook, resolveCode } from '../codebook/keys';
import type { Code, Codebook } from '../codebook/types';
import { nothing } from './acts';
import { andThen, type Step } from './change';
import { put, setTop } from './edit';
import type { AnnotationFile } from './file';
import type { Annotation, Coding } from './types';

/** An annotation whose code several codes replaced. */
export interface Undecided {
  readonly annotation: Annotation;
  readonly candidates: readonly Code[];
}

/** What a revision of the codebook leaves to be done in a coding. */
export interface Revision {
  /** Annotations whose code one code replaced. */
  readonly renamed: readonly { readonly annotation: Annotation; readonly code: Code }[];
  /** Those a person has to decide on, in the order of the file. */
  readonly undecided: readonly Undecided[];
  /** The coding says that it was made with another codebook, or another version of it. */
  readonly otherCodebook: boolean;
}

export function revisionOf({ annotations, codebook: made }: Coding, codebook: Codebook): Revision {
  const resolved = annotations
    .filter(({ code }) => !codebook.codes.has(code))
    .map((annotation) => ({ annotation, found: resolveCode(codebook, annotation.code) }));
  return {
    renamed: resolved.flatMap(({ annotation, found }) =>
      found && 'id' in found ? [{ annotation, code: found }] : [],
    ),
    undecided: resolved.flatMap(({ annotation, found }) =>
      found && 'replacedBy' in found ? [{ annotation, candidates: found.replacedBy }] : [],
    ),
    otherCodebook: !made || !isSameCodebook(made, codebook),
  };
}

/**
 * Writes the codes of today for all old ids, as one step, and which codebook that is. `chosen` holds the code for each
 * annotation a person decided on; a choice that is none of its candidates is passed over. As long as one is left undecided,
 * the coding keeps the version it was made with.
 */
export function recodeAll(
  file: AnnotationFile,
  codebook: Codebook,
  chosen: ReadonlyMap<string, string> = new Map(),
): Step {
  const { renamed, undecided, otherCodebook } = revisionOf(file.coding, codebook);
  const decided = undecided.flatMap(({ annotation, candidates }) => {
    const code = candidates.find(({ id }) => id === chosen.get(annotation.id));
    return code ? [{ annotation, code }] : [];
  });
  const recoded = [...renamed, ...decided].map(({ annotation, code }) => ({ ...annotation, code: code.id }));
  const step = recoded.length > 0 ? put(file, 'annotations', recoded) : nothing(file);
  if (!otherCodebook || decided.length < undecided.length) return step;
  const { id, version } = codebook;
  return andThen(step, (now) => setTop(now, 'codebook', { ...now.coding.codebook, id, version }));
}
