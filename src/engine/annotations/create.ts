import { parseYamlFile } from '../yamlFile';
import { assemble } from './assemble';
import { cut } from './cut';
import type { AnnotationFile } from './file';
import { isObject } from '../objects';
import { render } from './render';
import { formatVersion } from './schema';
import type { Coding, CoderRole } from './types';
import { noEntries } from './noEntries';

export interface NewFile {
  /** Name of the transcript's file, beside which the annotation file stands. */
  readonly transcript: string;
  readonly coder: string;
  readonly name?: string | undefined;
  readonly role?: CoderRole | undefined;
  readonly codebook?: Coding['codebook'];
  readonly text?: Coding['text'];
  /** The codebook's ratings in their order: where a new rating is put. */
  readonly ratingOrder?: readonly string[];
}

/** A new annotation file without entries, in the canonical layout; `source` gives its text. */
export function newAnnotationFile({ ratingOrder = [], ...start }: NewFile): AnnotationFile {
  const text = render({
    alliance: formatVersion,
    ...start,
    role: start.role ?? 'coder',
    ...noEntries,
  });
  const { doc, value } = parseYamlFile(text);
  const top = isObject(value) ? value : {};
  const { coding, parts, loose } = assemble(text, top, cut(text, doc, top));
  return { coding, parts, loose, eol: '\n', terminated: true, ratingOrder };
}
