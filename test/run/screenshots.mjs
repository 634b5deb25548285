// The pictures of the README, taken from the real VS Code on the sample study:  npm run screenshots
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';
import { openWorkbench } from './workbench.mjs';

const pictures = join(root, 'docs', 'pictures');
const themes = { light: 'light', dark: 'dark', 'high-contrast': 'high-contrast' };

async function command(page, title) {
  await page
    .locator('.part.editor .view-lines')
    .first()
    .click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
}

async function picture(theme, name) {
  const openFile = join('c017', 'session-04.transcript');
  const viewport = { width: 1360, height: 900 };
  const settings = { 'workbench.layoutControl.enabled': false, 'window.commandCenter': false };
  const { page, close } = await openWorkbench({ openFile, theme, viewport, settings });
  try {
    await command(page, 'Alliance: Switch Coder');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'alice' }).first().click();
    await command(page, 'Alliance: Show Trajectory');
    const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await panel.locator('svg').first().waitFor();
    await page.locator('.sash-container .monaco-sash.vertical').nth(1).waitFor({ state: 'attached' });
    await widen(page, 60);
    // Away from the words, which would show a hover.
    await page.mouse.move(500, 890);
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(pictures, `session-${name}.png`) });
    console.log(`docs/pictures/session-${name}.png`);
  } finally {
    await close();
  }
}

/** Five codes on one sentence, and passages within and across passages: the words only. */
async function overlap() {
  const folder = join(root, 'test', 'host', 'workbench', 'overlap');
  const viewport = { width: 1080, height: 700 };
  const settings = { 'workbench.layoutControl.enabled': false, 'window.commandCenter': false };
  const { page, close } = await openWorkbench({ folder, openFile: 'overlap.transcript', viewport, settings });
  try {
    await command(page, 'Alliance: Switch Coder');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'alice' }).first().click();
    await page.locator('.statusbar-item').filter({ hasText: 'alice' }).waitFor();
    await page.keyboard.press('Control+b');
    await page.mouse.move(300, 690);
    await page.waitForTimeout(800);
    const first = await page.locator('.view-line').filter({ hasText: 'It' }).first().boundingBox();
    const last = await page.locator('.view-line').filter({ hasText: 'still' }).first().boundingBox();
    const clip = { x: 50, y: first.y, width: 1010, height: last.y + last.height + 3 - first.y };
    await page.screenshot({ path: join(pictures, 'overlap.png'), clip });
    console.log('docs/pictures/overlap.png');
  } finally {
    await close();
  }
}

/** Drags the edge between side bar and editor. */
async function widen(page, by) {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (!bar) return;
  const [x, y] = [bar.x + bar.width, bar.y + bar.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 5 });
  await page.mouse.up();
}

mkdirSync(pictures, { recursive: true });
for (const [name, theme] of Object.entries(themes)) await picture(theme, name);
await overlap();
