import { listedLabelSet, type LabelSet } from '../transcript/labels';
import { parseLine } from '../transcript/line';
import { parseTranscript } from '../transcript/parse';
import { formatClock } from '../transcript/time';
import type { Role, Speaker, Turn } from '../transcript/types';
import { spokenWords } from '../transcript/notation';
import { headerLines } from './headerLines';
import type { ImportedSession } from './imported';
import { keptText, keptTurns } from './kept';
import { labelsFor, unassigned } from './labels';
import type { Problem } from './problems';
import { speakersOf, turnsOf, type Part, type TurnDraft } from './turns';

/** A transcript made of a source, as it would be written. */
export interface Composed {
  /** The whole file: header, turns, comments. */
  readonly text: string;
  readonly turns: number;
  readonly words: number;
  readonly speakers: readonly ComposedSpeaker[];
  readonly warnings: readonly Problem[];
  /** For each entry of the session that is speech: its turn, from 1. */
  readonly turnOfEntry: ReadonlyMap<number, number>;
}

export interface ComposedSpeaker {
  readonly label: string;
  /** As the source names the speaker. */
  readonly name: string | null;
  readonly role: Role;
  readonly turns: number;
}

/**
 * Writes a session as a transcript that our grammar reads back turn by turn. `roles` are by the names of the source; who is
 * not in it is `other`.
 */
export function compose(session: ImportedSession, roles: ReadonlyMap<string, Role>): Composed {
  const kept = keptText(session, roles);
  if (kept !== null) {
    const named = speakersOf(session.entries).map((label) => ({ label, name: label }));
    return composed(kept, named, [], keptTurns(session));
  }
  const { bySpeaker, warnings } = labelsFor(speakersOf(session.entries));
  const speakers = listedSpeakers(bySpeaker, roles);
  const drafts = turnsOf(session);
  const listed = drafts.some(isUnassigned) ? [...speakers, ...beingLabelled(speakers)] : speakers;
  const labels = listedLabelSet(listed);
  const body = drafts.map((draft) => turnLines(draft, labelOf(draft, bySpeaker), labels));
  const text = `${headerLines(listed, session.facts)}${body.flat().join('\n')}\n`;
  return composed(text, listed, warnings, turnsByEntry(drafts));
}

function composed(
  text: string,
  listed: readonly { readonly label: string; readonly name: string | null }[],
  warnings: readonly Problem[],
  turnOfEntry: ReadonlyMap<number, number>,
): Composed {
  const { turns } = parseTranscript(text);
  const own = (label: string): Turn[] => turns.filter(({ speaker }) => speaker === label);
  return {
    text,
    turns: turns.length,
    words: turns.reduce((sum, turn) => sum + spokenWords(turn.text), 0),
    speakers: listed
      .map(({ label, name }) => ({
        label,
        name,
        role: own(label)[0]?.role ?? 'other',
        turns: own(label).length,
      }))
      .filter(({ turns: count, name }) => count > 0 || name !== null),
    warnings,
    turnOfEntry,
  };
}

/** One for each label: two names may differ in capitals only. */
function listedSpeakers(
  bySpeaker: ReadonlyMap<string, string>,
  roles: ReadonlyMap<string, Role>,
): (Speaker & { readonly name: string })[] {
  const names = new Map([...bySpeaker].toReversed().map(([name, label]) => [label, name]));
  return [...new Set(bySpeaker.values())].map((label) => {
    const name = names.get(label) ?? label;
    return { label, role: roles.get(name) ?? 'other', name };
  });
}

function isUnassigned({ speaker, parts }: TurnDraft): boolean {
  return speaker === null && parts.some(({ kind }) => kind === 'words');
}

/** Where nobody is named yet: the label of all, and T and C to be given by hand. */
function beingLabelled(speakers: readonly Speaker[]): Speaker[] {
  const added: Speaker[] = [{ label: unassigned, role: 'other', name: null }];
  if (speakers.length > 0) return added;
  return [
    { label: 'T', role: 'therapist', name: null },
    { label: 'C', role: 'client', name: null },
    ...added,
  ];
}

function labelOf({ speaker }: TurnDraft, bySpeaker: ReadonlyMap<string, string>): string {
  return speaker === null ? unassigned : (bySpeaker.get(speaker) ?? unassigned);
}

function turnLines({ parts }: TurnDraft, label: string, labels: LabelSet): string[] {
  const lines: string[] = [];
  let open = -1;
  for (const part of parts) {
    if (part.kind === 'remark') {
      lines.push(...commentLines(part.text));
      continue;
    }
    for (const [index, words] of textLines(part).entries()) {
      const time = index === 0 && part.start !== null ? `[${stamp(part.start)}] ` : '';
      if (open < 0) open = lines.push(`${time}${label}: ${words}`.trimEnd()) - 1;
      else if (time !== '' || isText(words, labels)) open = lines.push(`   ${time}${words}`) - 1;
      // At the beginning of a line it would be read as something else than words.
      else lines[open] += ` ${words}`;
    }
  }
  return lines;
}

/** At least one line, which may be empty: an entry without words is a turn all the same. */
function textLines({ text }: Part): string[] {
  const lines = text
    .replaceAll('\u00a0', ' ')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : [''];
}

function isText(words: string, labels: LabelSet): boolean {
  const { kind, time } = parseLine(`   ${words}`, labels);
  return kind === 'text' && time === null;
}

/** As comments; what is hidden in them no reader takes for a turn. */
function commentLines(text: string): string[] {
  return text.split(/\r\n?|\n/).flatMap((line) => (line.trim() === '' ? [] : [`# ${line.trim()}`]));
}

/** `00:12:03`, with tenths of a second where the source has them. */
function stamp(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const rest = tenths % 10;
  return `${formatClock(tenths / 10)}${rest > 0 ? `.${rest}` : ''}`;
}

function turnsByEntry(drafts: readonly TurnDraft[]): Map<number, number> {
  const found = new Map<number, number>();
  let turn = 0;
  for (const { parts } of drafts) {
    const words = parts.flatMap((part) => (part.kind === 'words' ? [part.entry] : []));
    if (words.length > 0) turn++;
    for (const entry of words) found.set(entry, turn);
  }
  return found;
}
