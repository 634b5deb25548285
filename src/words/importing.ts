import type { Prepared, PreparedSpeaker } from '../engine/interchange/prepare';
import type { Role } from '../engine/transcript/types';
import type { Translate } from './faults';
import { passageMessages } from './passages';
import { problemWords } from './problems';

/** Every message of this file, as written in English. */
export const importMessages = {
  counts: 'Turns: {turns} · words: {words} · speakers: {speakers} · lines not read: {unparsed}',
  speakers: 'Speakers',
  speaker: '{label}: {role} ({why}), turns: {turns}',
  stated: 'the file says so',
  name: 'by the name',
  questions: 'asks most questions',
  answers: 'asks fewer questions',
  perhapsTherapist: 'perhaps the therapist: asks most questions',
  perhapsClient: 'perhaps the client: asks fewer questions',
  unknown: 'not known',
  said: 'as you say',
  beginning: 'How it begins',
  unparsed: 'Could not be read, and is kept as a comment',
  line: 'line {line}: {text}',
  more: '… and {count} more',
  warnings: 'Please look at',
  memos: 'Comments in the file: {count}',
  ignored: 'Not taken over: {what}',
} as const;

/** Lines shown of the beginning, and of what could not be read. */
const shownTurns = 6;
const shownUnparsed = 20;
/** Code points of a line. */
const longest = 110;

/** Lines under a title; what stands first has none. */
export interface PreviewBlock {
  readonly title: string | null;
  readonly lines: readonly string[];
}

/** What a session comes to, before it is written: counts, speakers with their roles and why, the first turns, what is wrong. */
export function previewBlocks(prepared: Prepared, translate: Translate): PreviewBlock[] {
  const { composed, speakers, warnings } = prepared;
  const block = (title: string, lines: readonly string[]): PreviewBlock => ({
    title: translate(title, {}),
    lines,
  });
  const blocks = [
    { title: null, lines: countLines(prepared, translate) },
    block(
      importMessages.speakers,
      speakers.map((speaker) => speakerLine(speaker, translate)),
    ),
    block(importMessages.beginning, firstLines(composed.text)),
    block(importMessages.unparsed, unparsedLines(prepared, translate)),
    block(
      importMessages.warnings,
      warnings.map((warning) => problemWords(warning, translate)),
    ),
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

function countLines({ composed, speakers, unparsed, session }: Prepared, translate: Translate): string[] {
  const { turns, words } = composed;
  const { memos, ignored } = session;
  const counts = { turns, words, speakers: speakers.length, unparsed: unparsed.length };
  const left = ignored.map(({ what, count }) => `${what} ${count}`).join(', ');
  return [
    translate(importMessages.counts, counts),
    ...(memos.length > 0 ? [translate(importMessages.memos, { count: memos.length })] : []),
    ...(ignored.length > 0 ? [translate(importMessages.ignored, { what: left })] : []),
  ];
}

function unparsedLines({ unparsed }: Prepared, translate: Translate): string[] {
  const rest = unparsed.length - shownUnparsed;
  return [
    ...unparsed
      .slice(0, shownUnparsed)
      .map(({ line, text }) => translate(importMessages.line, { line, text: inShort(text) })),
    ...(rest > 0 ? [translate(importMessages.more, { count: rest })] : []),
  ];
}

export function roleWord(role: Role, translate: Translate): string {
  return translate(passageMessages[role], {});
}

function speakerLine(speaker: PreparedSpeaker, translate: Translate): string {
  return translate(importMessages.speaker, {
    label: speaker.label,
    role: roleWord(speaker.role, translate),
    why: roleReason(speaker, translate),
    turns: speaker.turns,
  });
}

/** Why a speaker has this role, or what is proposed. */
export function roleReason(
  { role, guess }: Pick<PreparedSpeaker, 'role' | 'guess'>,
  translate: Translate,
): string {
  const { by, role: guessed } = guess;
  if (by === 'questions' && role === 'other') {
    return translate(importMessages[guessed === 'therapist' ? 'perhapsTherapist' : 'perhapsClient'], {});
  }
  if (role !== guessed) return translate(importMessages.said, {});
  if (by === 'questions') {
    return translate(importMessages[guessed === 'therapist' ? 'questions' : 'answers'], {});
  }
  return translate(importMessages[by], {});
}

/** The first lines below the header. */
function firstLines(text: string): string[] {
  const lines = text.split('\n');
  return lines
    .slice(lines.indexOf('---', 1) + 1)
    .filter((line) => line !== '')
    .slice(0, shownTurns)
    .map(inShort);
}

function inShort(text: string): string {
  const points = Array.from(text.replaceAll(/(?<!\s)\s*[\r\n]\s*/g, ' / '));
  return points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : points.join('');
}
