import type { Document } from 'yaml';
import { asTextEdit, edited, type Splice, type TextEdit } from '../textEdit';
import { parseYamlFile } from '../yamlFile';
import { addition, entryAt, keyPlace, yamlFlow, yamlWord } from '../yamlSplice';
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
  const { lines, header } = parsed;
  const inUse = speakersInUse(parsed);
  if (!header.speakers) return listSpeakers(parsed, [...inUse, added]);
  const yaml = headerYaml(lines);
  const splice = yaml && addition(yaml.source, yaml.doc, ['speakers', added.label], roleOf(added));
  return yaml && splice ? checked(parsed, [inHeader(yaml, splice)], [...inUse, added]) : null;
}

/** Writes who the speakers are into a header that does not say it yet. */
export function listSpeakers(parsed: ParsedTranscript, speakers: readonly Speaker[]): TextEdit[] | null {
  const { lines } = parsed;
  const value = `{ ${speakers.map((each) => `${yamlWord(each.label)}: ${roleOf(each)}`).join(', ')} }`;
  const yaml = headerYaml(lines);
  if (yaml) {
    const splice = addition(yaml.source, yaml.doc, ['speakers'], value);
    return splice && checked(parsed, [inHeader(yaml, splice)], speakers);
  }
  // A header that is not closed would be taken for the end of this one.
  if (/^---[ \t]*$/.test(lines[0]?.text ?? '')) return null;
  const top = { line: 0, character: 0 };
  const text = `---\nspeakers: ${value}\n---\n`;
  return checked(parsed, [{ range: { start: top, end: top }, text }], speakers);
}

function roleOf({ role }: Speaker): string {
  return yamlFlow({ role });
}

function checked(
  { lines }: ParsedTranscript,
  edits: TextEdit[],
  speakers: readonly Speaker[],
): TextEdit[] | null {
  const listed = [...(headerAfter(lines, edits).header.speakers?.values() ?? [])];
  const names = new Map(listed.map(({ label, role }) => [label.toLowerCase(), role]));
  return speakers.every(({ label, role }) => names.get(label.toLowerCase()) === role) ? edits : null;
}

/** Renames a speaker that the header lists, keeping the role; null where it does not list one. */
export function renameListed(
  { lines }: ParsedTranscript,
  { label, role }: Speaker,
  name: string,
): TextEdit[] | null {
  const yaml = headerYaml(lines);
  const entry = yaml && entryAt(yaml.doc, ['speakers', label]);
  const key = entry && keyPlace(entry);
  if (!yaml || !key) return null;
  // Where the role was told from the usual name, and the new name does not tell it, it has to be said.
  const path = ['speakers', label, 'role'];
  const stated = usualRole(name) === role ? null : addition(yaml.source, yaml.doc, path, role);
  const splices = [{ ...key, text: yamlWord(name) }, ...(stated ? [stated] : [])];
  return splices.map((splice) => inHeader(yaml, splice));
}
