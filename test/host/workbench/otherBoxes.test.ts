import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command, eventually } from './hands';
import { installBeside } from './secondExtension';

/** Opens a box to comment in, at the cursor. */
const commenter = {
  name: 'commenter',
  script: `const { comments, commands, window, Range, CommentThreadCollapsibleState } = require('vscode');
    exports.activate = () => {
      const controller = comments.createCommentController('commenter', 'Commenter');
      commands.registerCommand('commenter.comment', () => {
        const { document, selection: { active } } = window.activeTextEditor;
        const thread = controller.createCommentThread(document.uri, new Range(active, active), []);
        thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
      });
    };`,
  contributes: { commands: [{ command: 'commenter.comment', title: 'Commenter: Comment Here' }] },
};

/** Letters that code a turn in coding mode: a rupture, a withdrawal, a shutting reply. */
const letters = ['r', 'w', 'm'];

suite('boxes beside and in a transcript that is coded by keys', () => {
  let workbench: Workbench;
  let page: Page;
  const file = (): string =>
    readFileSync(join(workbench.folder, 'c017', 'session-04.alice.alliance.yaml'), 'utf8');
  const status = (text: string): Promise<void> =>
    page.locator('.statusbar-item').filter({ hasText: text }).waitFor();
  const type = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const line = (words: string): Locator => page.locator('.view-line').filter({ hasText: words }).first();
  /** Into the fourth turn, wherever the text was scrolled to. */
  const toTurn = async (): Promise<void> => {
    await page.locator('.editor-instance .view-line').nth(3).click();
    await type('Control+Home');
    await line('The plant').click();
  };
  const locked = (): Locator => page.locator('.tab.active .tab-label[aria-label$="Read-only"]');

  /** Back in the text, keys code: so what was typed before them went where it was seen to go. */
  const codesAgain = async (before: string): Promise<void> => {
    assert.equal(file(), before);
    await toTurn();
    await type('r');
    await status('Rupture › w c t');
    await eventually('the turn is coded', () => /rupture\n {4}at: \{ turn: 4, /.test(file()));
    await type('Escape', 'Control+z');
    await eventually('it is undone', () => file() === before);
  };

  suiteSetup(async () => {
    workbench = await openWorkbench({
      openFile: join('c017', 'session-04.transcript'),
      prepare: (folders) => installBeside(folders, commenter),
    });
    page = workbench.page;
    page.setDefaultTimeout(20_000);
    await chooseCoder(page, 'alice');
    await toTurn();
    await type('Alt+a', 'Alt+a');
    await status('Coding Mode (click to leave)');
    await locked().waitFor();
  });

  suiteTeardown(() => workbench?.close());

  test('a comment box takes the letters, and nothing is coded', async () => {
    const before = file();
    await toTurn();
    await command(page, 'Commenter: Comment Here');
    const box = page.locator('.review-widget .monaco-editor');
    await box.locator('.view-lines').click();
    await page.locator('.review-widget .monaco-editor.focused').waitFor();
    await type(...letters);
    await box.locator('.view-line').filter({ hasText: 'rwm' }).waitFor();
    await type('Backspace', 'j', '.', '3', 'Control+z');
    await type('Escape');
    await codesAgain(before);
  });

  test('the find widget takes them', async () => {
    const before = file();
    await toTurn();
    await type('Control+f');
    const find = page.locator('.find-widget textarea').first();
    await find.waitFor();
    await find.fill('');
    await type(...letters);
    assert.equal(await find.inputValue(), 'rwm');
    await type('Escape');
    await codesAgain(before);
  });

  test('the page of a memo takes them', async () => {
    const before = file();
    await toTurn();
    await type('m');
    await page.getByRole('tab', { name: /^Memo, turn 4/ }).waitFor();
    await page.locator('.monaco-editor.focused[data-uri*="Memo"]').waitFor();
    await type(...letters);
    await line('rwm').waitFor();
    await type('Control+s');
    await eventually('the memo is in the file', () => file().includes('text: rwm'));
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await type('Control+w');
    await page.getByRole('tab', { name: /^Memo, turn 4/ }).waitFor({ state: 'detached' });
    await toTurn();
    await type('Control+z');
    await eventually('the memo is out of the file', () => file() === before);
    await codesAgain(before);
  });

  /** A locked text opens neither: the person has unlocked it, and the mode is still on. */
  suite('in a text unlocked by hand', () => {
    suiteSetup(async () => {
      await toTurn();
      await command(page, 'File: Reset Active Editor Read-only in Session');
      await locked().waitFor({ state: 'detached' });
    });

    test('the rename box takes the letters', async () => {
      const before = file();
      await toTurn();
      await type('Home', ...Array<string>('[00:00:29] C'.length).fill('ArrowRight'), 'F2');
      const box = page.locator('.rename-box input:focus');
      await box.waitFor();
      await type(...letters);
      assert.equal(await box.inputValue(), 'rwm');
      await type('Escape');
      await codesAgain(before);
    });

    test('a list of suggestions is typed into', async () => {
      await toTurn();
      await type('End', 'Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await type('r');
      await line('moved.r').waitFor();
      assert.doesNotMatch(file(), /turn: 4, /);
    });
  });
});
