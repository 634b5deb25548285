import { range } from '../position';
import { edited, type TextEdit } from '../textEdit';
import { addSpeaker } from '../transcript/editHeader';
import { parseLine } from '../transcript/line';
import { parseTranscript, type ParsedTranscript, type StudySpeakers } from '../transcript/parse';
import type { Role, Speaker, Turn } from '../transcript/types';
import { unassigned } from './labels';

/** Giving turns without a speaker their labels, one after the other (product section 8). */

/** How far a transcript is. */
export interface Labelled {
  readonly labelled: number;
  readonly turns: number;
}

export function isUnlabelled({ speaker }: Turn): boolean {
  return speaker === unassigned;
}

export function labelledTurns({ turns }: ParsedTranscript): Labelled {
  return { labelled: turns.filter((turn) => !isUnlabelled(turn)).length, turns: turns.length };
}

/** The next turn without a speaker behind a turn, else the first of all. */
export function nextUnlabelled({ turns }: ParsedTranscript, after: number): Turn | undefined {
  const open = turns.filter(isUnlabelled);
  return open.find(({ number }) => number > after) ?? open[0];
}

/** The speakers that a turn can be given, in the order of the list: the digits count them. */
export function givenLabels({ labels }: ParsedTranscript): readonly Speaker[] {
  return (labels.listed ?? []).filter(({ label }) => label !== unassigned);
}

/** The first listed speaker of a role, else the usual label for it. */
export function speakerFor(parsed: ParsedTranscript, role: Exclude<Role, 'other'>): Speaker {
  const listed = givenLabels(parsed).find((speaker) => speaker.role === role);
  return listed ?? { label: role === 'therapist' ? 'T' : 'C', role, name: null };
}

/**
 * Gives a turn a label, and lists who is not a speaker yet in the header. Null where the label would begin no turn: it cannot
 * stand before a colon, or the study file lists the speakers and this one is none of them.
 */
export function labelTurn(
  parsed: ParsedTranscript,
  turn: Turn,
  speaker: Speaker,
  study: StudySpeakers,
): TextEdit[] | null {
  const reading = parsed.readings[turn.line];
  if (!reading) return null;
  const { labelStart, labelEnd } = reading;
  const edit = { range: range(turn.line, labelStart, turn.line, labelEnd), text: speaker.label };
  const isSpeaker = checked(parsed, [edit], study, parsed.turns.length);
  if (isSpeaker || study) return isSpeaker;
  const header = addSpeaker(parsed, speaker);
  return header && checked(parsed, [...header, edit], study, parsed.turns.length);
}

/**
 * Makes a turn go on with the one above: its label goes, its time stays. Words that would be read as something else at the
 * beginning of a line go to the end of the line above. Null for the first turn.
 */
export function mergeTurn(parsed: ParsedTranscript, turn: Turn, study: StudySpeakers): TextEdit[] | null {
  const above = parsed.turns[turn.number - 2];
  const reading = parsed.readings[turn.line];
  const text = parsed.lines[turn.line]?.text ?? '';
  if (!above || !reading) return null;
  const words = text.slice(reading.textStart, reading.textEnd);
  const time =
    reading.time === null
      ? ''
      : `[${text.slice(reading.timeStart, reading.timeEnd).replace(/^[[(]|[\])]$/g, '')}] `;
  const line = words === '' ? '' : `   ${time}${words}`;
  if (reads(line, words, parsed)) {
    const whole = range(turn.line, 0, turn.line, text.length);
    return checked(parsed, [{ range: whole, text: line }], study, parsed.turns.length - 1);
  }
  const end = above.pieces.at(-1)?.end ?? parsed.lines[above.line]?.text.length ?? 0;
  const at = range(above.lastLine, end, above.lastLine, end);
  const before = parsed.lines[turn.line - 1]?.text.length ?? 0;
  const gone = { range: range(turn.line - 1, before, turn.line, text.length), text: '' };
  return checked(parsed, [{ range: at, text: ` ${words}` }, gone], study, parsed.turns.length - 1);
}

/** Whether a line is read as these words, and as nothing else. */
function reads(line: string, words: string, { labels }: ParsedTranscript): boolean {
  const { kind, textStart, textEnd } = parseLine(line, labels);
  return words === '' || (kind === 'text' && line.slice(textStart, textEnd) === words);
}

/** The edits, if as many turns stand there afterwards as should. */
function checked(
  { lines }: ParsedTranscript,
  edits: TextEdit[],
  study: StudySpeakers,
  turns: number,
): TextEdit[] | null {
  return parseTranscript(edited(lines, edits), study).turns.length === turns ? edits : null;
}
