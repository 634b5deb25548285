import type { Fault, FaultCode } from '../faults';
import { range } from '../position';
import type { TextEdit } from '../textEdit';
import { labelLikeOf } from './check';
import { addSpeaker } from './editHeader';
import { headerChoices } from './header';
import { closeHeader, headerNotYaml, headerUnknownKey, headerValue, removeFromHeader } from './headerFixes';
import { parseLine } from './line';
import type { Fix, FixesOf } from './fix';
import type { ParsedTranscript } from './parse';
import { formatTime } from './time';

const fixers: Partial<Record<FaultCode, FixesOf>> = {
  'header-not-closed': closeHeader,
  'header-not-yaml': headerNotYaml,
  'header-value': headerValue,
  'header-unknown-key': headerUnknownKey,
  'header-blind': removeFromHeader,
  'time-backwards': timeBackwards,
  'unknown-label': unknownLabel,
  'unclosed-nonverbal': unclosedNonverbal,
};

/**
 * What can be done about a fault of this transcript, the best first. Each fix is tried before it is offered: what would not
 * take the fault away is left out.
 */
export function fixesOf(parsed: ParsedTranscript, found: Fault): Fix[] {
  return fixers[found.code]?.(parsed, found) ?? [];
}

function unknownLabel(parsed: ParsedTranscript, { data }: Fault): Fix[] {
  const label = String(data['label'] ?? '');
  const added = headerChoices.role.flatMap((role): Fix[] => {
    const edits = addSpeaker(parsed, { label, role, name: null });
    return edits ? [{ kind: `add-${role}`, data: [label], edits, preferred: false }] : [];
  });
  return [...added, ...asComments(parsed, label)];
}

/** Every line that begins so: one of them alone would leave the others where they are. */
function asComments({ lines, readings }: ParsedTranscript, label: string): Fix[] {
  const edits = readings.flatMap((parsed, line): TextEdit[] => {
    if (parsed.kind !== 'text') return [];
    const begins = labelLikeOf(lines[line]?.text ?? '')?.toLowerCase() === label.toLowerCase();
    return begins ? [{ range: range(line, 0, line, 0), text: '# ' }] : [];
  });
  return edits.length > 0
    ? [{ kind: 'comment', data: [label, String(edits.length)], edits, preferred: false }]
    : [];
}

/** Either time may be the wrong one: this, or the latest above it. */
function timeBackwards(parsed: ParsedTranscript, found: Fault): Fix[] {
  const { line } = found.range.start;
  return [line, latestAbove(parsed, line)].flatMap((at, index): Fix[] => {
    const time = parsed.readings[at]?.time ?? null;
    const edit = time === null ? null : withoutTime(parsed, at);
    if (time === null || !edit) return [];
    return [{ kind: 'remove-time', data: [formatTime(time)], edits: [edit], preferred: index === 0 }];
  });
}

function latestAbove({ readings }: ParsedTranscript, below: number): number {
  let latest = -1;
  for (let line = 0; line < below; line++) {
    const time = readings[line]?.time ?? null;
    if (time !== null && time >= (readings[latest]?.time ?? Number.NEGATIVE_INFINITY)) latest = line;
  }
  return latest;
}

/** Takes a time away with the blanks that part it from its neighbour; null where another line would come of it. */
function withoutTime({ lines, readings, labels }: ParsedTranscript, line: number): TextEdit | null {
  const reading = readings[line];
  const text = lines[line]?.text ?? '';
  if (!reading) return null;
  const { timeStart, timeEnd, labelStart, labelEnd } = reading;
  const behindLabel = reading.kind === 'label' && timeStart > labelStart;
  const start = behindLabel ? text.slice(0, timeStart).trimEnd().length : timeStart;
  const end = behindLabel ? timeEnd : text.length - text.slice(timeEnd).trimStart().length;
  const rest = text.slice(0, start) + text.slice(end);
  const now = parseLine(rest, labels);
  const same =
    now.kind === reading.kind &&
    rest.slice(now.labelStart, now.labelEnd) === text.slice(labelStart, labelEnd) &&
    rest.slice(now.textStart, now.textEnd) === text.slice(reading.textStart, reading.textEnd);
  return same ? { range: range(line, start, line, end), text: '' } : null;
}

/** `((looks away)` lacks one parenthesis, anything else both. */
function unclosedNonverbal({ lines }: ParsedTranscript, { range: { start, end } }: Fault): Fix[] {
  const inside = lines[start.line]?.text.slice(start.character + 2, end.character) ?? '';
  const text = /^[^()]*\)$/.test(inside) ? ')' : '))';
  const edits = [{ range: { start: end, end }, text }];
  return [{ kind: 'close-nonverbal', data: [text], edits, preferred: true }];
}
