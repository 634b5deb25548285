import assert from 'node:assert/strict';
import { markup } from '../attacks/strings';
import { fromCaseTable, type FromCaseTable, type ShownCaseTable } from '../../src/panel/case-table/messages';
import { manyCases, someCases, tableNotices } from '../figures/caseTables';
import { axeSource, type Look, type OpenPanel } from './harness';
import { openings, texts } from './openings';
import { themeNames } from './themes';

async function violations(panel: OpenPanel): Promise<readonly string[]> {
  if (!(await panel.page.evaluate(() => 'axe' in window))) await panel.page.evaluate(axeSource());
  return panel.page.evaluate(async () =>
    ((await window.axe?.run())?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
    ),
  );
}

async function lastSent(panel: OpenPanel): Promise<FromCaseTable | undefined> {
  return fromCaseTable.parse((await panel.page.evaluate(() => window.sent)).at(-1));
}

suite('panel: the table of cases', function () {
  this.timeout(60_000);
  const panels = openings();

  async function opened(look: Look = {}, state?: ShownCaseTable): Promise<[OpenPanel, ShownCaseTable]> {
    const panel = await panels.open({ width: 1600, ...look, root: 'alliance-case-table' });
    const shown = state ?? (await someCases());
    await panel.tellRaw({ type: 'show', state: shown });
    return [panel, shown];
  }

  const cases = (panel: OpenPanel): Promise<string[]> => texts(panel, 'tbody th .link');
  const head = (panel: OpenPanel, id: string) => panel.page.locator(`[data-key="head:${id}"]`);
  const sorts = (panel: OpenPanel): Promise<(string | null)[]> =>
    panel.page.locator('thead th').evaluateAll((all) => all.map((one) => one.ariaSort));

  test('has a real row for each case and a line for each that was measured', async () => {
    const [panel, state] = await opened();
    assert.deepEqual(await cases(panel), ['C1', 'C2', 'C3', 'C10', 'C4']);
    assert.equal(await panel.page.locator('tbody td, tbody th').count(), 5 * state.columns.length);
    assert.equal(await panel.page.locator('.spark').count(), 4);
    const label = await panel.page.locator('.spark').first().getAttribute('aria-label');
    assert.equal(label, 'Bond over the session · Alice M.: 5 5 2');
  });

  test('sorts by click, says so, and remembers how', async () => {
    const [panel, state] = await opened();
    await head(panel, 'ruptures').click();
    await head(panel, 'ruptures').click();
    assert.deepEqual(await cases(panel), ['C1', 'C2', 'C3', 'C10', 'C4']);
    await head(panel, 'level').click();
    assert.deepEqual(await cases(panel), ['C1', 'C3', 'C10', 'C2', 'C4']);
    assert.deepEqual(
      (await sorts(panel))
        .map((sort, index) => (sort === 'none' ? '' : `${state.columns[index]?.id} ${sort}`))
        .join(''),
      'level ascending',
    );
    assert.deepEqual(await texts(panel, '[role=status]'), ['Sorted by Level, ascending']);
    await panel.page.reload();
    await panel.tellRaw({ type: 'show', state });
    assert.deepEqual(await cases(panel), ['C1', 'C3', 'C10', 'C2', 'C4']);
  });

  test('is walked, sorted and opened by keyboard alone', async () => {
    const [panel] = await opened();
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await panel.page.keyboard.press(key);
    };
    await press('Tab', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    assert.equal(await panel.focus(), 'head:level');
    await press('Enter');
    assert.equal(await panel.focus(), 'head:level', 'the focus stays where it was');
    await press('Tab', 'ArrowDown');
    assert.equal(await panel.focus(), 'row:"C3"');
    await press('Enter');
    assert.deepEqual(await lastSent(panel), { type: 'openCase', case: 'C3' });
    await press('End', 'Tab', 'Enter');
    assert.deepEqual(await lastSent(panel), { type: 'export' });
  });

  test('a click anywhere in a row opens its case, and a head explains its method', async () => {
    const [panel] = await opened();
    await panel.page.locator('tbody tr').nth(1).locator('.trend').click();
    assert.deepEqual(await lastSent(panel), { type: 'openCase', case: 'C2' });
    await head(panel, 'drops').hover();
    assert.match((await texts(panel, '.tip'))[0] ?? '', /^Ruptures of the scores/);
  });

  test('the focus stays with its case while the figures change', async () => {
    const [panel, state] = await opened();
    await panel.page.locator('[data-key=\'row:"C3"\']').focus();
    await panel.tellRaw({ type: 'show', state: { ...state, rows: state.rows.toReversed() } });
    assert.equal(await panel.focus(), 'row:"C3"');
  });

  for (const theme of themeNames) {
    test(`axe finds nothing, narrow and wide: ${theme}`, async () => {
      const [panel, table] = await opened({ theme });
      for (const width of [300, 700, 1600]) {
        await panel.page.setViewportSize({ width, height: 900 });
        for (const state of [table, ...Object.values(tableNotices)]) {
          await panel.tellRaw({ type: 'show', state });
          assert.deepEqual(await violations(panel), [], `${state.kind} at ${width}`);
        }
      }
    });
  }

  test('never scrolls sideways, from 240 to 1600 pixels, at any size of type', async () => {
    for (const fontSize of [13, 26]) {
      const [panel] = await opened({ fontSize });
      for (const width of fontSize === 13 ? [240, 300, 600, 900, 1200, 1600] : [300, 1600]) {
        await panel.page.setViewportSize({ width, height: 900 });
        const over = await panel.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, `${width}, type ${fontSize}`);
      }
    }
  });

  test('says what is read and what to do where there is nothing', async () => {
    const [panel] = await opened();
    await panel.tellRaw({ type: 'show', state: tableNotices.reading });
    assert.equal(await panel.page.locator('progress').count(), 1);
    await panel.page.locator('[data-key=action]').click();
    assert.deepEqual(await lastSent(panel), { type: 'act', action: 'stop' });
    await panel.tellRaw({ type: 'show', state: tableNotices.empty });
    assert.deepEqual(await texts(panel, 'h2'), ['There is no session in this folder yet']);
    await panel.page.locator('[data-key=action]').click();
    assert.deepEqual(await lastSent(panel), { type: 'act', action: 'setUp' });
  });

  test('shows hostile names as they are', async () => {
    const [panel, state] = await opened();
    const name = `${markup.join(' ')}"]`;
    const rows = state.rows.map((row, index) => (index === 0 ? named(row, name) : row));
    await panel.tellRaw({ type: 'show', state: { ...state, rows } });
    assert.equal((await cases(panel))[0], name);
    await panel.page.locator('tbody tr').first().click();
    assert.deepEqual(await lastSent(panel), { type: 'openCase', case: name });
    assert.equal(await panel.page.evaluate(() => window.harmed), undefined);
  });

  test('draws sixty cases in one go', async () => {
    const [panel] = await opened({}, await manyCases());
    assert.equal((await cases(panel)).length, 60);
    await head(panel, 'outcome').click();
    assert.equal((await cases(panel)).length, 60);
  });
});

function named(row: ShownCaseTable['rows'][number], name: string): ShownCaseTable['rows'][number] {
  const cells = row.cells.map((cell) =>
    cell.column === 'case' ? { ...cell, text: name, value: name } : cell,
  );
  return { ...row, case: name, cells };
}
