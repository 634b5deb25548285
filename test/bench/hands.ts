import type { Page } from 'playwright-core';
import type { Turn } from '../../src/engine/transcript/types';

/** What a person does in a VS Code that is measured, and what the page saw of it (in-page.js). */

/** Longer than everything that waits for a pause in the typing. */
export const settleMilliseconds = 1_000;

/** Puts the cursor into the middle of a turn, by line and column, and waits until nothing moves any more. */
export async function goTo(page: Page, { line, text }: Turn): Promise<void> {
  await ask(page, 'Control+g', `:${line + 1}:${16 + (text.length >> 1)}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.waitForTimeout(settleMilliseconds);
}

/**
 * Opens one of VS Code's boxes and fills it. A key pressed before the box has the focus would go into the text, and an editor that
 * takes the focus back closes the box: then it is opened again.
 */
async function ask(page: Page, key: string, words: string): Promise<void> {
  const box = page.locator('.quick-input-widget input').first();
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press('Control+1');
    await page.waitForTimeout(200);
    await page.keyboard.press(key);
    try {
      await box.fill(words, { timeout: 3_000 });
      return;
    } catch {
      await page.keyboard.press('Escape');
    }
  }
  throw new Error(`The box for ${key} did not stay open.`);
}

/** From the palette, wherever the text is scrolled to. */
export async function command(page: Page, title: string): Promise<void> {
  await ask(page, 'F1', `>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
}

export async function timesIn(page: Page, list: 'times' | 'byBrowser'): Promise<number[]> {
  const times: unknown = await page.evaluate(`allianceBench.${list}`);
  return Array.isArray(times) ? times.map(Number) : [];
}
