import { casesTable, unnumberedSessions } from './tables/casesTable';
import { codedSessions, type CodedSession } from './tables/codedSessions';
import type { Export, ExportedStudy } from './exported';
import type { Loss } from './losses';
import { manifestOf } from './tables/manifest';
import { missingValue, notApplicable, takenForMissing, withMissing } from './tables/missingValues';
import { wideScript } from './tables/scriptR';
import { spssScript } from './tables/scriptSpss';
import { companion, csvOfTable, dictionaryOf, type Table, type TableOptions } from './tables/table';
import { counted, sharedLosses } from './tables/tableLosses';
import { wideColumns } from './tables/wideColumns';

/** What tells SPSS and spreadsheets that a file is UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * One row for each case, session and coder, for SPSS, and beside it one for each case and coder (domain 2.4). All figures are
 * those of the trajectory.
 */
export function csvWide(study: ExportedStudy, options: TableOptions): Export {
  const coded = codedSessions(study);
  const { name } = options;
  const [wide, cases] = [wideTable(study, coded), casesTable(study, coded)];
  const casesName = companion(name, 'cases.csv');
  const tables = { [name]: wide.columns, [casesName]: cases.columns };
  const losses = [...sharedLosses(study, coded, options), ...wideLosses(study, coded)];
  return {
    files: [
      { name, content: byteOrderMark + csvOfTable(wide) },
      { name: casesName, content: byteOrderMark + csvOfTable(cases) },
      { name: companion(name, 'dictionary.csv'), content: dictionaryOf(tables) },
      { name: companion(name, 'manifest.json'), content: manifestOf('csv-wide', study, options, losses) },
      { name: companion(name, 'read.R'), content: wideScript(wide, options) },
      { name: companion(name, 'read.sps'), content: spssScript(wide, options) },
      {
        name: companion(casesName, 'read.sps'),
        content: spssScript(cases, { ...options, name: casesName }),
      },
    ],
    losses,
  };
}

function wideTable(study: ExportedStudy, coded: readonly CodedSession[]): Table<CodedSession> {
  return {
    about: 'one row for each case, session and coder',
    columns: withMissing(wideColumns(study, coded)),
    rows: coded,
    missing: [missingValue, notApplicable],
  };
}

function wideLosses(study: ExportedStudy, coded: readonly CodedSession[]): Loss[] {
  const uncoded = study.sessions.filter((session) => !coded.some((each) => each.session === session));
  const segments = coded.flatMap(({ coding }) => coding.ratings.filter(({ scope }) => scope !== 'session'));
  return [
    ...counted('uncoded-sessions', uncoded.length),
    ...counted('unnumbered-sessions', unnumberedSessions(study)),
    ...counted('segment-ratings', segments.length),
    ...counted('missing-values', takenForMissing(study, coded)),
  ];
}
