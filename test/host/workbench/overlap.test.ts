import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { chooseCoder, command } from './hands';

/** Themes as VS Code lists them, and how the workbench marks itself in each. */
const themes = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
};

const sentence = 'I was angry with you';

/** As much of the DOM as is read here. */
interface Styles {
  readonly content: string;
  getPropertyValue(name: string): string;
}
interface Span {
  readonly textContent: string;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}
declare const document: { querySelectorAll(selector: string): Iterable<Span> };
declare function getComputedStyle(span: Span, pseudo?: string): Styles;

/** The stripes below the words, from above, as they are drawn, without their colours. */
function shapesBelow(page: Page, words: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const said = (span: Span): string => span.textContent.replaceAll('\u00a0', ' ');
    const inner = [...document.querySelectorAll('.view-line > span > span')];
    const span = inner.find((each) => said(each).includes(wanted));
    if (!span) throw new Error(`not on screen: ${wanted}`);
    const styles = getComputedStyle(span);
    return [0, 1, 2, 3, 4]
      .map((lane) => styles.getPropertyValue(`--alliance-stripe-${lane}`))
      .filter((stripe) => stripe !== '')
      .map((stripe) => stripe.replaceAll(/var\([^)]*\)/g, 'colour'));
  }, words);
}

/** All letters before words, as a reader sees them. */
function lettersOnScreen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.view-line span')]
      .map((span) => getComputedStyle(span, '::before').content)
      .filter((content) => /^"[A-Z·?+\d]+"$/.test(content))
      .map((content) => content.slice(1, -1)),
  );
}

/** The marks beside the lines, each with its height. Runs in the page. */
const marksInPage = `() => [...document.querySelectorAll('.glyph-margin-widgets [class*="ced-"]')]
  .map((mark) => mark.style.top + ' ' + mark.className).sort().join()`;

/** Five codes on one sentence, one within another, crossing, over several lines: read without colour. */
suite('overlapping codes in the workbench', () => {
  let workbench: Workbench;
  let page: Page;

  suiteSetup(async () => {
    workbench = await openWorkbench({
      folder: join(process.cwd(), 'test', 'host', 'workbench', 'overlap'),
      openFile: 'overlap.transcript',
    });
    page = workbench.page;
    page.setDefaultTimeout(15_000);
    await chooseCoder(page, 'alice');
    await page.waitForFunction(
      `[...document.querySelectorAll('.view-line span')].some((span) => getComputedStyle(span, '::before').content === '"RBTPG"')`,
    );
  });

  suiteTeardown(() => workbench?.close());

  for (const [theme, mark] of Object.entries(themes)) {
    test(`five codes on one sentence are five letters and five different stripes in ${theme}`, async () => {
      await command(page, 'Preferences: Color Theme', theme);
      await page.waitForSelector(`.monaco-workbench.${mark}`);
      assert.ok((await lettersOnScreen(page)).includes('RBTPG'));
      const shapes = await shapesBelow(page, sentence);
      assert.equal(new Set(shapes).size, 5, shapes.join('\n'));
    });
  }

  test('a passage within a passage ends where its own stripe ends', async () => {
    assert.equal((await shapesBelow(page, 'You said fine twice')).length, 1);
    assert.equal((await shapesBelow(page, 'I wonder what it was')).length, 2);
    assert.equal((await shapesBelow(page, 'come here today')).length, 3);
    assert.equal((await shapesBelow(page, 'your father')).length, 1);
  });

  test('more codes than there is room for are counted, and a passage to confirm says so', async () => {
    const letters = await lettersOnScreen(page);
    assert.ok(letters.includes('BGTR+3'), letters.join(' '));
    assert.ok(letters.includes('B?'), letters.join(' '));
  });

  test('a command that meets five codes asks which one, and the hover names them all', async () => {
    const words = page
      .locator('.view-line span')
      .filter({ hasText: sentence.replaceAll(' ', '\u00a0') })
      .last();
    await words.click();
    const codes = ['Confrontation', 'Bond', 'Task consensus', 'Repair', 'Goal consensus'];
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('n');
    for (const code of codes) {
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: code }).first().waitFor();
    }
    assert.equal(await page.locator('.quick-input-list .monaco-list-row').count(), 5);
    await page.keyboard.press('Escape');
    await words.hover();
    for (const code of codes) await page.locator('.monaco-hover').filter({ hasText: code }).first().waitFor();
  });

  test('lines that were deleted and come back have their marks beside them again', async () => {
    /** Where there are marks, and which. */
    const marks = (): Promise<string> => page.evaluate(`(${marksInPage})()`);
    await page.mouse.move(5, 5);
    await page.locator('.view-line').filter({ hasText: 'Mm.' }).first().click();
    await page.keyboard.press('Control+Home');
    const before = await marks();
    assert.notEqual(before, '');
    for (let line = 0; line < 5; line++) await page.keyboard.press('ArrowDown');
    for (let line = 0; line < 3; line++) await page.keyboard.press('Control+Shift+k');
    await page.locator('.view-line').filter({ hasText: 'It was fine.' }).waitFor({ state: 'detached' });
    for (let line = 0; line < 3; line++) await page.keyboard.press('Control+z');
    await page.waitForFunction(`(${marksInPage})() === ${JSON.stringify(before)}`);
  });
});
