import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command, eventually } from './hands';

/** Bob’s coding of session 3, which he has not released; alice has released hers. */
const bobs = join('c017', 'session-03.bob.alliance.yaml');

/** Words that stand in it and nowhere else: a code that no codebook has, and a memo. */
const marks = ['plantedCode', 'plantedMemo'];

function plant(file: string): void {
  const text = readFileSync(file, 'utf8').replace('code: bond.warmth', 'code: plantedCode');
  assert.ok(text.includes('plantedCode'));
  writeFileSync(file, `${text}memos:\n  - { id: plantedm, text: plantedMemo, at: { turn: 1 } }\n`);
}

/** Everything that is on screen, of every frame: its words, and what attributes hold for pointers and screen readers. */
async function screen(page: Page): Promise<string> {
  const frames = await Promise.all(
    page.frames().map(async (frame) => {
      try {
        return await frame.content();
      } catch {
        // A frame that is just being replaced shows nothing.
        return '';
      }
    }),
  );
  return frames.join('\n');
}

/** What is drawn without being asked for: trees, decorations, status bar, panel. What is asked for: `../gate.test.ts`. */
suite('the gate, on screen', () => {
  let workbench: Workbench;
  let page: Page;
  const file = (): string => join(workbench.folder, bobs);

  suiteSetup(async () => {
    const openFile = join('c017', 'session-03.transcript');
    const prepare = ({ study }: { readonly study: string }): void => plant(join(study, bobs));
    workbench = await openWorkbench({ openFile, prepare, viewport: { width: 1400, height: 1400 } });
    page = workbench.page;
    page.setDefaultTimeout(20_000);
    await chooseCoder(page, 'alice');
    await command(page, 'Alliance: Show Trajectory');
    for (const view of ['Annotations', 'Study']) {
      await command(page, `Alliance: Focus on ${view} View`);
      await page.locator('.pane-header.expanded').filter({ hasText: view }).waitFor();
      // Every branch.
      await page.keyboard.press('Home');
      await page.keyboard.press('*');
    }
  });

  suiteTeardown(() => workbench?.close());

  test('nothing of a coding that is not released', async () => {
    await page.locator('.monaco-list-row').filter({ hasText: 'hidden until released' }).first().waitFor();
    const seen = await screen(page);
    assert.deepEqual(
      marks.filter((mark) => seen.includes(mark)),
      [],
    );
    assert.doesNotMatch(seen, /<option[^>]*value="bob"/);
  });

  test('what is next in the plan, and what is somebody else’s', async () => {
    const row = (text: string): Locator => page.locator('.monaco-list-row').filter({ hasText: text });
    await row('Session 4').filter({ hasText: 'next for you' }).waitFor();
    await row('Session 6').filter({ hasText: 'not yours' }).waitFor();
    assert.equal(await row('next for you').count(), 1);
  });

  test('once it is released, all of it: the looks above would have found it', async () => {
    const text = readFileSync(file(), 'utf8');
    const released = 'released: { at: "2026-06-19T09:00:00Z", sha256: abc }\n';
    writeFileSync(file(), text.replace('annotations:\n', `${released}annotations:\n`));
    for (const mark of marks) await page.getByText(mark).first().waitFor({ state: 'attached' });
    let seen = '';
    const look = async (): Promise<void> => void (seen = await screen(page));
    await look();
    await eventually('the panel offers the coding', () => {
      void look();
      return /<option[^>]*value="bob"/.test(seen);
    });
  });
});
