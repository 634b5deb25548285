import { byCase } from '../../study/studyOrder';
import type { CodedSession } from './codedSessions';
import { compareText } from '../../compareText';
import type { ExportedSession, ExportedStudy } from '../exported';
import { missingValue, notApplicable, withMissing } from './missingValues';
import { ratingIn, ratingsOf } from './sessionRatings';
import { groupColumns, measuresOf, scoreOf } from './studyColumns';
import { VariableNames, type Column, type Table } from './table';

/** A case as one person coded it; without coder where nobody did. */
interface CaseRow {
  /** Any of its sessions. */
  readonly session: ExportedSession;
  readonly coder: string | null;
  /** By their numbers; of two with one number, the first. */
  readonly sessions: ReadonlyMap<number, ExportedSession>;
  readonly coded: ReadonlyMap<number, CodedSession>;
}

/** One row for each case and coder, what was rated and measured in each session side by side: `bond_s01`, `bond_s02`, … */
export function casesTable(study: ExportedStudy, coded: readonly CodedSession[]): Table<CaseRow> {
  const rows = rowsOf(study, coded);
  const numbers = [...new Set(rows.flatMap(({ sessions }) => [...sessions.keys()]))].sort((a, b) => a - b);
  const names = new VariableNames(['case', 'coder']);
  const columns: Column<CaseRow>[] = [
    { name: 'case', label: 'Case', type: 'text', cell: ({ session }) => session.facts.case },
    { name: 'coder', label: 'Who coded', type: 'text', cell: ({ coder }) => coder },
    ...groupColumns(study, names),
    ...ratingColumns(study, coded, numbers, names),
    ...scoreColumns(study, numbers, names),
  ];
  return {
    about: 'one row for each case and coder',
    columns: withMissing(columns),
    rows,
    missing: [missingValue, notApplicable],
  };
}

/** Sessions that have no number of their own in their case. */
export function unnumberedSessions({ sessions }: ExportedStudy): number {
  const numbered = sessions.flatMap(({ facts }) =>
    facts.session === null ? [] : [`${facts.session} ${facts.case ?? ''}`],
  );
  return sessions.length - new Set(numbered).size;
}

function rowsOf({ sessions }: ExportedStudy, coded: readonly CodedSession[]): CaseRow[] {
  return [...byCase(sessions).values()].flatMap((ofCase) => {
    const [session] = ofCase;
    if (!session) return [];
    const byNumber = firstByNumber(ofCase, (each) => each.facts.session);
    const own = coded.filter((each) => ofCase.includes(each.session));
    const coders = [...new Set(own.map(({ coding }) => coding.coder))].sort(compareText);
    const rows = coders.map((coder): CaseRow => {
      const ofCoder = own.filter(({ coding }) => coding.coder === coder);
      const numbered = firstByNumber(ofCoder, (each) => each.session.facts.session);
      return { session, coder, sessions: byNumber, coded: numbered };
    });
    return rows.length > 0 ? rows : [{ session, coder: null, sessions: byNumber, coded: new Map() }];
  });
}

function firstByNumber<T>(all: readonly T[], numberOf: (one: T) => number | null): Map<number, T> {
  const found = new Map<number, T>();
  for (const one of all) {
    const number = numberOf(one);
    if (number !== null && !found.has(number)) found.set(number, one);
  }
  return found;
}

function ratingColumns(
  study: ExportedStudy,
  coded: readonly CodedSession[],
  numbers: readonly number[],
  names: VariableNames,
): Column<CaseRow>[] {
  return ratingsOf(study, coded)
    .filter(({ id }) => coded.some((each) => ratingIn(each, id) !== null))
    .flatMap(({ id, label, values }) =>
      numbers.map((number): Column<CaseRow> => ({
        name: names.of(`${id}_${suffix(number)}`),
        label: `${label}, session ${number}`,
        type: 'number',
        ...(values ? { values } : {}),
        cell: (row) => {
          const one = row.coded.get(number);
          return one ? ratingIn(one, id) : row.sessions.has(number) ? null : notApplicable;
        },
      })),
    );
}

function scoreColumns(
  study: ExportedStudy,
  numbers: readonly number[],
  names: VariableNames,
): Column<CaseRow>[] {
  return measuresOf(study).flatMap((measured) =>
    numbers.map((number): Column<CaseRow> => ({
      name: names.of(`${measured.rater}_${measured.measure}_${suffix(number)}`),
      label: `${measured.label}, session ${number}`,
      type: 'number',
      cell: ({ sessions }) => {
        const one = sessions.get(number);
        return one ? scoreOf(one.facts, measured) : notApplicable;
      },
    })),
  );
}

function suffix(number: number): string {
  return `s${String(number).padStart(2, '0')}`;
}
