import { parseTranscript } from '../transcript/parse';
import type { Role } from '../transcript/types';
import { setInYaml } from '../yamlSet';
import { headerLines } from './headerLines';
import type { ImportedSession } from './imported';
import { speakersOf } from './turns';

/**
 * The transcript of a source that is in our layout already: its body line by line, under its own header as far as that says
 * who is who, else with the roles in it. Null where the source is not, or would not be read as the turns it has.
 */
export function keptText(session: ImportedSession, roles: ReadonlyMap<string, Role>): string | null {
  const { kept, entries, unit } = session;
  if (!kept || unit !== 'turns') return null;
  const speakers = speakersOf(entries).map((label): [string, Role] => [label, roles.get(label) ?? 'other']);
  const said = entries.flatMap((entry) => (entry.kind === 'speech' ? [entry.speaker] : []));
  const headers = [
    kept.header,
    withRoles(kept.header, speakers),
    headerLines(
      speakers.map(([label, role]) => ({ label, role })),
      session.facts,
    ),
  ];
  const texts = headers.flatMap((header) => (header === null ? [] : [`${header}${kept.body}`]));
  const wanted = new Map(speakers);
  return (
    texts.find((text) => {
      const { turns } = parseTranscript(text);
      return (
        turns.length === said.length &&
        turns.every(({ speaker, role }, index) => speaker === said[index] && role === wanted.get(speaker))
      );
    }) ?? null
  );
}

/** For each speech its turn, from 1. */
export function keptTurns({ entries }: ImportedSession): ReadonlyMap<number, number> {
  const speech = [...entries.keys()].filter((index) => entries[index]?.kind === 'speech');
  return new Map(speech.map((index, turn) => [index, turn + 1]));
}

/** The header with these roles, everything else in it as it was; null where it cannot be changed. */
function withRoles(header: string, speakers: readonly [string, Role][]): string | null {
  const yaml = /^---[ \t]*\n([^]*)---[ \t]*\n$/.exec(header)?.[1];
  if (yaml === undefined) return null;
  const listed = Object.fromEntries(speakers.map(([label, role]) => [label, { role }]));
  const changed = setInYaml(yaml, ['speakers'], listed);
  return changed === null ? null : `---\n${changed}---\n`;
}
