import type { Problem, ProblemCode } from '../engine/interchange/problems';
import type { Translate } from './faults';

/** What is wrong with a file that is imported or exported, and what to do about it; the data in braces. */
export const problemSentences: Readonly<Record<ProblemCode, string>> = {
  // refusals
  empty: 'The file is empty. Please export the transcript anew from the program it comes from.',
  'unknown-format':
    'This is none of the formats that can be imported. Please export it as WebVTT, Word or plain text from the program it comes from.',
  'not-text':
    'This is neither text nor a document that can be imported; it may be a recording. Please choose its transcript.',
  'too-large': 'The file is too large to be read ({size} MB; the limit is {limit} MB). Please divide it.',
  truncated: 'The file ends before it should, so a part of it is missing. Please copy or export it anew.',
  malformed: 'The file is not quite in its format: {reason}. Please correct it there, or export it anew.',
  'no-speech':
    'Nothing in this file was said by anybody, so there is nothing to import. Please check that it is the right one.',
  'zip-broken': 'The archive cannot be opened, or is only a part of one. Please copy or export it anew.',
  'zip-password':
    'The file is protected by a password. Please open it in its program, save it without one, and import that.',
  'zip-path':
    'The archive holds a file whose name leads out of it (“{entry}”), so it is not opened. Please export it anew.',
  'zip-bomb': 'The archive would unpack to {size} MB; the limit is {limit} MB. Please divide it.',
  'zip-missing': 'The archive lacks “{entry}”, which is where its text should be. Please export it anew.',
  'xml-broken': '“{entry}” in this file is no well-formed XML. {reason}',
  'xml-doctype':
    '“{entry}” in this file declares entities or a document type, which could reach out of the file, so it is not read. Please export it anew.',
  'xml-too-deep':
    '“{entry}” in this file has elements within elements more than {limit} deep, so it is not read. Please export it anew.',
  'old-format':
    'This is a {format} document, which is not read here. Please open it in Word or LibreOffice, save it as .docx, and import that.',
  'columns-unknown':
    'It cannot be told which of the {count} columns holds what was said. Please give it the heading “text” (and the others “speaker”, “start”, “end”), and import the table again.',
  'text-needed':
    'A file in the format {format} holds the texts of the sessions. Please choose to export text, or another format.',
  'no-codes':
    'There is no code in this file. Please export the codebook anew from the program it comes from.',
  'self-check':
    'The export in the format {format} was not written, since it would not read back as it should ({what}). Please report this.',
  // warnings
  'encoding-guessed':
    'The file does not say how its letters are stored; it was read as {encoding}. Please check umlauts and accents.',
  'times-backwards': 'A time is earlier than the one before it (in all: {count}). Please check the times.',
  'times-broken': 'A time cannot be read and was left out (in all: {count}). The words are there.',
  'unparsed-lines':
    'Lines that could not be read: {count}. They are kept in the transcript as comments; please look at them.',
  'speaker-renamed':
    'The speaker “{from}” is called “{to}” in the transcript, since the name could not stand before a colon.',
  'numbered-turns':
    'Labels such as “T12” were read as turn 12 of T, since their numbers rise ({count} turns). Please check that none of them tells two persons apart.',
  'columns-taken':
    'Columns were taken for: what was said {text}, speaker {speaker}, start {start}, end {end} (0: there is none); for comments: {notes} of them. If that is wrong, give them headings.',
  'positions-repaired':
    'The program counts positions in its own way ({how}); that was taken into account. Passages whose words agree: {matched} of {quoted}.',
  'positions-assumed':
    'The file does not say how positions are counted; as {program} does it, {how} was assumed. Please check some passages.',
  'qda-texts-missing':
    'Sources whose text is not in the file: {count}. Please export the project with its sources in it.',
  'qda-orphans':
    'Passages in {transcript} that stand in no turn: {count}. They are kept with their words; please place them.',
  'qda-lost': 'Passages in {transcript} without a place and without words were left out: {count}.',
  'qda-changed':
    'What another program changed in the coding of {transcript} by {coder} was taken over: {count}. A release is taken back by that.',
  'no-speakers':
    'The file does not say who speaks. Please give every turn its speaker with “Label Speakers”.',
};

/** How a problem is said of a line. */
export const problemFrames = { line: 'Line {line}:' } as const;

/** A problem in words, with its line where it has one. */
export function problemWords({ code, line, data }: Problem, translate: Translate): string {
  const sentence = translate(problemSentences[code], data);
  return line === null ? sentence : `${translate(problemFrames.line, { line })} ${sentence}`;
}
