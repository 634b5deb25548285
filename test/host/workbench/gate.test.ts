import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command, panelOf } from './hands';

/** Bob’s coding of session 3, which he has not released; alice has released hers. */
const bobs = join('c017', 'session-03.bob.alliance.yaml');

/** Words that stand in it and nowhere else: a code that no codebook has, and a memo. */
const marks = ['plantedCode', 'plantedMemo'];

function plant(file: string): void {
  const text = readFileSync(file, 'utf8').replace('code: bond.warmth', 'code: plantedCode');
  assert.match(text, /plantedCode[^]*\nmemos:\n {2}- .*\n$/);
  writeFileSync(file, `${text}  - { id: plantedm, text: plantedMemo, at: { turn: 1 } }\n`);
}

/** Whether a word is anywhere on screen: in a frame or a shadow, as text, or for pointers and screen readers. */
async function isOnScreen(page: Page, word: string): Promise<boolean> {
  for (const frame of page.frames()) {
    try {
      if ((await frame.content()).includes(word) || (await frame.getByText(word).count()) > 0) return true;
    } catch {
      // A frame that is just being replaced shows nothing.
    }
  }
  return false;
}

/** What is drawn without being asked for: trees, decorations, status bar, panel. What is asked for: `../gate.test.ts`. */
suite('the gate, on screen', () => {
  let workbench: Workbench;
  let page: Page;
  const file = (): string => join(workbench.folder, bobs);

  /** A row of the trees; of several, the topmost. */
  const row = (text: string): Locator =>
    page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first();

  /** Bob’s coding among those that the panel can show. */
  const offered = (): Locator => panelOf(page).locator('option[value="bob"]');

  const fold = (text: string): Promise<void> => row(text).locator('.monaco-tl-twistie').click();

  suiteSetup(async () => {
    const openFile = join('c017', 'session-03.transcript');
    const prepare = ({ study }: { readonly study: string }): void => plant(join(study, bobs));
    workbench = await openWorkbench({ openFile, prepare, viewport: { width: 1400, height: 1600 } });
    page = workbench.page;
    page.setDefaultTimeout(20_000);
    await chooseCoder(page, 'alice');
    await command(page, 'Alliance: Open Trajectory in Editor');
    for (const view of ['Annotations', 'Study']) await command(page, `Alliance: Focus on ${view} View`);
    await page.locator('.pane-header').filter({ hasText: 'Trajectory' }).click();
    // Only rows that are on screen are there: alice’s own annotations are folded up, the session is unfolded.
    await fold('Alice M.');
    await fold('Session 3');
  });

  suiteTeardown(() => workbench?.close());

  test('nothing of a coding that is not released', async () => {
    await row('hidden until released').waitFor();
    await panelOf(page).getByText('Alice M. · released').first().waitFor();
    for (const mark of marks) assert.equal(await isOnScreen(page, mark), false, mark);
    assert.equal(await offered().count(), 0, 'the panel offers only one’s own');
  });

  test('what is next in the plan, and what is somebody else’s', async () => {
    await row('Session 4').filter({ hasText: 'next for you' }).waitFor();
    await row('Session 6').filter({ hasText: 'not yours' }).waitFor();
  });

  test('once it is released, all of it: the looks above would have found it', async () => {
    const text = readFileSync(file(), 'utf8');
    const released = 'released: { at: "2026-06-19T09:00:00Z", sha256: abc }\n';
    writeFileSync(file(), text.replace('annotations:\n', `${released}annotations:\n`));
    await row('plantedCode').waitFor();
    await fold('Bob K.');
    await row('plantedMemo').waitFor();
    assert.ok(await isOnScreen(page, 'plantedMemo'));
    await offered().waitFor({ state: 'attached' });
  });
});
