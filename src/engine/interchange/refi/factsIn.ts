import { casesRecord, studyKeys, type SessionEntry } from '../../study/editStudy';
import type { Stage } from '../../transcript/types';
import { fieldLines, type YamlValue } from '../../yamlSet';
import { isDate } from './dates';
import type { QdaProject, QdaSource, QdaValue } from './model';
import type { Person } from './people';

/** A source with the path of the transcript that was made of it. */
export interface PlacedSource {
  readonly source: QdaSource;
  readonly path: string;
}

/**
 * A study file of what a project says of its sources: cases, and of sessions number, date, stage, duration and scores; who
 * codes, where names are known. Null where it says nothing of that.
 */
export function studyOf(
  project: QdaProject,
  placed: readonly PlacedSource[],
  people: readonly Person[],
): string | null {
  const cases = project.cases.flatMap((each) => {
    const own = placed.filter(({ source }) => each.sources.includes(source.guid));
    const sessions = own.map(({ source, path }) =>
      sessionOf(source, path, project, own.length === 1 ? each.values : []),
    );
    const id = each.name.trim() || textOf(each.values, project) || 'case';
    return sessions.length > 0 ? [{ id, sessions }] : [];
  });
  const listed = onceEach(cases);
  const coders = Object.fromEntries(
    people
      .filter(({ role }) => role !== 'consensus')
      .map(({ coder, name, role }) => [coder, { name: name ?? undefined, role }]),
  );
  if (listed.length === 0 && people.every(({ name }) => name === null)) return null;
  const values: Readonly<Record<string, YamlValue>> = {
    alliance_study: 1,
    title: project.name.trim() || 'Imported study',
    ...(Object.keys(coders).length > 0 ? { coders } : {}),
    ...(listed.length > 0 ? { cases: casesRecord(listed) } : {}),
  };
  const lines = studyKeys.flatMap((key) =>
    values[key] === undefined ? [] : fieldLines(key, values[key], 0),
  );
  return `${lines.join('\n')}\n`;
}

interface Listed {
  readonly id: string;
  readonly sessions: readonly SessionEntry[];
}

/** A session belongs to one case, the first that names it; cases of one name are one. */
function onceEach(cases: readonly Listed[]): readonly Listed[] {
  const seen = new Set<string>();
  const found = new Map<string, SessionEntry[]>();
  for (const { id, sessions } of cases) {
    for (const entry of sessions) {
      if (seen.has(entry.transcript)) continue;
      seen.add(entry.transcript);
      found.set(id, [...(found.get(id) ?? []), entry]);
    }
  }
  return [...found].map(([id, sessions]) => ({ id, sessions }));
}

/** Some programs have the values of a source at a case that has it alone. */
function sessionOf(
  source: QdaSource,
  transcript: string,
  project: QdaProject,
  more: readonly QdaValue[],
): SessionEntry {
  const values = [...source.values, ...more].map(({ variable, value }) => {
    const name = project.variables.find(({ guid }) => guid === variable)?.name ?? '';
    return [name, value] as const;
  });
  const said = (pattern: RegExp): string | null =>
    values.find(([name]) => pattern.test(name.trim()))?.[1] ?? null;
  const date = said(/^(?:session )?date$/i)?.slice(0, 10) ?? '';
  const stage = said(/^(?:stage|phase)$/i)
    ?.trim()
    .toLowerCase();
  return {
    transcript,
    session: wholeNumber(said(/^session(?: (?:no\.?|number))?$/i)),
    date: isDate(date) ? date : null,
    stage: stages.find((each) => each === stage) ?? null,
    duration: duration(said(/^duration(?: \(minutes\))?$/i)),
    scores: scoresIn(values),
  };
}

const stages: readonly Stage[] = ['establishing', 'developing', 'maintaining'];

function scoresIn(values: readonly (readonly [string, string])[]): Record<string, Record<string, number>> {
  const scores: Record<string, Record<string, number>> = {};
  for (const [name, value] of values) {
    const [, rater, measure] = /^Score: ([^,]+), (.+)$/.exec(name) ?? [];
    const score = Number(value);
    if (rater === undefined || measure === undefined || value.trim() === '' || Number.isNaN(score)) continue;
    scores[rater] = { ...scores[rater], [measure]: score };
  }
  return scores;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

function duration(text: string | null): number | null {
  const minutes = Number(text?.trim() || Number.NaN);
  return minutes > 0 && minutes <= 1440 ? minutes : null;
}

function textOf(values: readonly QdaValue[], { variables }: QdaProject): string {
  const named = variables.find(({ name }) => /^case$/i.test(name.trim()));
  return values.find(({ variable }) => variable === named?.guid)?.value.trim() ?? '';
}
