import { labelsFor } from '../labels';
import type { Entry, ImportedSession } from '../imported';
import { parseTranscript, type ParsedTranscript, type StudySpeakers } from '../../transcript/parse';
import { usualRole } from '../../transcript/labels';
import { bodyLine } from './sourceText';

type Read = Pick<ImportedSession, 'entries' | 'unit' | 'kept' | 'roles'>;

/**
 * The text of a source as speech. One with labels is in our layout, whatever the labels are, and is kept as it is; of any
 * other each line is somebody's, and who that is has to be said.
 */
export function readText(text: string, speakers: StudySpeakers = null): Read {
  const labels = labelsIn(text);
  const readings = [
    parseTranscript(text, speakers),
    parseTranscript(
      text,
      labels.map((label) => ({ label, role: usualRole(label), name: null })),
    ),
  ];
  const best = readings.reduce((a, b) => (b.turns.length > a.turns.length ? b : a));
  return best.turns.length >= 2 || speakers ? keptAs(text, best) : linesOf(text);
}

/** What a transcript comes to that is in our layout. */
function keptAs(text: string, parsed: ParsedTranscript): Read {
  const { turns, lines } = parsed;
  const first = bodyLine(parsed);
  const header = lines
    .slice(0, first)
    .map((line) => `${line.text}\n`)
    .join('');
  const entries = turns.map((turn): Entry => ({
    kind: 'speech',
    speaker: turn.speaker,
    text: turn.text,
    start: turn.time,
    end: null,
    line: turn.line + 1,
  }));
  const roles = new Map(turns.map(({ speaker, role }) => [speaker, role]));
  return {
    entries,
    unit: 'turns',
    kept: { header, body: text.slice(header.length) },
    roles: parsed.labels.listed && parsed.header.speakers ? roles : certainRoles(roles),
  };
}

/** `other` is no statement: it is what everybody is of whom nothing is known. */
function certainRoles(roles: Read['roles']): Read['roles'] {
  return new Map([...roles].filter(([, role]) => role !== 'other'));
}

const label =
  /^(?:\d{1,6}[.)]?\s+)?(?:[[(]?\d[\d:.,]{3,14}[\])]?\s*)?(?<label>\p{L}[^:\n\t[\](){}?!]{0,39}?)\s*(?:[[(]?\d[\d:.,]{3,14}[\])]?\s*)?:(?=\s|$)/u;

/** What stands before a colon at the beginning of lines, again and again, and can be a label. */
function labelsIn(text: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    const found = label.exec(line)?.groups?.['label'];
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
  const { bySpeaker } = labelsFor(often);
  return often.filter((name) => bySpeaker.get(name) === name);
}

function linesOf(text: string): Read {
  const entries = text
    .split('\n')
    .flatMap((line, index): Entry[] =>
      line.trim() === ''
        ? []
        : [{ kind: 'speech', speaker: null, text: line.trim(), start: null, end: null, line: index + 1 }],
    );
  return { entries, unit: 'turns', kept: null, roles: new Map() };
}
