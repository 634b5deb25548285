import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { command, eventually } from './hands';

/** The shortest way of somebody who has never seen it, from the walkthrough to a first coded passage. */
suite('getting started in the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  const ticked = (title: string): Promise<void> =>
    page
      .locator('.getting-started-step', { hasText: title })
      .locator('.codicon-getting-started-step-checked.complete')
      .waitFor();

  suiteSetup(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    page.setDefaultTimeout(30_000);
  });

  suiteTeardown(() => workbench?.close());

  test('the walkthrough leads to a sample study, and ticks what was done', async () => {
    await command(page, 'Alliance: Get Started');
    await page.getByRole('button', { name: 'Create Sample Study…' }).click();
    await page.getByRole('button', { name: 'Create Sample Study Here' }).click();
    await page.getByRole('tab', { name: 'session-02.transcript' }).waitFor();
    await ticked('Open a study');
    await page.locator('.statusbar-item').filter({ hasText: 'Who is coding?' }).click();
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Someone else…' }).click();
    await page.locator('.quick-input-title').filter({ hasText: 'Who is coding?' }).waitFor();
    await page.keyboard.type('carla');
    await page.keyboard.press('Enter');
    await ticked('Say who you are');
    await page.locator('.view-line').filter({ hasText: 'week been' }).first().click();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('b');
    await ticked('Code a first passage');
    const file = join(workbench.folder, 'alliance-sample', 'c017', 'session-02.carla.alliance.yaml');
    await eventually(
      'it is in a file of her own',
      () => existsSync(file) && readFileSync(file, 'utf8').includes('code: bond\n'),
    );
  });
});
