import { defaultDetectors } from './detectorSettings';
import type { Header } from '../transcript/types';
import type { SessionFacts, Study } from './types';

/** Five minutes, unless the study says otherwise. */
const defaultSegmentMinutes = 5;

/** A slow dialogue; used where neither stamps nor a duration tell how long a session was. */
const defaultWordsPerMinute = 150;

/**
 * What is known of the session a transcript holds. Key by key the study file wins, then the header, then the names: the
 * case is the folder's, the session the last number in the file's name (without its extension), which is not a recorder's clock.
 *
 * @param path The transcript's path from the study file's folder, with `/`; looked up among the study's sessions.
 */
export function sessionFacts(
  study: Study | null,
  path: string,
  header: Header,
  folderName: string,
  fileName: string,
): SessionFacts {
  const { sequences } = study?.detectors ?? defaultDetectors;
  const listed = study?.sessions.find((session) => session.transcript === path) ?? null;
  return {
    case: listed?.case ?? header.case ?? (folderName === '' ? null : folderName),
    session: listed?.session ?? header.session ?? numberInName(fileName),
    date: listed?.date ?? header.date,
    stage: listed?.stage ?? header.stage,
    duration: listed?.duration ?? header.duration,
    scores: mergedScores(header.scores, listed?.scores ?? {}),
    segmentMinutes: study?.segmentMinutes ?? defaultSegmentMinutes,
    wordsPerMinute: study?.wordsPerMinute ?? defaultWordsPerMinute,
    axis: study?.axis ?? null,
    followWithin: sequences === false ? null : sequences.within,
  };
}

/** Recorders name their files by day and clock: `GMT20260316-150412_Recording`, `2026-03-16 15.04`. */
const clock = /\d{8}[-_T]\d{6}|\d{4}-\d\d-\d\d[ T_]\d\d[-.]\d\d(?:[-.]\d\d)?/g;

/** The last number in a file's name without its extension; null where there is none that a session could have. */
export function numberInName(fileName: string): number | null {
  const stem = fileName.replace(/\.[^.]*$/, '').replace(clock, ' ');
  const digits = stem.match(/\d+/g)?.at(-1);
  const value = Number(digits);
  return digits !== undefined && Number.isSafeInteger(value) ? value : null;
}

/** Scores of each rater, score by score; those above win. */
export function mergedScores(below: Header['scores'], above: Header['scores']): Header['scores'] {
  const raters = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(raters.map((rater) => [rater, { ...below[rater], ...above[rater] }]));
}
