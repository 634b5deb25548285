import assert from 'node:assert/strict';
import type { CaseState } from '../../src/panel/case/messages';
import { caseNamed, caseNames, pages, type CaseName } from './caseStates';
import { axeSource, type Look, type OpenPanel } from './harness';
import { lastSent, openings, texts } from './openings';
import { session } from './session';
import { themeNames } from './themes';

async function violations(panel: OpenPanel): Promise<readonly string[]> {
  if (!(await panel.page.evaluate(() => 'axe' in window))) await panel.page.evaluate(axeSource());
  return panel.page.evaluate(async () =>
    ((await window.axe?.run())?.violations ?? []).map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
    ),
  );
}

suite('panel: the page of a case', function () {
  this.timeout(60_000);
  const panels = openings();

  async function opened(look: Look = {}, name: CaseName = 'case'): Promise<[OpenPanel, CaseState]> {
    const panel = await panels.open(look);
    const state = await caseNamed(name);
    await panel.tell({ type: 'show', state, pages });
    await panel.forgetSent();
    return [panel, state];
  }

  const press = async (panel: OpenPanel, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await panel.page.keyboard.press(key);
  };

  test('shows every session as a column and a row, every measure as a strip, every figure with its n', async () => {
    const [panel, state] = await opened();
    assert.equal(await panel.page.locator('.column').count(), state.sessions.length);
    assert.equal(await panel.page.locator('.heat').count(), state.sessions.length);
    assert.deepEqual(await texts(panel, '.series .label'), [
      'Bond over the session',
      'wai',
      'PHQ-9',
      'ruptures',
      '',
    ]);
    assert.deepEqual(
      await texts(panel, '.figure .detail'),
      state.figures.map(({ detail }) => detail),
    );
    const names = await panel.page.locator('.column').evaluateAll((all) => all.map((one) => one.ariaLabel));
    assert.match(
      names[2] ?? '',
      /Session 3, 2026-03-16, developing\s+Bond over the session \(alice\) 2[^]*ruptures: 5/,
    );
    assert.equal(await panel.page.locator('.bar .confrontation').count(), 2);
    assert.equal(await panel.page.locator('.bar .hatch').count(), 2, 'told apart without colour');
  });

  test('is walked and acted on by keyboard alone', async () => {
    const [panel] = await opened();
    await press(panel, 'Tab');
    assert.equal(await panel.focus(), 'tab:case');
    await press(panel, 'ArrowLeft');
    assert.equal(await panel.focus(), 'tab:session');
    await press(panel, 'Enter');
    assert.deepEqual(await lastSent(panel), { type: 'turnTo', page: 'session' });
    await panel.page.locator('[data-key="session:c1/s1.transcript"]').focus();
    await press(panel, 'ArrowRight', 'ArrowRight');
    assert.equal(await panel.focus(), 'session:c1/s3.transcript');
    assert.match((await texts(panel, '.tip'))[0] ?? '', /^Session 3.*wai \(client\) 3\.6/);
    await press(panel, 'Enter');
    assert.deepEqual(await lastSent(panel), { type: 'openSession', session: 'c1/s3.transcript' });
    await press(panel, 'End');
    assert.equal(await panel.focus(), 'session:c1/s5.transcript');
    await panel.page.locator('[data-key="heat:c1/s1.transcript"]').focus();
    await press(panel, 'ArrowDown', 'Space');
    assert.deepEqual(await lastSent(panel), { type: 'openSession', session: 'c1/s2.transcript' });
    await panel.page.locator('[data-key="editDetectors"]').focus();
    await press(panel, 'Enter');
    assert.deepEqual(await lastSent(panel), { type: 'editDetectors' });
  });

  test('turns back to the session with the focus where it was', async () => {
    const [panel] = await opened();
    await press(panel, 'Tab', 'ArrowLeft');
    await panel.tell({ type: 'show', state: session, pages: { ...pages, shown: 'session' } });
    assert.equal(await panel.focus(), 'tab:session');
    assert.equal(await panel.page.locator('.mark').count(), session.marks.length);
    const chosen = await panel.page
      .locator('[role=tab]')
      .evaluateAll((all) => all.map((one) => one.ariaSelected));
    assert.deepEqual(chosen, ['true', 'false']);
  });

  test('places sessions by number or by days, and remembers which', async () => {
    const [panel, state] = await opened();
    const places = async (): Promise<number[]> => {
      const all = panel.page.locator('.series.self-report .second .point');
      return all.evaluateAll((points) => points.map((point) => Number(point.getAttribute('cx'))));
    };
    const [, second = 0, third = 0, last = 0] = await places();
    assert.ok(Math.abs((last - third) / (third - second) - 2) < 0.05, 'one number is missing');
    await panel.page.locator('[data-key="axis:day"]').click();
    const [, secondDay = 0, thirdDay = 0, lastDay = 0] = await places();
    assert.ok(Math.abs((lastDay - thirdDay) / (thirdDay - secondDay) - 5) < 0.05, 'five weeks');
    await panel.page.reload();
    await panel.tell({ type: 'show', state, pages });
    assert.equal(await panel.page.locator('[data-key="axis:day"]').getAttribute('aria-pressed'), 'true');
  });

  test('has every value in tables', async () => {
    const [panel, state] = await opened();
    await panel.page.locator('[data-key="toggle"]').click();
    assert.equal(await panel.page.locator('.case-picture').count(), 0);
    const cells = await texts(panel, '.tables td, .tables tbody th');
    assert.deepEqual(
      cells,
      state.tables.flatMap(({ rows }) => rows.flat()),
    );
  });

  for (const theme of themeNames) {
    test(`axe finds nothing, narrow and wide, as picture and as table: ${theme}`, async () => {
      const [panel] = await opened({ theme });
      await panel.page
        .locator('summary')
        .evaluateAll((all) => all.forEach((one) => one instanceof HTMLElement && one.click()));
      for (const width of [300, 1600]) {
        await panel.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await violations(panel), [], `picture at ${width}`);
        await panel.page.locator('[data-key="toggle"]').click();
        assert.deepEqual(await violations(panel), [], `tables at ${width}`);
        await panel.page.locator('[data-key="toggle"]').click();
      }
    });
  }

  test('never scrolls sideways and never shows what is not a number, whatever the data', async () => {
    for (const name of caseNames) {
      for (const fontSize of [13, 26]) {
        const [panel] = await opened({ fontSize }, name);
        for (const width of [240, 300, 1600]) {
          await panel.page.setViewportSize({ width, height: 900 });
          const over = await panel.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(over, 0, `${name} at ${width}, type ${fontSize}`);
        }
        const all = await panel.page.locator('main').evaluate((main) => main.innerHTML);
        assert.doesNotMatch(all, /NaN|undefined|Infinity/, name);
        assert.deepEqual(name === 'orderless' ? [] : await violations(panel), [], name);
      }
    }
  });

  test('where no session has a place, the tables stand in the picture’s stead, with the reason', async () => {
    const [panel, state] = await opened({}, 'orderless');
    assert.equal(await panel.page.locator('.case-picture').count(), 0);
    assert.equal(await panel.page.locator('.tables .values').count(), 2);
    assert.match((await texts(panel, '.problems'))[0] ?? '', /No session has a number or a date/);
    assert.equal(await panel.page.locator('.heat').count(), state.sessions.length);
  });

  test('stays legible where the system forces its colours', async () => {
    const [panel] = await opened({ forcedColors: true });
    assert.deepEqual(await violations(panel), []);
  });
});
