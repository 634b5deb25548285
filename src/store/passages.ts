import type * as vscode from 'vscode';
import { isLocked } from '../engine/annotations/locked';
import type { Anchored, Unconfirmed } from '../engine/annotations/types';
import type { Mark } from '../engine/transcript/marks';
import { codeFor } from '../engine/codebook/keys';
import type { Codebook } from '../engine/codebook/types';
import { comparePositions } from '../engine/position';
import type { Passage, PassageState } from './passage';
import type { Person } from './person';
import { choiceKey, markKey, rangeOfMark, type Notes } from './placing';
import type { OpenTranscript } from './transcripts';

/** Everybody's annotations as they stand in the text now, by position; those without a place come last. */
export function passagesOf(
  transcript: OpenTranscript,
  people: readonly Person[],
  codebook: Codebook,
  notes: Notes,
): Passage[] {
  return people.flatMap((person) => passagesOfPerson(transcript, person, codebook, notes)).sort(byPosition);
}

function passagesOfPerson(
  transcript: OpenTranscript,
  person: Person,
  codebook: Codebook,
  notes: Notes,
): Passage[] {
  const { coding } = person.file.file;
  return coding.annotations.map((annotation) => {
    return {
      key: markKey(coding.coder, annotation.id),
      coder: coding.coder,
      role: coding.role,
      own: person.own,
      editable: person.own && !isLocked(coding),
      annotation,
      code: codeFor(codebook, annotation.code),
      ...standingOf(transcript, coding.coder, annotation, notes),
    };
  });
}

/** Where an entry of a person's file stands in the text now. */
export function standingOf(
  transcript: OpenTranscript,
  coder: string,
  { id, unconfirmed }: Anchored,
  notes: Notes,
): Pick<Passage, 'state' | 'range' | 'found' | 'choices'> {
  const key = markKey(coder, id);
  const mark = transcript.live.marks.get(key);
  const range = rangeOfMark(transcript, mark);
  const found = notes.get(key) ?? unconfirmed ?? null;
  const choices = range ? [] : choicesOf(transcript, coder, id, found);
  return { state: stateOf(mark, range, choices), range, found, choices };
}

function stateOf(
  mark: Mark | undefined,
  range: vscode.Range | null,
  choices: readonly vscode.Range[],
): PassageState {
  if (!range) return choices.length > 0 ? 'ambiguous' : 'lost';
  return mark?.state === 'sure' ? 'certain' : 'unconfirmed';
}

function choicesOf(
  transcript: OpenTranscript,
  coder: string,
  id: string,
  found: Unconfirmed | null,
): vscode.Range[] {
  if (found?.state !== 'ambiguous') return [];
  const marks = (found.places ?? []).map((_, choice) =>
    transcript.live.marks.get(choiceKey(coder, id, choice)),
  );
  return marks.flatMap((mark) => rangeOfMark(transcript, mark) ?? []);
}

function byPosition(a: Passage, b: Passage): number {
  if (!a.range || !b.range) return Number(!a.range) - Number(!b.range);
  return comparePositions(a.range.start, b.range.start) || comparePositions(b.range.end, a.range.end);
}
