import type { Coding } from '../engine/annotations/types';
import type { CodedTranscript } from './codedTranscript';
import type { Person } from './person';
import { atOfMark, markKey } from './placing';

/** A coding as it stands on screen: with the places its annotations have moved to since the last save. */
export function liveCoding(coded: CodedTranscript, person: Person): Coding {
  const { coding } = person.file.file;
  const { marks } = coded.transcript.live;
  return {
    ...coding,
    annotations: coding.annotations.map((annotation) => ({
      ...annotation,
      at: atOfMark(coded.transcript, marks.get(markKey(coding.coder, annotation.id))) ?? undefined,
    })),
  };
}
