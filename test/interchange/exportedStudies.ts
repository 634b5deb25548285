import assert from 'node:assert/strict';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { isMadeIn, printsOf } from '../../src/engine/annotations/prints';
import { textHash } from '../../src/engine/annotations/hashes';
import type { Coding } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Codebook } from '../../src/engine/codebook/types';
import {
  exportedCoding,
  type ExportedSession,
  type ExportedStudy,
} from '../../src/engine/interchange/exported';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import type { Study } from '../../src/engine/study/types';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { sampleFiles } from '../unit/projectFiles';

/** What an export is made of, for tests. */

/** A session of a text and of codings made in it. */
export function exportedSession(
  path: string,
  text: string,
  codings: readonly Coding[],
  { codebook = defaultCodebook(), study = null }: { codebook?: Codebook; study?: Study | null } = {},
): ExportedSession {
  const transcript = parseTranscript(text, study?.speakers ? [...study.speakers.values()] : null);
  const [folder = '', file = ''] = path.includes('/') ? path.split('/') : ['', path];
  const isMadeHere = (coding: Coding): boolean =>
    isMadeIn(coding, textHash(text), () => printsOf(transcript));
  return {
    path,
    facts: sessionFacts(study, path, transcript.header, folder, file),
    transcript,
    codebook,
    codings: codings.map((coding) => exportedCoding(coding, transcript, isMadeHere(coding))),
  };
}

let sample: ExportedStudy | null = null;

/** The sample study, as somebody sees it from whom nothing is hidden; read once. */
export function sampleStudy(): ExportedStudy {
  sample ??= readSample();
  return sample;
}

function readSample(): ExportedStudy {
  const files = new Map(sampleFiles());
  const { study } = readStudy(files.get('alliance.study.yaml') ?? '');
  const codings = [...files].flatMap(([path, text]) => {
    const { file } = path.endsWith('.alliance.yaml') ? readAnnotationFile(text) : { file: null };
    return file ? [{ folder: path.slice(0, path.lastIndexOf('/') + 1), coding: file.coding }] : [];
  });
  const paths = [...files.keys()].filter((path) => path.endsWith('.transcript')).toSorted();
  assert.ok(study && codings.length > 0 && paths.length > 0);
  return {
    name: study.title ?? 'Sample',
    study,
    sessions: paths.map((path) => {
      const own = codings.filter(({ folder, coding }) => `${folder}${coding.transcript}` === path);
      return exportedSession(
        path,
        files.get(path) ?? '',
        own.map(({ coding }) => coding),
        { study },
      );
    }),
  };
}
