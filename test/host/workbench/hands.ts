import type { FrameLocator, Page } from 'playwright-core';

/** What a person's hands do in VS Code. */

/** Runs a command from the palette, and types an answer where it asks for one. */
export async function command(page: Page, title: string, answer?: string): Promise<void> {
  await page.locator('.part.statusbar').click({ position: { x: 300, y: 10 } });
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  if (answer === undefined) return;
  await page.keyboard.type(answer);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: answer }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** One of the study's people, by id. */
export async function chooseCoder(page: Page, id: string): Promise<void> {
  await command(page, 'Alliance: Switch Coder');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: id }).first().click();
  await page.locator('.statusbar-item').filter({ hasText: id }).waitFor();
}

export function panelOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe');
}

/** Waits until something holds that is not on screen: a file that is written a moment after the picture. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`never came true: ${what}`);
}
