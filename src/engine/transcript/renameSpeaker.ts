import { comparePositions, range, type Position, type Range } from '../position';
import { edited, type TextEdit } from '../textEdit';
import { entryAt, keyPlace } from '../yamlEntries';
import { headerYaml, inHeader, listSpeakers, renameListed, speakersInUse } from './editHeader';
import { turnAtLine } from './offsets';
import { parseTranscript, type ParsedTranscript } from './parse';
import type { Speaker, Turn } from './types';

/**
 * Why a speaker cannot be called so. `merge`: another speaker is. `no-label`: it would begin no turn. `more-turns`: lines
 * that are text now would begin one. `header`: the header cannot be read.
 */
export type RenameRefusal = 'empty' | 'merge' | 'no-label' | 'more-turns' | 'header';

export type Renaming = { readonly edits: readonly TextEdit[] } | { readonly refusal: RenameRefusal };

/** The speaker whose label stands at a place, in the text or in the header's list; null elsewhere. */
export function speakerAt(
  parsed: ParsedTranscript,
  position: Position,
): { readonly speaker: string; readonly range: Range } | null {
  const { line, character } = position;
  const reading = parsed.readings[line];
  if (reading?.kind === 'header') return listedAt(parsed, position);
  if (reading?.kind !== 'label' || character < reading.labelStart || character > reading.labelEnd)
    return null;
  const turn = turnAtLine(parsed.turns, line);
  return turn && { speaker: turn.speaker, range: range(line, reading.labelStart, line, reading.labelEnd) };
}

function listedAt({ lines, header }: ParsedTranscript, position: Position): ReturnType<typeof speakerAt> {
  const yaml = headerYaml(lines);
  for (const speaker of (yaml && header.speakers?.keys()) ?? []) {
    const entry = yaml && entryAt(yaml.doc, ['speakers', speaker]);
    const key = entry && keyPlace(entry);
    const place = yaml && key && inHeader(yaml, { ...key, text: '' }).range;
    if (!place) continue;
    const { start, end } = place;
    if (comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0)
      return { speaker, range: place };
  }
  return null;
}

/**
 * Calls a speaker something else, at each label and in the header. The turns stay what they are, with their roles: where
 * the new name would not be a label, or another role's, the speakers are listed in the header. `speakers` must not come
 * from the study file: its list is for all transcripts.
 */
export function renameSpeaker(parsed: ParsedTranscript, speaker: string, to: string): Renaming {
  const name = to.trim();
  if (name === '') return { refusal: 'empty' };
  // A colon ends a label; one inside would read as if the label were shorter.
  if (/[:\n\r]/.test(name)) return { refusal: 'no-label' };
  const old = speaker.toLowerCase();
  const everybody = [...speakersInUse(parsed), ...(parsed.labels.listed ?? [])];
  const own = everybody.find(({ label }) => label.toLowerCase() === old);
  if (!own) return { refusal: 'no-label' };
  const others = everybody.filter(({ label }) => label.toLowerCase() !== old);
  if (others.some(({ label }) => label.toLowerCase() === name.toLowerCase())) return { refusal: 'merge' };
  const labels = labelEdits(parsed, old, name);
  if (parsed.header.speakers) {
    const header = renameListed(parsed, own, name);
    return header ? tried(parsed, [...header, ...labels], old, name) : { refusal: 'header' };
  }
  const alone = tried(parsed, labels, old, name);
  if ('edits' in alone) return alone;
  const listed = speakersInUse(parsed).map((each): Speaker =>
    isCalled(each, old) ? { ...each, label: name } : each,
  );
  const header = listSpeakers(parsed, listed);
  return header ? tried(parsed, [...header, ...labels], old, name) : { refusal: 'header' };
}

function isCalled({ label }: Speaker, lowerCase: string): boolean {
  return label.toLowerCase() === lowerCase;
}

function labelEdits({ turns, readings }: ParsedTranscript, old: string, name: string): TextEdit[] {
  return turns.flatMap(({ speaker, line }) => {
    const reading = readings[line];
    if (!reading || speaker.toLowerCase() !== old) return [];
    return [{ range: range(line, reading.labelStart, line, reading.labelEnd), text: name }];
  });
}

/** The edits, if the same turns stand there afterwards, said by the same speakers but for the name. */
function tried(parsed: ParsedTranscript, edits: readonly TextEdit[], old: string, name: string): Renaming {
  const { turns } = parseTranscript(edited(parsed.lines, edits));
  if (turns.length > parsed.turns.length) return { refusal: 'more-turns' };
  const called = (speaker: string): string => (speaker.toLowerCase() === old ? name : speaker).toLowerCase();
  const same = (turn: Turn, now: Turn | undefined): boolean =>
    now !== undefined &&
    now.speaker.toLowerCase() === called(turn.speaker) &&
    now.role === turn.role &&
    now.time === turn.time &&
    now.text === turn.text;
  const kept =
    turns.length === parsed.turns.length && parsed.turns.every((turn, at) => same(turn, turns[at]));
  return kept ? { edits } : { refusal: 'no-label' };
}
