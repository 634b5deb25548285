import { compareText } from '../../compareText';
import type { SessionFacts, StudyCase } from '../../study/types';
import type { ExportedSession, ExportedStudy } from '../exported';
import type { Column, VariableNames } from './table';

/** A row about a session, or a part of it. */
export interface OfSession {
  readonly session: Pick<ExportedSession, 'path' | 'facts'>;
}

const stages = ['establishing', 'developing', 'maintaining'] as const;

/** Each stage with the number it has in tables of numbers. */
export const stageNumbers = stages.map((stage, index) => [index + 1, stage] as const);

export function stageNumber({ stage }: SessionFacts): number | null {
  return stage === null ? null : stages.indexOf(stage) + 1;
}

export const caseColumn: Column<OfSession> = {
  name: 'case',
  label: 'Case',
  type: 'text',
  cell: ({ session }) => session.facts.case,
};

export const sessionColumn: Column<OfSession> = {
  name: 'session',
  label: 'Number of the session in its case',
  type: 'integer',
  cell: ({ session }) => session.facts.session,
};

export const transcriptColumn: Column<OfSession> = {
  name: 'transcript',
  label: 'Transcript, from the folder of the study',
  type: 'text',
  cell: ({ session }) => session.path,
};

/** Days since the first session of the case that has a date. */
export function dayColumn(study: ExportedStudy): Column<OfSession> {
  const first = new Map<string | null, number>();
  const dated = [
    ...(study.study?.sessions ?? []),
    ...[...study.sessions, ...(study.around ?? [])].map(({ facts }) => facts),
  ];
  for (const each of dated) {
    const day = dayOf(each.date);
    if (day !== null) first.set(each.case, Math.min(day, first.get(each.case) ?? day));
  }
  return {
    name: 'day',
    label: 'Days since the first session of the case',
    type: 'integer',
    unit: 'days',
    cell: ({ session: { facts } }) => {
      const day = dayOf(facts.date);
      return day === null ? null : day - (first.get(facts.case) ?? day);
    },
  };
}

const day = 24 * 60 * 60 * 1000;

function dayOf(date: string | null): number | null {
  const time = Date.parse(`${date ?? ''}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / day;
}

/** Therapist and condition of the case, where the study names any. */
export function groupColumns(study: ExportedStudy, names: VariableNames): Column<OfSession>[] {
  const said = study.study?.cases ?? new Map<string, StudyCase>();
  const wanted = [
    ['therapist', 'Therapist of the case'],
    ['condition', 'Condition of the case'],
  ] as const;
  return wanted.flatMap(([key, label]) => {
    const isSaid = study.sessions.some(({ facts }) => (said.get(facts.case ?? '')?.[key] ?? null) !== null);
    if (!isSaid) return [];
    const cell = ({ session }: OfSession): string | null => said.get(session.facts.case ?? '')?.[key] ?? null;
    return [{ name: names.of(key), label, type: 'text', cell }];
  });
}

/** A score as sessions have it. */
export interface Measured {
  readonly rater: string;
  readonly measure: string;
  readonly label: string;
}

/** Every score that a session of the export has, by rater and measure. */
export function measuresOf({ sessions, study }: ExportedStudy): Measured[] {
  const keys = new Map<string, Measured>();
  for (const { facts } of sessions) {
    for (const [rater, scores] of Object.entries(facts.scores)) {
      for (const measure of Object.keys(scores)) {
        const kind = study?.measures[measure]?.kind;
        const better = study?.measures[measure]?.better;
        const more = [kind, better && `${better} is better`].filter(Boolean).join(', ');
        const label = `${measure}, as the ${rater} rated it${more === '' ? '' : ` (${more})`}`;
        keys.set(`${rater}\n${measure}`, { rater, measure, label });
      }
    }
  }
  return [...keys].sort(([a], [b]) => compareText(a, b)).map(([, measured]) => measured);
}

export function scoreOf({ scores }: SessionFacts, { rater, measure }: Measured): number | null {
  const given = Object.hasOwn(scores, rater) ? scores[rater] : undefined;
  return given && Object.hasOwn(given, measure) ? (given[measure] ?? null) : null;
}

/** What questionnaires gave for the session, a column each. */
export function scoreColumns(study: ExportedStudy, names: VariableNames): Column<OfSession>[] {
  return measuresOf(study).map((measured) => ({
    name: names.of(`${measured.rater}_${measured.measure}`),
    label: measured.label,
    type: 'number',
    cell: ({ session }) => scoreOf(session.facts, measured),
  }));
}
