import assert from 'node:assert/strict';
import { parse } from 'papaparse';
import { formulas } from '../attacks/strings';
import { caseTableCsv, type CaseTableName } from '../../src/engine/trajectory/caseTables';
import { writtenCase } from '../../src/views/trajectory/written';
import { fourSessions, reckoned, shown } from './caseMembers';

async function rowsOf(name: CaseTableName): Promise<Record<string, string>[]> {
  const { trajectory } = await reckoned(fourSessions);
  return parse<Record<string, string>>(caseTableCsv(trajectory, name).trimEnd(), { header: true }).data;
}

suite('tables of a case', () => {
  test('hold a row for each coded session, with its counts, ratings and scores', async () => {
    const rows = await rowsOf('sessions');
    assert.deepEqual(
      rows.map((row) =>
        ['case', 'session', 'date', 'ruptures', 'resolved', 'r_bond', 'client_wai', 'therapist_wai'].map(
          (field) => row[field],
        ),
      ),
      [
        ['C1', '1', '2026-03-02', '2', '1', '5', '4.8', '5'],
        ['C1', '2', '2026-03-09', '0', '0', '5', '5.3', '5.2'],
        ['C1', '3', '2026-03-16', '5', '1', '2', '3.6', '5.4'],
      ],
    );
  });

  test('hold every value of every measure, those of sessions nobody coded too', async () => {
    const { trajectory } = await reckoned(fourSessions);
    const rows = await rowsOf('series');
    const points = trajectory.series.flatMap((series) => series.points);
    assert.equal(rows.length, points.length);
    const wai = rows.filter(({ series, source }) => series === 'wai' && source === 'client');
    assert.deepEqual(
      wai.map(({ session, x, value, lagged }) => [session, x, value, lagged]),
      [
        ['1', '1', '4.8', ''],
        ['2', '2', '5.3', '4.8'],
        ['3', '3', '3.6', '5.3'],
        ['5', '5', '5.9', ''],
      ],
    );
  });

  test('hold ten parts of each session, as the heat map does', async () => {
    const rows = await rowsOf('tenths');
    assert.equal(rows.length, 30);
    const third = rows.filter(({ session }) => session === '3');
    assert.deepEqual(
      third.map(({ tenth, rupture_impact: impact, rupture_n: n }) => `${tenth}: ${impact} (${n})`),
      ['1:  (0)', '2: 2 (2)', '3:  (0)', '4: 3 (1)', '5:  (0)', '6: 4 (1)', '7:  (0)', '8: 5 (1)'].concat([
        '9:  (0)',
        '10:  (0)',
      ]),
    );
  });

  test('name every method with its parameters, what it found, and why it says nothing', async () => {
    const { trajectory } = await reckoned(fourSessions);
    const rows = await rowsOf('detectors');
    assert.deepEqual(
      new Set(rows.map(({ detector }) => detector)),
      new Set(trajectory.detectors.map(({ detector }) => detector)),
    );
    for (const { parameters = '' } of rows) assert.equal(typeof JSON.parse(parameters), 'object');
    const drop = rows.find(({ detector, finding }) => detector === 'rci-drop' && finding !== '');
    assert.match(drop?.['finding'] ?? '', /"kind":"drop"/);
    assert.ok(rows.some(({ undefined: reason, finding }) => reason !== '' && finding === ''));
  });

  test('hold no formula that a spreadsheet would reckon', async () => {
    const { trajectory } = await reckoned(fourSessions);
    for (const formula of formulas) {
      const line = caseTableCsv({ ...trajectory, case: formula }, 'sessions').split('\n')[1] ?? '';
      assert.match(line, /^"?'[=+@\t]/, formula);
    }
  });
});

suite('the page of a case in plain text', () => {
  test('has whose coding it is, the sentences, every figure with its n, every method with its parameters', async () => {
    const state = await shown(fourSessions);
    const text = writtenCase(state);
    assert.match(text, /^C1 · 4 sessions · Alice M\./);
    assert.match(text, /^ruptures: 7 \(n 3\)$/m);
    for (const { name, parameters } of state.detectors)
      assert.ok(text.includes(`${name} (${parameters})`), name);
    assert.match(text, /^- wai \(.*\): worse from session 2 to session 3 by 1\.70/m);
  });
});
