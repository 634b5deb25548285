import assert from 'node:assert/strict';
import { csvRows } from '../../src/engine/csv';
import { casesCsv } from '../../src/engine/trajectory/casesCsv';
import {
  toCaseTable,
  type CaseCell,
  type CaseColumnId,
  type ShownCaseTable,
} from '../../src/panel/case-table/messages';
import { inOrder, nextOrder } from '../../src/panel/case-table/order';
import { CaseReckoner } from '../../src/views/case/reckoner';
import { reckonStudy } from '../../src/views/caseTable/reckon';
import { summaryOf } from '../../src/views/caseTable/state';
import { fourSessions, reckoned } from './caseMembers';
import { caseLike, longCase, someCases, studyOf, tabledOf, tableOf } from './caseTables';

function cell({ rows }: ShownCaseTable, name: string | null, column: CaseColumnId): CaseCell {
  const row = rows.find((each) => each.case === name) ?? assert.fail(`a row of ${name}`);
  return row.cells.find((each) => each.column === column) ?? assert.fail(column);
}

const words = (table: ShownCaseTable, name: string, ...columns: CaseColumnId[]): string[] =>
  columns.map((column) => {
    const { text, detail } = cell(table, name, column);
    return detail === '' ? text : `${text} (${detail})`;
  });

const notes = ({ notes: all }: ShownCaseTable): string[] => all.map(({ text }) => text);

const namesBy = ({ rows }: ShownCaseTable, column: CaseColumnId, down: boolean): (string | null)[] =>
  inOrder(rows, { column, down }).map((row) => row.case);

