import { readSource } from '../../src/engine/interchange/formats';
import type { ImportedSession, Remark } from '../../src/engine/interchange/imported';
import { turnsOf } from '../../src/engine/interchange/turns';

/** What a file comes to, as its `.expected.yaml` beside it says. */
export interface Outcome {
  readonly format: string;
  readonly facts?: Readonly<Record<string, string>>;
  /** `1.5 Dana: So how was it?`; cues within a turn stand behind ` | `, line feeds are blanks. */
  readonly turns: readonly string[];
  readonly remarks?: readonly string[];
  readonly ignored?: Readonly<Record<string, number>>;
  readonly warnings?: readonly string[];
}

/** Reads a text as a file of that name; what is empty is left out. */
export function outcomeOf(name: string, text: string): Outcome {
  const { format, reading } = readSource({ name, bytes: new TextEncoder().encode(text) });
  const [session] = reading.sessions;
  if (!format || !session) return { format: `refused: ${reading.refusal?.code}`, turns: [] };
  const facts = Object.fromEntries(
    Object.entries(session.facts).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  );
  const remarks = session.entries
    .filter((entry): entry is Remark => entry.kind === 'remark')
    .map(({ about, line, text: words }) => `${line} ${about}: ${flat(words)}`);
  const ignored = Object.fromEntries(session.ignored.map(({ what, count }) => [what, count]));
  const warnings = session.warnings.map(({ code, line, data }) => `${line} ${code}: ${data.count}`);
  return {
    format: format.id,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    turns: turnLines(session),
    ...(remarks.length > 0 ? { remarks } : {}),
    ...(Object.keys(ignored).length > 0 ? { ignored } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

function turnLines(session: ImportedSession): string[] {
  return turnsOf(session).flatMap(({ speaker, parts }) => {
    const words = parts.filter((part) => part.kind === 'words');
    const [first] = words;
    if (!first) return [];
    return [`${first.start ?? '-'} ${speaker ?? '?'}: ${words.map(({ text }) => flat(text)).join(' | ')}`];
  });
}

function flat(text: string): string {
  return text.split(/\s+/).join(' ').trim();
}
