import type { Coding } from '../../engine/annotations/types';
import type { CodedTranscript } from '../../store/codedTranscript';

/**
 * Whether whoever codes here has seen another's coding of a transcript: looked at it before it was open, or the gate is open.
 * What a supervisor only says of it is none.
 */
export function hasSeenAnother({ ownCoding, people }: CodedTranscript): boolean {
  const looked = ownCoding?.log.some(({ event }) => event === 'looked') ?? false;
  return looked || people.some(({ own, file }) => !own && isCoding(file.file.coding));
}

/** Whether a file is a coding of the session, and not only what a supervisor says of others'. */
export function isCoding({ role, annotations, episodes, ratings }: Coding): boolean {
  return role !== 'supervisor' || annotations.length + episodes.length + ratings.length > 0;
}
