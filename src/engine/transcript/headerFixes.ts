import type { Fault } from '../faults';
import { range } from '../position';
import { nearestTo } from '../spelling';
import { offsetIn, type Splice, type TextEdit } from '../textEdit';
import { entriesAt, keyPlace, keyText, otherValue, removal, type Entry } from '../yamlEntries';
import { headerAfter, headerYaml, inHeader, type HeaderYaml } from './editHeader';
import type { Fix } from './fix';
import { headerChoices, headerEnd, headerKeys, readHeader } from './header';
import type { ParsedTranscript } from './parse';

/** Dashes below what looks like a header; or none at all, where the first line was never meant as one. */
export function closeHeader({ lines }: ParsedTranscript): Fix[] {
  const last = lines.findIndex(({ text }, line) => line > 0 && !looksLikeHeader(text)) - 1;
  const line = last < 0 ? lines.length - 1 : last;
  const end = lines[line]?.text.length ?? 0;
  const closing: TextEdit[] = [{ range: range(line, end, line, end), text: '\n---' }];
  const { header, faults } = headerAfter(lines, closing);
  const says = Object.values(header).some((value) => typeof value !== 'object' || value instanceof Map);
  const closed: Fix[] =
    line > 0 && says && faults.length === 0
      ? [{ kind: 'close-header', data: [], edits: closing, preferred: true }]
      : [];
  const behind = lines.length > 1 ? range(0, 0, 1, 0) : range(0, 0, 0, lines[0]?.text.length ?? 0);
  return [
    ...closed,
    { kind: 'remove-dashes', data: [], edits: [{ range: behind, text: '' }], preferred: closed.length === 0 },
  ];
}

/** A key of a header, or what is indented below one. */
function looksLikeHeader(text: string): boolean {
  const key = /^([a-z]+)\s*:(?:\s|$)/.exec(text)?.[1];
  return key === undefined ? /^(?:\s+\S|#|[}\]])/.test(text) : headerKeys.includes(key);
}

/** Tabs, signs with a meaning, a key given twice. */
export function headerNotYaml(parsed: ParsedTranscript, found: Fault): Fix[] {
  const quoted = quotedValue(parsed, found.range.start.line);
  const fixes: Fix[] = [
    ...(found.data['reason'] === 'duplicate-key' ? removals(parsed, found) : []),
    { kind: 'blanks-for-tabs', data: [], edits: tabsReplaced(parsed), preferred: true },
    { kind: 'quote-value', data: [], edits: quoted ? [quoted] : [], preferred: true },
  ];
  return fixes.filter(({ edits }) => edits.length > 0 && helps(parsed, edits));
}

function tabsReplaced({ lines }: ParsedTranscript): TextEdit[] {
  return lines.slice(1, headerEnd(lines)).flatMap(({ text }, index): TextEdit[] => {
    const indent = /^\s*/.exec(text)?.[0] ?? '';
    if (!indent.includes('\t')) return [];
    return [{ range: range(index + 1, 0, index + 1, indent.length), text: indent.replaceAll('\t', '  ') }];
  });
}

/** `case: *Anna` → `case: "*Anna"`. */
function quotedValue({ lines }: ParsedTranscript, line: number): TextEdit | null {
  const [, key = '', value = ''] =
    /^(\s*[^\s:#"'{[][^:#]*:\s+)([^\s"'#].*?)(?<!\s)\s*(?:\s#.*)?$/.exec(lines[line]?.text ?? '') ?? [];
  if (value === '') return null;
  const place = range(line, key.length, line, key.length + value.length);
  return { range: place, text: JSON.stringify(value) };
}

/** One of the words that may stand there; or nothing, but a speaker is never taken out of the list. */
export function headerValue(parsed: ParsedTranscript, found: Fault): Fix[] {
  const at = around(parsed, found);
  const last = at?.entries.at(-1);
  if (!at || !last) return [];
  const [top = '', ...below] = at.entries.map(keyText);
  const words = wordsFor(top, below.length);
  const chosen = words.flatMap((word): Fix[] => {
    const splice = otherValue(last, word);
    return splice ? [fix('set-value', [keyText(last), word], at.yaml, splice)] : [];
  });
  const removed = top === 'speakers' ? [] : removals(parsed, found);
  return [...chosen, ...removed].filter(({ edits }) => helps(parsed, edits));
}

/** `stage: late`, `speakers: { T: doctor }`, `speakers: { T: { role: doctor } }`. */
function wordsFor(top: string, depth: number): readonly string[] {
  if (top === 'stage') return headerChoices.stage;
  return top === 'speakers' && depth > 0 && depth < 3 ? headerChoices.role : [];
}

/** The known key that is meant, or nothing. */
export function headerUnknownKey(parsed: ParsedTranscript, found: Fault): Fix[] {
  const at = around(parsed, found);
  const last = at?.entries.at(-1);
  const place = last && keyPlace(last);
  if (!at || !last || !place) return [];
  const known = nearestKey(keyText(last), parsed);
  const renamed =
    known === null ? [] : [fix('rename-key', [keyText(last), known], at.yaml, { ...place, text: known })];
  const fixes = [...renamed, ...removals(parsed, found)].filter(({ edits }) => helps(parsed, edits));
  return fixes.map((each, index) => ({ ...each, preferred: index === 0 && each.kind === 'rename-key' }));
}

/** In a blind study. The editor offers to move it to the study file, too. */
export function removeFromHeader(parsed: ParsedTranscript, found: Fault): Fix[] {
  return removals(parsed, found);
}

function removals(parsed: ParsedTranscript, found: Fault): Fix[] {
  const at = around(parsed, found);
  const last = at?.entries.at(-1);
  const splice = at && removal(at.yaml.source, at.entries);
  return at && last && splice ? [fix('remove-key', [keyText(last)], at.yaml, splice)] : [];
}

function fix(kind: Fix['kind'], data: readonly string[], yaml: HeaderYaml, splice: Splice): Fix {
  return { kind, data, edits: [inHeader(yaml, splice)], preferred: false };
}

function around(
  { lines }: ParsedTranscript,
  { range: { start } }: Fault,
): { readonly yaml: HeaderYaml; readonly entries: readonly Entry[] } | null {
  const yaml = headerYaml(lines);
  if (!yaml || start.line === 0) return null;
  const offset = offsetIn(yaml.source, { line: start.line - 1, character: start.character });
  return { yaml, entries: entriesAt(yaml.doc, offset) };
}

/** Whether less is wrong with the header afterwards. */
function helps({ lines }: ParsedTranscript, edits: readonly TextEdit[]): boolean {
  return headerAfter(lines, edits).faults.length < readHeader(lines).faults.length;
}

function nearestKey(key: string, { lines }: ParsedTranscript): string | null {
  const taken = new Set(lines.slice(0, headerEnd(lines)).map(({ text }) => /^([a-z]+)\s*:/.exec(text)?.[1]));
  const free = headerKeys.filter((known) => !taken.has(known));
  return nearestTo(key, free)[0] ?? null;
}
