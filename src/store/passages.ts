import { codeFor } from '../engine/codebook/keys';
import type { Codebook } from '../engine/codebook/types';
import { comparePositions } from '../engine/position';
import type { Passage, PassageState } from './passage';
import type { Person } from './person';
import { markKey, rangeOfMark } from './placing';
import type { OpenTranscript } from './transcripts';

/** Everybody's annotations as they stand in the text now, by position; those without a place come last. */
export function passagesOf(
  transcript: OpenTranscript,
  people: readonly Person[],
  codebook: Codebook,
): Passage[] {
  return people.flatMap((person) => passagesOfPerson(transcript, person, codebook)).sort(byPosition);
}

function passagesOfPerson(transcript: OpenTranscript, person: Person, codebook: Codebook): Passage[] {
  const { coding } = person.file.file;
  return coding.annotations.map((annotation) => {
    const key = markKey(coding.coder, annotation.id);
    const mark = transcript.live.marks.get(key);
    const range = rangeOfMark(transcript, mark);
    const state: PassageState = !range ? 'lost' : mark?.state === 'sure' ? 'certain' : 'unconfirmed';
    return {
      key,
      coder: coding.coder,
      role: coding.role,
      own: person.own,
      editable: person.own && coding.released === undefined,
      annotation,
      code: codeFor(codebook, annotation.code),
      state,
      range,
    };
  });
}

function byPosition(a: Passage, b: Passage): number {
  if (!a.range || !b.range) return Number(!a.range) - Number(!b.range);
  return comparePositions(a.range.start, b.range.start) || comparePositions(b.range.end, a.range.end);
}
