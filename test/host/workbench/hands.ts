import type { FrameLocator, Page } from 'playwright-core';

/** What a person's hands do in VS Code. */

/** Runs a command from the palette, and types an answer where it asks for one. */
export async function command(page: Page, title: string, answer?: string): Promise<void> {
  await page
    .locator('.part.editor .view-lines')
    .first()
    .click({ position: { x: 2, y: 2 } });
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
  await command(page, 'Alliance: Choose Who Is Coding');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: id }).first().click();
  await page.locator('.statusbar-item').filter({ hasText: id }).waitFor();
}

/** Puts the cursor into the words, wherever they are on screen. */
export async function clickWords(page: Page, words: string): Promise<void> {
  await page.locator('.view-line').filter({ hasText: words }).first().getByText(words).last().click();
}

export function panelOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe');
}
