import type { ExportedStudy } from '../exported';
import type { CodedSession } from './codedSessions';
import { measuresOf, scoreOf } from './studyColumns';
import type { Column } from './table';

/** What stands for no value in tables for SPSS (domain 2.4). */
export const missingValue = -99;

/** Where there can be no value: a rating that does not apply, how long it took to answer ruptures that were not there. */
export const notApplicable = -88;

/** The same columns with a number where there is no number. */
export function withMissing<Row>(columns: readonly Column<Row>[]): Column<Row>[] {
  return columns.map((column) =>
    column.type === 'text' ? column : { ...column, cell: (row) => column.cell(row) ?? missingValue },
  );
}

/** How many values that people gave would be taken for missing. */
export function takenForMissing(study: ExportedStudy, coded: readonly CodedSession[]): number {
  const scores = study.sessions.flatMap(({ facts }) =>
    measuresOf(study).map((measured) => scoreOf(facts, measured)),
  );
  const ratings = coded.flatMap(({ trajectory }) => Object.values(trajectory.ratings));
  return [...scores, ...ratings].filter((value) => value === missingValue || value === notApplicable).length;
}
