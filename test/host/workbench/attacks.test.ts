import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command } from './hands';
import { transcript, writeHostileStudy } from './hostileStudy';

/** What would be on the page if one of the words were taken for more than words. */
const harmed = `(() => [
  ...(window.harmed ? ['a script ran'] : []),
  ...[...document.querySelectorAll('a, [data-href]')].map((link) => link.dataset.href ?? link.getAttribute('href'))
    .filter((to) => /action\\.quit|example\\.org/.test(to)),
  ...[...document.querySelectorAll('img[src="x"], img[src*="example.org"], .codicon-alert')].map((each) => each.outerHTML),
])()`;

suite('words that mean harm, on screen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-hostile-'));
  let workbench: Workbench;
  let page: Page;

  /** The words are there, as they are written, and nothing else is made of them. */
  const isText = async (where: Locator, words: string): Promise<void> => {
    const shown = where.filter({ hasText: `${words} $` }).first();
    await shown.waitFor();
    const said = (await shown.textContent()) ?? '';
    assert.match(said, /\$\u200b?\(alert\)/, said);
    for (const frame of page.frames()) assert.deepEqual(await frame.evaluate(harmed), [], words);
  };
  const fold = (view: string): Promise<void> =>
    page.locator('.pane-header').filter({ hasText: view }).first().click();
  const row = (): Locator => page.locator('.pane-body .monaco-list-row');
  const picked = (): Locator => page.locator('.quick-input-list .monaco-list-row');

  suiteSetup(async () => {
    writeHostileStudy(folder);
    workbench = await openWorkbench({
      folder,
      openFile: transcript,
      viewport: { width: 1500, height: 2400 },
    });
    page = workbench.page;
    page.setDefaultTimeout(20_000);
    await chooseCoder(page, 'ann');
  });

  suiteTeardown(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true });
  });

  test('are text in lists to pick from', async () => {
    await command(page, 'Alliance: Switch Coder');
    await isText(picked(), 'Ann');
    await page.keyboard.press('Escape');
    await command(page, 'Alliance: Go to Turn…');
    await isText(picked(), 'Turn');
    await page.keyboard.press('Escape');
  });

  test('are text in views, comments and messages', async () => {
    for (const view of ['Annotations', 'Codebook', 'Study'])
      await command(page, `Alliance: Focus on ${view} View`);
    await fold('Trajectory');
    for (const words of ['Rupture', 'Case', 'gone']) await isText(row(), words);
    await isText(page.locator('.comments-panel .monaco-list-row'), 'ben');
    await command(page, 'Notifications: Show Notifications');
    await isText(page.locator('.notification-list-item-message'), 'has lost its transcript, gone');
  });

  test('are text in all that is said of a passage', async () => {
    await fold('Codebook');
    await fold('Study');
    for (const words of ['Comment', 'Bond', 'ann', 'ben', 'Memo']) await isText(row(), words);
    await page
      .locator('.view-line')
      .filter({ hasText: 'T: Turn' })
      .first()
      .click({ position: { x: 60, y: 8 } });
    await command(page, 'Show or Focus Hover');
    await isText(page.locator('.monaco-hover-content'), 'Note');
    await command(page, 'Alliance: Retrieve Passages…');
    await picked().filter({ hasText: '4 passages' }).click();
    await isText(row(), 'Dunno.');
  });
});
