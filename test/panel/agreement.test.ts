import assert from 'node:assert/strict';
import { markup } from '../attacks/strings';
import { fromAgreement, type AgreementState, type FromAgreement } from '../../src/panel/agreement/messages';
import { agreementNamed, agreementNames, type AgreementName } from './agreementStates';
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

suite('panel: the page of agreement', function () {
  this.timeout(60_000);
  const panels = openings();

  async function opened(
    look: Look = {},
    name: AgreementName = 'sample',
  ): Promise<[OpenPanel, AgreementState]> {
    const panel = await panels.open({ root: 'alliance-agreement', width: 1000, ...look });
    const state = await agreementNamed(name);
    await panel.tellRaw({ type: 'agreement', state });
    await panel.forgetSent();
    return [panel, state];
  }

  const lastSent = async ({ page }: OpenPanel): Promise<FromAgreement | undefined> => {
    const sent = await page.evaluate(() => window.sent);
    return sent.map((message) => fromAgreement.parse(message)).at(-1);
  };

  test('leaves hostile names as text', async () => {
    const [panel, state] = await opened();
    const name = markup.join(' ');
    const said = JSON.stringify(state).replaceAll('Alice M.', JSON.stringify(name).slice(1, -1));
    const hostile: unknown = JSON.parse(said);
    await panel.tellRaw({ type: 'agreement', state: hostile });
    assert.ok((await texts(panel, '.methods p'))[0]?.includes(name));
    assert.equal(await panel.page.locator('img, script:not([nonce]), [onload], [onmouseover]').count(), 0);
    assert.equal(await panel.page.evaluate(() => window.harmed), undefined);
  });

  test('shows every table with every row, each figure with its interval or reason', async () => {
    const [panel, state] = await opened();
    for (const { id, rows } of state.tables) {
      assert.equal(await panel.page.locator(`.part.${id} tbody`).count(), rows.length, id);
    }
    const cells = await texts(panel, '.part.codes tbody td .value');
    assert.deepEqual(
      cells,
      state.tables[0]?.rows.flatMap((row) => row.cells.map(({ text }) => text)),
    );
    assert.ok((await texts(panel, '.methods p'))[0]?.startsWith('Two coders (Alice M., Bob K.)'));
    assert.equal(await panel.page.locator('.left-out dt').count(), 3);
  });

  test('by keyboard alone a row unfolds, a difference is gone to, a choice is made, a sentence copied', async () => {
    const [panel] = await opened();
    const fold = panel.page.locator('[data-key="row:codes all:rupture"]');
    await fold.focus();
    await panel.page.keyboard.press('Enter');
    assert.equal(await fold.getAttribute('aria-expanded'), 'true');
    assert.equal(await panel.page.locator('.more .grid td.number').count(), 4);
    await panel.page.locator('.more .links .link').first().focus();
    await panel.page.keyboard.press('Enter');
    const went = await lastSent(panel);
    assert.ok(went?.type === 'reveal' && went.session.startsWith('c017/') && went.turn > 0);
    await panel.page.locator('.more [data-key^="copy:"]').focus();
    await panel.page.keyboard.press('Space');
    assert.deepEqual(await lastSent(panel), { type: 'copyRow', key: 'all:rupture' });
    await panel.page.locator('[data-key="unit:segment"]').focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await lastSent(panel), { type: 'choose', kind: 'unit', id: 'segment' });
    await panel.page.locator('[data-key="copyMethods"]').focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await lastSent(panel), { type: 'act', action: 'copyMethods' });
  });

  test('a row stays unfolded while the page is drawn anew, and the focus stays', async () => {
    const [panel] = await opened();
    await panel.page.locator('[data-key="row:codes all:rupture"]').press('Enter');
    await panel.tellRaw({ type: 'agreement', state: await agreementNamed('gold') });
    assert.equal(await panel.page.locator('.part.codes .more').count(), 1);
    const focused = await panel.page.evaluate(
      () =>
        document.querySelector('alliance-agreement')?.shadowRoot?.activeElement?.getAttribute('data-key') ??
        '',
    );
    assert.equal(focused, 'row:codes all:rupture');
  });

  test('while it is reckoned it can be stopped; without figures there is no number, but the reason', async () => {
    const [reckoning] = await opened({}, 'reckoning');
    await reckoning.page.locator('[data-key="stop"]').click();
    assert.deepEqual(await lastSent(reckoning), { type: 'act', action: 'stop' });
    const [hidden] = await opened({}, 'hidden');
    assert.equal(await hidden.page.locator('table').count(), 0);
    assert.match((await texts(hidden, '.left-out'))[0] ?? '', /Hidden from you until you have released/);
  });

  for (const theme of themeNames) {
    test(`axe finds nothing in any state, folded and unfolded: ${theme}`, async () => {
      const [panel] = await opened({ theme });
      for (const name of agreementNames) {
        await panel.tellRaw({ type: 'agreement', state: await agreementNamed(name) });
        assert.deepEqual(await violations(panel), [], name);
      }
      await panel.tellRaw({ type: 'agreement', state: await agreementNamed('sample') });
      await panel.page.locator('[data-key="row:codes all:rupture"]').click();
      await panel.page.locator('.part.scales .fold').first().click();
      for (const width of [500, 1400]) {
        await panel.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await violations(panel), [], `unfolded at ${width}`);
      }
    });
  }

  test('never scrolls sideways but within its tables, at any size of type', async () => {
    for (const fontSize of [13, 26]) {
      const [panel] = await opened({ fontSize });
      for (const name of agreementNames) {
        await panel.tellRaw({ type: 'agreement', state: await agreementNamed(name) });
        for (const width of [320, 500, 1400]) {
          await panel.page.setViewportSize({ width, height: 900 });
          const over = await panel.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(over, 0, `${name} at ${width}, type ${fontSize}`);
        }
      }
    }
  });

  test('stays legible where the system forces its colours', async () => {
    const [panel] = await opened({ forcedColors: true });
    assert.deepEqual(await violations(panel), []);
  });
});
