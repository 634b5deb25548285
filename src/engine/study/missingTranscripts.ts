import { fault, type Fault } from '../faults';
import { pathInStudy } from './studyFile';
import type { Study } from './types';
import { parseYamlFile, rangeOfPath, type Path } from '../yamlFile';

/**
 * Transcripts that a study file lists, in its cases or its plan, and that are not there: `missing-transcript` at each
 * mention. `isThere` is asked for paths from the study file's folder, with `/`, as the study has them.
 */
export function missingTranscripts(
  source: string,
  study: Study,
  isThere: (path: string) => boolean,
): readonly Fault[] {
  const missing = new Set(listedTranscripts(study).filter((path) => !isThere(path)));
  if (missing.size === 0) return [];
  const { value, doc, lines } = parseYamlFile(source);
  return mentions(value).flatMap(({ path, transcript }) =>
    missing.has(transcript)
      ? [fault('missing-transcript', rangeOfPath(doc, lines, path), { transcript })]
      : [],
  );
}

/** All transcripts a study file names, each once, as paths from its folder. */
export function listedTranscripts(study: Study): readonly string[] {
  return [...new Set([...study.sessions, ...study.plan].map(({ transcript }) => transcript))];
}

/** A transcript named in a study file. */
export interface Mention {
  /** Where its path stands, from the top. */
  readonly path: Path;
  readonly transcript: string;
}

/** Walks the file, not the study, which keeps no places. */
export function mentions(file: unknown): readonly Mention[] {
  const ofCases = entriesOf(property(file, 'cases')).flatMap(([id, entry]) =>
    mentionsIn(property(entry, 'sessions'), ['cases', id, 'sessions']),
  );
  return [...ofCases, ...mentionsIn(property(file, 'plan'), ['plan'])];
}

function mentionsIn(list: unknown, above: Path): readonly Mention[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const written = property(item, 'transcript');
    if (typeof written !== 'string') return [];
    return [{ path: [...above, index, 'transcript'], transcript: pathInStudy(written) }];
  });
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
