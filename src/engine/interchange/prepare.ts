import type { Role } from '../transcript/types';
import { compose, type Composed } from './compose';
import type { Entry, ImportedSession, Remark, SourceMemo } from './imported';
import { labelsFor } from './labels';
import { problem, type Problem } from './problems';
import { guessRoles, type RoleGuess } from './roles';
import { speakersOf } from './turns';

/** Roles as the person who imports says them, by name or label in small letters. */
export type SaidRoles = ReadonlyMap<string, Role>;

/** A session as it would be written, with what the person should see first. */
export interface Prepared {
  readonly session: ImportedSession;
  readonly composed: Composed;
  /** By the names of the source. */
  readonly speakers: readonly PreparedSpeaker[];
  readonly unparsed: readonly Remark[];
  readonly warnings: readonly Problem[];
}

export interface PreparedSpeaker {
  readonly name: string;
  readonly label: string;
  readonly turns: number;
  readonly guess: RoleGuess;
  /** What goes into the header: what the person said, else what is certain enough. */
  readonly role: Role;
}

/**
 * A session with its roles settled. What a person said counts; else what the source states or a usual name tells. A guess by
 * who asks questions is proposed only.
 */
export function prepare(session: ImportedSession, said: SaidRoles): Prepared {
  const { bySpeaker } = labelsFor(speakersOf(session.entries));
  const guesses = guessRoles(session);
  const roles = new Map(
    [...guesses].map(([name, guess]): [string, Role] => {
      const label = bySpeaker.get(name) ?? name;
      return [name, said.get(name.toLowerCase()) ?? said.get(label.toLowerCase()) ?? certainRole(guess)];
    }),
  );
  const composed = compose(session, roles);
  const unparsed = session.entries.filter(
    (entry): entry is Remark => entry.kind === 'remark' && entry.about === 'unparsed',
  );
  const turns = new Map(composed.speakers.map((speaker) => [speaker.label, speaker.turns]));
  return {
    session,
    composed,
    speakers: [...guesses].map(([name, guess]) => {
      const label = bySpeaker.get(name) ?? name;
      return { name, label, guess, role: roles.get(name) ?? 'other', turns: turns.get(label) ?? 0 };
    }),
    unparsed,
    warnings: allWarnings(session, composed, unparsed.length),
  };
}

function certainRole({ role, by }: RoleGuess): Role {
  return by === 'stated' || by === 'name' ? role : 'other';
}

/** What the reader and the writer found, and what everybody is to be told of any source. */
function allWarnings(
  { warnings, entries }: ImportedSession,
  composed: Composed,
  unparsed: number,
): readonly Problem[] {
  const said = [...warnings, ...composed.warnings];
  const codes = new Set(said.map(({ code }) => code));
  const nobody = entries.some((entry) => entry.kind === 'speech' && entry.speaker === null);
  if (unparsed > 0 && !codes.has('unparsed-lines')) said.push(problem('unparsed-lines', { count: unparsed }));
  if (nobody && !codes.has('no-speakers')) said.push(problem('no-speakers'));
  return said;
}

/** The session with comments of the source as comments of the transcript: where nobody is there whose memos they could be. */
export function withMemosAsRemarks(session: ImportedSession): ImportedSession {
  const { entries, memos } = session;
  if (memos.length === 0) return session;
  const remarks = (at: number | null): Entry[] =>
    memos.flatMap((memo) => (memo.entry === at ? [remarkOf(memo, entries)] : []));
  return {
    ...session,
    memos: [],
    entries: [...remarks(null), ...entries.flatMap((entry, index) => [entry, ...remarks(index)])],
  };
}

function remarkOf(memo: SourceMemo, entries: readonly Entry[]): Remark {
  const line = memo.entry === null ? 1 : (entries[memo.entry]?.line ?? 1);
  return { kind: 'remark', about: 'note', text: memoText(memo), line };
}

/** A comment with who made it, where that is known. */
export function memoText({ author, text }: SourceMemo): string {
  return author === null || author.trim() === '' ? text : `${author}: ${text}`;
}

/** No file system takes more in a name, endings of annotation files included. */
const longestName = 100;

/** What the file of a transcript is called: the session's name without what some file system does not take. */
export function transcriptName(name: string): string {
  const tidy = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')
    .replace(/^[\s.]+/, '');
  const short = Array.from(tidy)
    .slice(0, longestName)
    .join('')
    .replace(/[\s.]+$/, '');
  const free = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `${short}_` : short;
  return `${free === '' ? 'session' : free}.transcript`;
}
