import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command, eventually } from './hands';
import { installBeside } from './secondExtension';

/** Takes over what is typed, as Vim extensions do: every letter becomes a V. */
const typer = {
  name: 'typer',
  script: `const { commands } = require('vscode');
    exports.activate = () => commands.registerCommand('type', () => commands.executeCommand('default:type', { text: 'V' }));`,
};

suite('coding mode in the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  const file = (): string =>
    readFileSync(join(workbench.folder, 'c017', 'session-04.alice.alliance.yaml'), 'utf8');
  const status = (text: string | RegExp): Promise<void> =>
    page.locator('.statusbar-item').filter({ hasText: text }).waitFor();
  const turn = async (words: string): Promise<void> => {
    await page.locator('.editor-instance .view-line').nth(3).click();
    await page.keyboard.press('Control+Home');
    await page.locator('.view-line').filter({ hasText: words }).first().click();
  };
  const type = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** What is drawn beside the words, not written into them. */
  const choices = (words: string): Promise<unknown> =>
    page.waitForFunction(
      `[...document.querySelectorAll('.view-line span')].some((span) => getComputedStyle(span, '::after').content.includes(${JSON.stringify(words)}))`,
    );

  suiteSetup(async () => {
    workbench = await openWorkbench({
      openFile: join('c017', 'session-04.transcript'),
      prepare: (folders) => installBeside(folders, typer),
    });
    page = workbench.page;
    page.setDefaultTimeout(15_000);
    await chooseCoder(page, 'alice');
    await turn('The plant');
    await type('Alt+a', 'Alt+a');
    await status('Coding Mode (click to leave)');
    await page
      .locator('.monaco-editor textarea[readonly], .monaco-editor .native-edit-context')
      .first()
      .waitFor({
        state: 'attached',
      });
  });

  suiteTeardown(() => workbench?.close());

  test('three keys in a row code a turn, the choices shown after each, and one key takes all back', async () => {
    const before = file();
    await type('r');
    await choices('Client\u00a0withdrawal');
    await status('Rupture › w c t');
    await type('w');
    await choices('Shutting\u00a0replies');
    await type('m');
    await status('Coding Mode (click to leave)');
    await eventually('the code is in the file', () => /minimal\n {4}at: \{ turn: 4, /.test(file()));
    await type('Control+z');
    await eventually('the code is out of the file', () => file() === before);
  });

  test('keys pressed as fast as a machine can are all taken, in their order', async () => {
    await Promise.all(['r', 'w', 'm', '3', 'j', 'b', 'a', 'j', '.'].map((key) => page.keyboard.press(key)));
    await eventually('three turns are coded', () => {
      const coded = file();
      return (
        /minimal\n {4}at: \{ turn: 4, [^]*?ratings: \{ impact: 3 \}/.test(coded) &&
        /bond\.attunement\n {4}at: \{ turn: 5, /.test(coded) &&
        /bond\.attunement\n {4}at: \{ turn: 6, /.test(coded)
      );
    });
    await type('Control+z', 'Control+z', 'Control+z', 'Control+z');
    await eventually('they are undone', () => !/turn: [456], /.test(file()));
  });

  test('letters typed into the find widget and into a pick list stay there', async () => {
    const before = file();
    await turn('The plant');
    await type('Control+f');
    const find = page.locator('.find-widget textarea').first();
    await find.waitFor();
    await find.fill('');
    await type('r', 'w', 'm');
    assert.equal(await find.inputValue(), 'rwm');
    await type('Escape', 'F1');
    const input = page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await type('b', 'a');
    assert.match(await input.inputValue(), /ba$/);
    await type('Escape');
    assert.equal(file(), before);
  });

  test('letters typed in another file go into its text, by way of whoever takes over typing', async () => {
    const before = file();
    await command(page, 'Go to File', 'README.md');
    await page.getByRole('tab', { name: 'README.md' }).waitFor();
    await page.locator('.editor-instance .view-line').first().click();
    await type('Home', 'r');
    await page.locator('.editor-instance .view-line').first().filter({ hasText: /^V/ }).waitFor();
    await type('Control+z');
    await page.getByRole('tab', { name: 'session-04.transcript' }).click();
    await turn('The plant');
    await type('r');
    await status('Rupture › w c t');
    await type('Escape', 'Control+z');
    await eventually('it is undone', () => file() === before);
  });

  test('a question mark opens the keys of the codebook, searchable, and Enter applies a code', async () => {
    await turn('The plant');
    await type('Shift+Slash');
    await page.locator('.quick-input-title').filter({ hasText: 'Keys of “Therapeutic alliance”' }).waitFor();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'b t' }).first().waitFor();
    await page.keyboard.type('block an invitation');
    await rows.filter({ hasText: 'r w m' }).first().waitFor();
    await type('Enter');
    await eventually('the code is in the file', () => /minimal\n {4}at: \{ turn: 4, /.test(file()));
    await type('Control+z');
    await eventually('it is undone', () => !/turn: 4, /.test(file()));
  });

  test('a key that means nothing changes nothing, and says so', async () => {
    await turn('The plant');
    await type('q');
    await status('The key q means nothing here');
    await page.locator('.view-line').filter({ hasText: '(6s) The plant' }).first().waitFor();
  });

  test('a click in the status bar leaves the mode, and the text can be changed again', async () => {
    await page.locator('.statusbar-item').filter({ hasText: 'Coding Mode (click to leave)' }).click();
    await status(/Coding Mode$/);
    await turn('The plant');
    await type('End', 'r');
    await page.locator('.view-line').filter({ hasText: 'moved.V' }).first().waitFor();
    await type('Control+z');
    await page
      .locator('.view-line')
      .filter({ hasText: /moved\.$/ })
      .first()
      .waitFor();
  });
});