suite('the table of cases', () => {
  test('has a row for each case, in the study’s order, and a cell for each column', async () => {
    const table = await someCases();
    toCaseTable.parse({ type: 'show', state: table });
    assert.deepEqual(
      table.rows.map((row) => row.case),
      ['C1', 'C2', 'C3', 'C10', 'C4'],
    );
    for (const row of table.rows)
      assert.deepEqual(
        row.cells.map(({ column }) => column),
        table.columns.map(({ id }) => id),
      );
    assert.doesNotMatch(JSON.stringify(table), /NaN|Infinity|undefined/);
  });

  test('says of each case what was coded, rated and measured, with n, unit and names', async () => {
    const table = await someCases();
    assert.deepEqual(
      words(table, 'C1', 'sessions', 'level', 'ruptures', 'resolved', 'open', 'state', 'coder'),
      ['3 / 4', '4.00 (n 3)', '7', '29 % (2 of 7)', '5', '○ unrepaired', 'Alice M.'],
    );
    assert.deepEqual(words(table, 'C1', 'outcome'), ['−8 (PHQ-9 17 → 9 · better)']);
    assert.deepEqual(words(table, 'C2', 'trend', 'state'), ['+0.21 (a session · growing)', '● repaired']);
    assert.equal(cell(table, 'C1', 'alliance').detail, 'Bond over the session · Alice M.');
    assert.equal(cell(table, 'C2', 'alliance').detail, 'wai · client');
    assert.match(cell(table, 'C1', 'sessions').title, /3 of 4\. not coded: 1/);
  });

  test('has the figures of the page of each case', async () => {
    const given = [...fourSessions, ...longCase('C2', 3, 0.2)];
    const [first] = await tabledOf(studyOf(given));
    const { trajectory } = await reckoned(given);
    assert.ok(first);
    assert.deepEqual(summaryOf(first), trajectory.summaries[0]);
    assert.deepEqual(first.trajectory?.series, trajectory.series);
  });

  test('keeps gaps in the lines, and one scale for all cases with a measure', async () => {
    const missing = caseLike('C2', () => ({ coding: {} }));
    const table = await tableOf([...caseLike('C5', () => ({ coding: {} })), ...missing]);
    const spark = cell(table, 'C5', 'alliance').spark ?? assert.fail('a line');
    assert.deepEqual(
      spark.runs.map((run) => run.map(([x]) => x)),
      [[1, 2, 3], [5]],
    );
    assert.deepEqual(spark.y, cell(table, 'C2', 'alliance').spark?.y);
    assert.match(cell(table, 'C5', 'alliance').title, /^wai · client: 4\.8 .* – 5\.9$/);
  });

  test('says why there is no value, and names a case without a coding', async () => {
    const table = await someCases();
    assert.deepEqual(words(table, 'C1', 'trend'), ['– (too few sessions)']);
    assert.deepEqual(words(table, 'C4', 'sessions', 'level'), ['0 / 3', '–']);
    const nothing = await tableOf([
      { path: 'C6/a.transcript', facts: { case: 'C6', session: null }, coding: {} },
    ]);
    assert.deepEqual(words(nothing, 'C6', 'level', 'trend', 'drops', 'resolved', 'outcome'), [
      '– (neither rated nor scored)',
      '– (neither rated nor scored)',
      '– (neither rated nor scored)',
      '– (no rupture)',
      '– (no outcome measure)',
    ]);
  });

  test('counts what is hidden, missing or left out', async () => {
    assert.deepEqual(notes(await someCases()), [
      'Cases: 5. Sessions: 43, of which coded: 39.',
      'Codings hidden: 5.',
      'Cases without a coding you may see: 1.',
      'The alliance is not measured alike in all cases.',
    ]);
    const [one, two, three] = fourSessions;
    const left = await tableOf([
      one ?? {},
      { ...two, coding: null, standing: 'text-changed' },
      { ...three, coding: null, standing: 'missing' },
    ]);
    assert.deepEqual(notes(left).slice(1), [
      'Sessions left out since their text has changed: 1.',
      'Sessions that the study file lists and that are not there: 1.',
    ]);
    const nothing = await tableOf([], [{ case: 'C1', coder: null, sessions: 2, hidden: 0 }]);
    assert.deepEqual(notes(nothing).slice(1), ['Nothing is coded yet that you may see.']);
  });

  test('sorts either way, with what has no value last and measures apart', async () => {
    const table = await someCases();
    assert.deepEqual(namesBy(table, 'case', false), ['C1', 'C2', 'C3', 'C4', 'C10']);
    assert.deepEqual(namesBy(table, 'ruptures', true), ['C1', 'C2', 'C3', 'C10', 'C4']);
    // wai of C2 and C10, bond of C1 and C3: as many, so by name.
    assert.deepEqual(namesBy(table, 'level', false), ['C1', 'C3', 'C10', 'C2', 'C4']);
    assert.deepEqual(namesBy(table, 'level', true), ['C3', 'C1', 'C2', 'C10', 'C4']);
    assert.deepEqual(namesBy(table, 'trend', true).slice(-2), ['C1', 'C4'], 'in the order of the study');
  });

  test('a head sorts up, then down, then not at all', () => {
    const up = nextOrder(null, 'level');
    const down = nextOrder(up, 'level');
    assert.deepEqual(
      [up, down],
      [
        { column: 'level', down: false },
        { column: 'level', down: true },
      ],
    );
    assert.equal(nextOrder(down, 'level'), null);
    assert.deepEqual(nextOrder(down, 'trend'), { column: 'trend', down: false });
  });

  test('is saved as a table of figures and reasons', async () => {
    const tabled = await tabledOf(
      studyOf(fourSessions, [{ case: '=C4', coder: null, sessions: 3, hidden: 5 }]),
    );
    const csv = casesCsv(tabled.map((one) => ({ ...one, summary: summaryOf(one) })));
    const [first, second] = csvRows(csv);
    assert.equal(first?.['level'], '4');
    assert.deepEqual(
      ['case', 'coder', 'coded', 'sessions', 'alliance', 'ruptures', 'state', 'outcome_change'].map(
        (name) => first?.[name],
      ),
      ['C1', 'alice', '3', '4', 'bond', '7', 'unrepaired', '-8'],
    );
    assert.equal(first?.['undefined'], 'slope: too-few-sessions; drops: too-few-sessions');
    assert.deepEqual([second?.['case'], second?.['coded'], second?.['undefined']], ['=C4', '0', 'no-coding']);
    assert.match(csv, /\n"'=C4",/);
  });

  test('tells how far it is, and stops where nobody waits any more', async () => {
    const study = studyOf(longCase('C2', 3, 0.2));
    const waiting = { isStale: () => true, progress: () => undefined };
    assert.equal(await reckonStudy(study, new CaseReckoner(), waiting), null);
  });
});
