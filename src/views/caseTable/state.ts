import type { CaseSummary, Series } from '../../engine/trajectory/caseTypes';
import type {
  CaseColumn,
  CaseColumnId,
  CaseTableNotice,
  ShownCaseTable,
} from '../../panel/case-table/messages';
import { sayOfCases, type CaseTableMessage, type SayOfCases } from '../../words/caseTable';
import type { Translate } from '../../words/faults';
import type { Standing } from '../../store/members';
import { cellsOf, columns } from './cells';
import { groupOf, scalesOf } from './sparks';
import type { TabledCase } from './types';

/** What the coder's codings make of the case; null where nobody's may be seen. */
export function summaryOf({ trajectory, coder }: TabledCase): CaseSummary | null {
  return trajectory?.summaries.find((each) => each.coder === coder?.id) ?? null;
}

/** Everything the table of cases draws. */
export function caseTable(tabled: readonly TabledCase[], translate: Translate): ShownCaseTable {
  const say = sayOfCases(translate);
  const rows = tabled.map((one) => ({ tabled: one, summary: summaryOf(one), series: allianceOf(one) }));
  const scales = scalesOf(
    rows.flatMap(({ series, tabled: { trajectory } }) =>
      series && trajectory ? [{ series, placing: trajectory.axis.kind }] : [],
    ),
  );
  return {
    kind: 'table',
    notes: notesOf(tabled, say),
    columns: columns.map((id) => columnOf(id, say)),
    rows: rows.map((row) => ({
      case: row.tabled.case,
      cells: cellsOf({ ...row, scales, say, translate }),
    })),
    strings: {
      caption: say('caption'),
      export: say('exportCsv'),
      keyboard: say('keyboard'),
      ascending: say('ascending'),
      descending: say('descending'),
      unsorted: say('unsorted'),
    },
  };
}

function allianceOf(tabled: TabledCase): Series | null {
  const named = summaryOf(tabled)?.alliance;
  const found = tabled.trajectory?.series.find(
    ({ name, source, kind }) => name === named?.name && source === named.source && kind === named.kind,
  );
  return found ?? null;
}

const numeric: ReadonlySet<CaseColumnId> = new Set([
  'sessions',
  'level',
  'trend',
  'ruptures',
  'resolved',
  'open',
]);

function columnOf(id: CaseColumnId, say: SayOfCases): CaseColumn {
  return { id, label: say(id), title: say(`${id}Title`), numeric: numeric.has(id) };
}

/** How much there is, and what of it is in no figure. */
function notesOf(tabled: readonly TabledCase[], say: SayOfCases): ShownCaseTable['notes'] {
  const members = tabled.flatMap((one) => one.members);
  const standing = (of: Standing): number => members.filter((each) => each.standing === of).length;
  const coded = standing('coded');
  const sessions = tabled.reduce((sum, one) => sum + one.sessions, 0);
  const hidden = tabled.reduce((sum, one) => sum + one.hidden, 0);
  const unseen = tabled.filter(({ trajectory }) => trajectory === null).length;
  const measures = new Set(tabled.flatMap((one) => summaryOf(one)?.alliance ?? []).map(groupOf));
  const note = (count: number, text: CaseTableMessage, title: CaseTableMessage | null) =>
    count === 0 ? [] : [{ text: say(text, { count }), title: title ? say(title) : '', warning: true }];
  const all = say('counted', { cases: tabled.length, sessions, coded });
  return [
    { text: all, title: '', warning: false },
    ...note(coded === 0 ? 1 : 0, 'nothingNote', 'nothingText'),
    ...note(hidden, 'hiddenNote', 'hiddenText'),
    ...note(coded === 0 ? 0 : unseen, 'unseenNote', null),
    ...note(standing('text-changed'), 'changedNote', 'changedText'),
    ...note(standing('missing'), 'missingNote', null),
    ...note(measures.size > 1 ? 1 : 0, 'severalNote', 'severalText'),
  ];
}

/** Where there is no table. */
export function tableNotice(
  title: CaseTableMessage,
  text: string,
  rest: Partial<Pick<CaseTableNotice, 'progress' | 'action'>>,
  say: SayOfCases,
): CaseTableNotice {
  return { kind: 'notice', title: say(title), text, progress: null, action: null, ...rest };
}
