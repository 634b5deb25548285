import * as assert from 'node:assert/strict';
import { parse } from 'papaparse';
import { formulas } from '../attacks/strings';
import { tableCsv, type TableName } from '../../src/engine/trajectory/tables';
import { annotation } from '../unit/builders';
import { trajectory } from './trajectories';

const worked = trajectory({
  annotations: [
    annotation('k1abcdef', 'rupture.withdrawal', 4),
    annotation('m2abcdef', 'repair', 7),
    annotation('n3abcdef', 'bond', 9),
  ],
  episodes: [{ id: 'x1abcdef', ruptures: ['k1abcdef'], repairs: ['m2abcdef'], resolution: 4 }],
});

function rowsOf(name: TableName): Record<string, string>[] {
  return parse<Record<string, string>>(tableCsv(worked, name).trimEnd(), { header: true }).data;
}

suite('tables of a trajectory', () => {
  test('say in every row which session it is and whose coding', () => {
    for (const name of ['annotations', 'segments', 'episodes', 'figures'] as const) {
      for (const row of rowsOf(name)) {
        assert.deepEqual([row['transcript'], row['coder']], [worked.transcript, worked.coder]);
      }
    }
  });

  test('hold a row for each annotation, segment, episode and figure', () => {
    assert.deepEqual(
      rowsOf('annotations').map(({ id, turn, seconds, family }) => [id, turn, seconds, family]),
      [
        ['k1abcdef', '4', '180', 'rupture'],
        ['m2abcdef', '7', '360', 'repair'],
        ['n3abcdef', '9', '480', 'bond'],
      ],
    );
    const [episode, ...others] = rowsOf('episodes');
    assert.equal(others.length, 0);
    assert.deepEqual(
      [episode?.['state'], episode?.['onset_turn'], episode?.['latency_turns'], episode?.['open_at_end']],
      ['resolved', '4', '3', 'false'],
    );
    assert.deepEqual(
      rowsOf('segments').map((row) => [row['start_seconds'], row['end_seconds'], row['rupture_n']]),
      [
        ['0', '300', '1'],
        ['300', '600', '0'],
      ],
    );
    const ruptures = rowsOf('figures').find(({ figure }) => figure === 'ruptures');
    assert.deepEqual([ruptures?.['value'], ruptures?.['n']], ['1', '1']);
    assert.ok(rowsOf('figures').some(({ figure }) => figure === 'family_bond'));
  });

  test('hold no formula that a spreadsheet would reckon', () => {
    for (const formula of formulas) {
      const line = tableCsv({ ...worked, case: formula }, 'figures').split('\n')[1] ?? '';
      assert.match(line, /^"?'[=+@\t]/, formula);
    }
  });
});
