import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command, eventually } from './hands';

/** Several people at one machine, one after the other. */
suite('who codes, in the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  const fileOf = (coder: string): string =>
    join(workbench.folder, 'c017', `session-06.${coder}.alliance.yaml`);
  const textOf = (coder: string): string =>
    existsSync(fileOf(coder)) ? readFileSync(fileOf(coder), 'utf8') : '';

  async function tagHere(): Promise<void> {
    await page.locator('.view-line').filter({ hasText: 'welcome.' }).first().click();
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('b');
  }

  suiteSetup(async () => {
    workbench = await openWorkbench({ openFile: join('c017', 'session-06.transcript') });
    page = workbench.page;
    page.setDefaultTimeout(20_000);
    await chooseCoder(page, 'bob');
  });

  suiteTeardown(() => workbench?.close());

  test('is asked at the first act of a window, and Enter is whoever coded last', async () => {
    // Through VS Code, which first writes down what it remembers.
    const loaded = page.waitForEvent('load');
    await command(page, 'Developer: Reload Window');
    await loaded;
    const status = page.locator('.statusbar-item').filter({ hasText: 'bob' });
    await status.waitFor();
    await tagHere();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Bob K.' }).waitFor();
    assert.match((await rows.first().textContent()) ?? '', /Bob K\..*bob · coder · now/);
    assert.equal(textOf('bob'), '', 'nothing is coded before the answer');
    await page.keyboard.press('Enter');
    await eventually('the turn is coded', () => textOf('bob').includes('code: bond'));
  });

  test('is not asked a second time', async () => {
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('g');
    await eventually('the turn is coded once more', () => textOf('bob').includes('code: goal'));
  });

  test('is one of the study’s people before any session is open, too', async () => {
    await command(page, 'View: Close All Editors');
    await page.locator('.editor-group-watermark').waitFor();
    await command(page, 'Alliance: Switch Coder');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Alice M.' }).waitFor();
  });
});
