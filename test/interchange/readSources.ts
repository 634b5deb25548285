import type { Entry } from '../../src/engine/interchange/imported';
import { readSource, type ReadSource } from '../../src/engine/interchange/formats';
import type { Problem } from '../../src/engine/interchange/problems';

/** A text as a file to import. */
export function readText(text: string, name = 'session'): ReadSource {
  return readSource({ name, bytes: new TextEncoder().encode(text) });
}

/** What came of reading a file, a line for everything in it: to be compared with what is expected. */
export function described({ format, reading: { sessions, refusal } }: ReadSource): string {
  const lines = sessions.flatMap(({ name, unit, facts, entries, roles, ignored, warnings }) => [
    `session: ${name}, ${unit}`,
    ...Object.entries(facts).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`])),
    ...[...roles].map(([speaker, role]) => `role: ${speaker} ${role}`),
    ...entries.map(describedEntry),
    ...ignored.map(({ what, count }) => `ignored: ${what} ${count}`),
    ...warnings.map((warning) => `warning: ${describedProblem(warning)}`),
  ]);
  const refused = refusal ? [`refusal: ${describedProblem(refusal)}`] : [];
  return [`format: ${format?.id ?? 'none'}`, ...lines, ...refused, ''].join('\n');
}

function describedEntry(entry: Entry): string {
  const place = `${entry.line}`.padStart(3);
  if (entry.kind === 'remark') return `${place} (${entry.about}) ${JSON.stringify(entry.text)}`;
  const { start, end, speaker, text } = entry;
  return `${place} ${start ?? '?'}–${end ?? '?'} ${speaker ?? '?'}: ${JSON.stringify(text)}`;
}

function describedProblem({ code, line, data }: Problem): string {
  const values = Object.entries(data).map(([key, value]) => `${key} ${value}`);
  return [code, ...(line === null ? [] : [`line ${line}`]), ...values].join(', ');
}
