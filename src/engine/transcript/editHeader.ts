import { isMap, isScalar, type Document } from 'yaml';
import { renderField } from '../yamlRender';
import { renderString } from '../yamlScalar';
import { asTextEdit, edited, type Splice, type TextEdit } from '../textEdit';
import { entryAt, keyPlace } from '../yamlEntries';
import { parseYamlFile } from '../yamlFile';
import { fieldLines, setInYaml } from '../yamlSet';
import { minimalDifference } from './difference';
import { headerEnd, readHeader } from './header';
import { usualRole } from './labels';
import { splitLines, type Line } from './lines';
import type { ParsedTranscript } from './parse';
import type { Speaker } from './types';

/** The YAML of a header, each line with its line feed; it begins on the second line of the transcript. */
export interface HeaderYaml {
  readonly source: string;
  readonly doc: Document;
}

/** Null where there is no header. */
export function headerYaml(lines: readonly Line[]): HeaderYaml | null {
  const end = headerEnd(lines);
  if (end === 0) return null;
  const source = lines
    .slice(1, end)
    .map(({ text }) => `${text}\n`)
    .join('');
  return { source, doc: parseYamlFile(source).doc };
}

export function inHeader({ source }: HeaderYaml, splice: Splice): TextEdit {
  return asTextEdit(source, splice, 1);
}

/** The header as it would be with these edits. */
export function headerAfter(
  lines: readonly Line[],
  edits: readonly TextEdit[],
): ReturnType<typeof readHeader> {
  const last = Math.max(...edits.map(({ range }) => range.end.line), headerEnd(lines));
  return readHeader(splitLines(edited(lines.slice(0, last + 1), edits)));
}

/** Everybody who speaks in a transcript, in the order they begin: the label as first written, with its role. */
export function speakersInUse({ turns, labels }: ParsedTranscript): Speaker[] {
  const found = new Map<string, Speaker>();
  for (const { speaker, label, role } of turns) {
    const key = speaker.toLowerCase();
    if (found.has(key)) continue;
    const listed = labels.byName.get(key);
    found.set(key, { label: listed?.label ?? label, role, name: listed?.name ?? null });
  }
  return [...found.values()];
}

/**
 * Lists one more speaker in the header. Where it lists none yet, those who speak already are listed, too, since listed
 * speakers are the only ones. Null where the header cannot be read or closed, so that nothing would come of it.
 */
export function addSpeaker(parsed: ParsedTranscript, added: Speaker): TextEdit[] | null {
  const all = [...speakersInUse(parsed), added];
  const yaml = headerYaml(parsed.lines);
  if (!yaml || !parsed.header.speakers) return listSpeakers(parsed, all);
  const { role } = added;
  const next = setInYaml(yaml.source, ['speakers', added.label], { role });
  return next === null ? null : checked(parsed, [changed(yaml, next)], all);
}

/** Writes who the speakers are into a header that does not say it yet, or into a new one. */
export function listSpeakers(parsed: ParsedTranscript, speakers: readonly Speaker[]): TextEdit[] | null {
  const value = Object.fromEntries(speakers.map(({ label, role }) => [label, { role }]));
  const lines = `${fieldLines('speakers', value, 0).join('\n')}\n`;
  const yaml = headerYaml(parsed.lines);
  if (yaml) {
    const written = entryAt(yaml.doc, ['speakers'])?.pair.value ?? null;
    // What a person wrote there, and cannot be read, is for a person to correct.
    if (written !== null && !(isScalar(written) && written.value === null)) return null;
    const nothing = yaml.doc.contents === null && yaml.doc.errors.length === 0;
    const next = nothing ? lines + yaml.source : setInYaml(yaml.source, ['speakers'], value);
    return next === null ? null : checked(parsed, [changed(yaml, next)], speakers);
  }
  // A header that is not closed would be taken for the end of this one.
  if (/^---[ \t]*$/.test(parsed.lines[0]?.text ?? '')) return null;
  const top = { line: 0, character: 0 };
  return checked(parsed, [{ range: { start: top, end: top }, text: `---\n${lines}---\n` }], speakers);
}

function changed({ source }: HeaderYaml, next: string): TextEdit {
  return asTextEdit(source, minimalDifference(source, next), 1);
}

function checked(
  { lines }: ParsedTranscript,
  edits: TextEdit[],
  speakers: readonly Speaker[],
): TextEdit[] | null {
  const listed = [...(headerAfter(lines, edits).header.speakers?.values() ?? [])];
  const roles = new Map(listed.map(({ label, role }) => [label.toLowerCase(), role]));
  return speakers.every(({ label, role }) => roles.get(label.toLowerCase()) === role) ? edits : null;
}

/** Renames a speaker that the header lists, keeping the role; null where it does not list one. */
export function renameListed(
  { lines }: ParsedTranscript,
  { label, role }: Speaker,
  name: string,
): TextEdit[] | null {
  const yaml = headerYaml(lines);
  const value = yaml && entryAt(yaml.doc, ['speakers', label])?.pair.value;
  if (!yaml || value === undefined) return null;
  // Where the role was told from the usual name, and the new name does not tell it, it has to be said.
  const told = (isScalar(value) && value.value !== null) || (isMap(value) && value.has('role'));
  const silent = !told && usualRole(name) !== role;
  const stated = silent ? setInYaml(yaml.source, ['speakers', label], { role }) : yaml.source;
  const source = stated ?? yaml.source;
  const entry = entryAt(parseYamlFile(source).doc, ['speakers', label]);
  const key = entry && keyPlace(entry);
  if (!key) return null;
  // A bare name in `{ T, C }` has no place for a value yet.
  const written = stated === null ? renderField(name, { role }) : renderString(name);
  return [changed(yaml, source.slice(0, key.start) + written + source.slice(key.end))];
}
