import type { ExportedSession } from '../exported';
import { isDate } from './dates';
import { guidOf, sourceGuid } from './guids';
import type { QdaCase, QdaValue, QdaVariable, VariableType } from './model';

/** What is known of sessions beside their text, as variables of sources and cases. */
export interface WrittenFacts {
  readonly variables: readonly QdaVariable[];
  readonly cases: readonly QdaCase[];
  readonly valuesOf: (session: ExportedSession) => readonly QdaValue[];
}

interface Said {
  readonly name: string;
  readonly type: VariableType;
  readonly value: string;
}

/** The case is a case with its sessions; number, date, stage, duration and scores belong to the session. */
export function factsOfSessions(sessions: readonly ExportedSession[]): WrittenFacts {
  const byCase = new Map<string, ExportedSession[]>();
  for (const session of sessions) {
    const id = session.facts.case;
    if (id !== null) byCase.set(id, [...(byCase.get(id) ?? []), session]);
  }
  const said = sessions.flatMap(saidOf).map(({ name, type }) => [name, type] as const);
  const named = new Map<string, VariableType>([
    ...(byCase.size > 0 ? [['Case', 'Text'] as const] : []),
    ...said,
  ]);
  return {
    variables: [...named].map(([name, type]) => ({ guid: variableGuid(name), name, type })),
    cases: [...byCase].map(([id, own]) => ({
      guid: guidOf('case', id),
      name: id,
      description: '',
      values: [valueOf({ name: 'Case', type: 'Text', value: id })],
      sources: own.map(({ path }) => sourceGuid(path)),
    })),
    valuesOf: (session) => saidOf(session).map(valueOf),
  };
}

function saidOf({ facts }: ExportedSession): Said[] {
  const { session, date, stage, duration, scores } = facts;
  const own: readonly (readonly [string, VariableType, string | number | null])[] = [
    ['Session', 'Integer', session],
    ['Date', 'Date', date !== null && isDate(date) ? date : null],
    ['Stage', 'Text', stage],
    ['Duration (minutes)', 'Float', duration],
    ...Object.entries(scores).flatMap(([rater, byMeasure]) =>
      Object.entries(byMeasure).map(
        ([measure, score]) => [`Score: ${rater}, ${measure}`, 'Float', score] as const,
      ),
    ),
  ];
  return own.flatMap(([name, type, value]) => {
    const written = typeof value === 'number' ? decimal(value) : value;
    return written === null || written === '' ? [] : [{ name, type, value: written }];
  });
}

/** xsd:decimal has no exponent; null for what no program takes for a number. */
function decimal(value: number): string | null {
  const text = String(value);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : null;
}

function variableGuid(name: string): string {
  return guidOf('variable', name);
}

function valueOf({ name, type, value }: Said): QdaValue {
  return { variable: variableGuid(name), type, value };
}
