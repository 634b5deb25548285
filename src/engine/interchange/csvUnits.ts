import { unclearCode } from '../agreement/units';
import { codeFor } from '../codebook/keys';
import type { Code } from '../codebook/types';
import { codedSessions, type CodedSession } from './tables/codedSessions';
import type { Export, ExportedSession, ExportedStudy } from './exported';
import type { Loss } from './losses';
import { manifestOf } from './tables/manifest';
import { unitsScript } from './tables/scriptR';
import { unitsOf, type SessionUnits, type Unit, type UnitKind } from './tables/sessionUnits';
import { caseColumn, sessionColumn, transcriptColumn } from './tables/studyColumns';
import { companion, csvOfTable, dictionaryOf } from './tables/table';
import type { Column, TableOptions } from './tables/table';
import { counted, sharedLosses, sum } from './tables/tableLosses';

export interface UnitsOptions extends TableOptions {
  /** Without it, what the study says; turns where it says nothing. */
  readonly unit?: UnitKind;
}

/** A unit and a code: a row. */
interface UnitRow {
  readonly session: ExportedSession;
  readonly units: SessionUnits;
  readonly unit: Unit;
  readonly code: Code;
}

/**
 * One row for each unit and code, with 0 or 1 for every coder, and nothing where they did not judge the unit (domain 2.4). Codes
 * are those that anybody used; a code that belongs to one role has rows for that role's turns only. Units that nobody judged
 * have no row.
 */
export function csvUnits(study: ExportedStudy, options: UnitsOptions): Export {
  const coded = codedSessions(study);
  const kind = options.unit ?? (study.study?.unit === 'segment' ? 'segment' : 'turn');
  const sessions = study.sessions.map((session) => {
    const [first, ...more] = coded.filter((each) => each.session === session);
    const backChannels = study.study?.backChannels ?? false;
    return { session, units: first ? unitsOf([first, ...more], kind, backChannels) : null };
  });
  const coders = [...new Set(coded.map(({ coding }) => coding.coder))].sort();
  const used = usedCodes(coded, kind);
  const rows = sessions.flatMap(({ session, units }) => (units ? rowsOf(session, units, used, coders) : []));
  const table = { about: 'one row for each unit and code', columns: columnsOf(coders, kind, rows), rows };
  const units = sessions.flatMap((each) => each.units ?? []);
  const losses = [...sharedLosses(study, coded, options), ...unitLosses(units)];
  const { name } = options;
  const names = table.columns.slice(fixedNames.length).map((column) => column.name);
  return {
    files: [
      { name, content: csvOfTable(table) },
      { name: companion(name, 'dictionary.csv'), content: dictionaryOf({ [name]: table.columns }) },
      {
        name: companion(name, 'manifest.json'),
        content: manifestOf('csv-units', study, options, losses, { unit: kind }),
      },
      { name: companion(name, 'read.R'), content: unitsScript(table, options, names) },
    ],
    losses,
  };
}

function usedCodes(coded: readonly CodedSession[], kind: UnitKind): ReadonlySet<string> {
  const ids = coded.flatMap(({ session, annotations }) =>
    annotations.flatMap(({ code }) => codeFor(session.codebook, code)?.id ?? []),
  );
  return new Set(ids.filter((id) => kind === 'segment' || id !== unclearCode));
}

function rowsOf(
  session: ExportedSession,
  units: SessionUnits,
  used: ReadonlySet<string>,
  coders: readonly string[],
): UnitRow[] {
  const codes = [...session.codebook.codes.values()].filter(({ id }) => used.has(id));
  return units.units
    .filter((unit) => coders.some((coder) => unit.isJudgedBy(coder)))
    .flatMap((unit) =>
      codes.filter((code) => isExpected(code, unit)).map((code) => ({ session, units, unit, code })),
    );
}

function isExpected({ speaker }: Code, { role }: Unit): boolean {
  return role === null || speaker === null || speaker === 'dyad' || speaker === role;
}

const fixedNames = ['case', 'session', 'transcript', 'unit_kind', 'unit', 'role', 'code'];

function columnsOf(coders: readonly string[], kind: UnitKind, rows: readonly UnitRow[]): Column<UnitRow>[] {
  const codes = new Map(rows.map(({ code }) => [code.id, code.label]));
  return [
    caseColumn,
    sessionColumn,
    transcriptColumn,
    { name: 'unit_kind', label: 'What a unit is', type: 'text', cell: () => kind },
    {
      name: 'unit',
      label: `Number of the ${kind}, from 1`,
      type: 'integer',
      cell: ({ unit }) => unit.number,
    },
    { name: 'role', label: 'Who speaks; empty for segments', type: 'text', cell: ({ unit }) => unit.role },
    { name: 'code', label: 'Code', type: 'text', values: [...codes], cell: ({ code }) => code.id },
    ...coders.map((coder): Column<UnitRow> => ({
      // A coder's id stands as it is, since people look for it, unless a column has that name.
      name: fixedNames.includes(coder) ? `coder_${coder}` : coder,
      label: `Whether ${coder} used the code in the unit; empty where ${coder} did not judge it`,
      type: 'integer',
      values: [
        [0, 'no'],
        [1, 'yes'],
      ],
      cell: ({ units, unit, code }) =>
        unit.isJudgedBy(coder) ? Number(units.isUsed(coder, code.id, unit)) : null,
    })),
  ];
}

function unitLosses(sessions: readonly SessionUnits[]): Loss[] {
  const leftOut = sessions.flatMap((units) => units.leftOut);
  const reasons = ['other-role', 'back-channels', 'not-judged'] as const;
  return [
    ...reasons.flatMap((reason) => counted(reason, leftOut.filter((each) => each === reason).length)),
    ...counted('unclear-turns', sum(sessions.map(({ unclear }) => unclear))),
  ];
}
