import type { Prepared, PreparedSpeaker } from '../engine/interchange/prepare';
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
  questions: 'perhaps the therapist: asks most questions',
  answers: 'perhaps the client: asks fewer questions',
  unknown: 'not known',
  said: 'as you say',
  beginning: 'How it begins',
  unparsed: 'Could not be read, and is kept as a comment',
  line: 'line {line}: {text}',
  more: '… and {count} more',
  warnings: 'Please look at',
  memos: 'Comments in the file: {count}',
  facts: 'Of the session',
  ignored: 'Not taken over: {what}',
} as const;

/** Lines shown of the beginning, and of what could not be read. */
const shownTurns = 6;
const shownUnparsed = 20;
/** Code points of a line. */
const longest = 110;

/** What a session comes to, before it is written: counts, speakers with their roles and why, the first turns, what is wrong. */
export function previewLines(prepared: Prepared, translate: Translate): string[] {
  const { composed, speakers, unparsed, warnings, session } = prepared;
  const counts = {
    turns: composed.turns,
    words: composed.words,
    speakers: speakers.length,
    unparsed: unparsed.length,
  };
  const rest = unparsed.length - shownUnparsed;
  const notRead = [
    ...unparsed
      .slice(0, shownUnparsed)
      .map(({ line, text }) => translate(importMessages.line, { line, text: inShort(text) })),
    ...(rest > 0 ? [translate(importMessages.more, { count: rest })] : []),
  ];
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', translate(title, {}), ...lines.map((line) => `    ${line}`)] : [];
  return [
    translate(importMessages.counts, counts),
    ...(session.memos.length > 0 ? [translate(importMessages.memos, { count: session.memos.length })] : []),
    ...(session.ignored.length > 0
      ? [translate(importMessages.ignored, { what: ignoredWords(prepared) })]
      : []),
    ...block(
      importMessages.speakers,
      speakers.map((speaker) => speakerLine(speaker, translate)),
    ),
    ...block(importMessages.beginning, firstLines(composed.text)),
    ...block(importMessages.unparsed, notRead),
    ...block(
      importMessages.warnings,
      warnings.map((warning) => problemWords(warning, translate)),
    ),
  ];
}

function speakerLine(speaker: PreparedSpeaker, translate: Translate): string {
  return translate(importMessages.speaker, {
    label: speaker.label,
    role: translate(passageMessages[speaker.role], {}),
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
  const isProposal = by === 'questions';
  if (isProposal ? role !== 'other' : role !== guessed) return translate(importMessages.said, {});
  if (isProposal) {
    return translate(importMessages[guessed === 'therapist' ? 'questions' : 'answers'], {});
  }
  return translate(importMessages[by], {});
}

function ignoredWords({ session }: Prepared): string {
  return session.ignored.map(({ what, count }) => `${what} ${count}`).join(', ');
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
  const points = Array.from(text.replaceAll(/\s*[\r\n]+\s*/g, ' / '));
  return points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : points.join('');
}
