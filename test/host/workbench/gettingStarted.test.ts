import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
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
    // No transcript waits for the extension here, and a palette that is open before its commands are known does not show them.
    await page.locator('.activitybar').getByRole('tab', { name: 'Alliance' }).waitFor();
  });

  suiteTeardown(() => workbench?.close());

  test('the walkthrough leads to a sample study, and ticks what was done', async () => {
    await command(page, 'Alliance: Get Started');
    // Not as a preview: a session opened by a click in the Study view leaves it where it is.
    await page.locator('.tab.active', { hasText: 'Welcome' }).locator('.tab-label:not(.italic)').waitFor();
    await page.getByRole('button', { name: 'Create Sample Study…' }).click();
    await page.getByRole('button', { name: 'Create Sample Study Here' }).click();
    await page.getByRole('tab', { name: 'session-02.transcript' }).waitFor();
    await ticked('Open a study');
    await page.locator('.statusbar-item').filter({ hasText: 'Who is coding?' }).click();
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Someone else…' }).click();
    // The list and the box after it have the same title.
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ state: 'hidden' });
    await page.locator('.quick-input-title').filter({ hasText: 'Who is coding?' }).waitFor();
    await page.locator('.quick-input-widget input').first().fill('carla');
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

  test('the text’s menu releases, and who read without coding says so; the list of disagreements decides', async () => {
    const row = (text: string): Locator => page.locator('.monaco-list-row').filter({ hasText: text });
    const line = page.locator('.view-line').filter({ hasText: 'week been' }).first();
    await line.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Release This Session…' }).click();
    await page.getByText(/1 of \d+ turns count as judged/).waitFor();
    await page.getByRole('button', { name: 'Release, All Turns Judged' }).click();
    await page.locator('.statusbar-item').filter({ hasText: 'carla · 100 %' }).waitFor();
    await command(page, 'Alliance: Show Disagreements');
    await row('Bond').last().hover();
    await page.getByRole('button', { name: 'Decide Disagreement…' }).first().click();
    await row('Neither: nothing of it goes into the consensus').waitFor();
  });
});
