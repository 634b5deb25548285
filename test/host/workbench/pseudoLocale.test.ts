import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { pseudo, pseudoTable } from '../../pseudo';
import { openWorkbench, type Workbench, type WorkbenchFolders } from '../../run/workbench.mjs';
import { ids, writeCyrillicStudy } from './cyrillicStudy';
import { panelOf } from './hands';

const locale = 'qps-ploc';

/** Translates the throw-away extension, and makes VS Code speak the locale with a pack that translates nothing of its own. */
function translate({ extension, userData }: WorkbenchFolders): void {
  for (const name of [join('l10n', 'bundle.l10n'), 'package.nls']) {
    const original = readFileSync(join(extension, `${name}.json`), 'utf8');
    writeJson(join(extension, `${name}.${locale}.json`), pseudoTable(original));
  }
  const pack = join(userData, 'pack.json');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeJson(pack, { contents: {} });
  writeJson(join(userData, 'User', 'argv.json'), { locale });
  writeJson(join(userData, 'languagepacks.json'), {
    [locale]: {
      hash: 'pseudo',
      label: locale,
      extensions: [{ extensionIdentifier: { id: 'alliance-coder.pseudo' }, version: '1.0.0' }],
      translations: { vscode: pack },
    },
  });
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, JSON.stringify(value));
}

/** As much of the DOM as is read here. */
interface PageNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly data?: string;
  readonly childNodes: Iterable<PageNode>;
  readonly shadowRoot?: PageNode | null;
  getAttribute?(name: string): string | null;
}

/** All that an element says: texts, and what a tooltip or a screen reader says, shadow trees included. Runs in the page. */
function saidBy(root: PageNode): string[] {
  const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'placeholder'];
  const said: string[] = [];
  const pending: PageNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.localName === 'style' || node.localName === 'script') continue;
    if (node.nodeType === 3) said.push(node.data ?? '');
    for (const name of spoken) said.push(node.getAttribute?.(name) ?? '');
    pending.push(...node.childNodes, ...(node.shadowRoot ? [node.shadowRoot] : []));
  }
  return said.filter((text) => text.trim() !== '');
}

/** What is ours and no English: ids, the product's name. What is VS Code's own: names of keys, what it reads out before actions and for an icon. */
const known = [...ids, 'Alliance', 'Alt', 'Backspace', 'Enter', 'Actions for', 'add'];
const knownWords = new RegExp(`\\b(?:${known.join('|')})\\b`, 'g');

/** The texts in which English is left, or a placeholder that nothing was put into. */
function english(texts: readonly string[]): string[] {
  return texts.filter((text) => /[a-z]{2}|\{\w+\}/i.test(text.replace(knownWords, '')));
}

/** That at least so many texts are said, and none of them in English; a list that is being filled gets some time. */
async function assertTranslated(locator: Locator, least = 1): Promise<void> {
  let said: string[] = [];
  for (let tries = 0; tries < 60; tries++) {
    said = (
      await Promise.all((await locator.filter({ visible: true }).all()).map((each) => each.evaluate(saidBy)))
    ).flat();
    if (said.length >= least && english(said).length === 0) return;
    await locator.page().waitForTimeout(200);
  }
  assert.deepEqual(english(said), []);
  assert.fail(`too little is said: ${said.join(' | ')}`);
}

/** In a locale that nobody speaks, and a study in Cyrillic, English on screen is a text that was forgotten. */
suite('the pseudo-locale in the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  let panel: FrameLocator;
  const study = mkdtempSync(join(tmpdir(), 'alliance-'));
  const lineOf = (text: string): Locator => page.locator('.view-line').filter({ hasText: text }).first();
  const inText = (text: string): Locator => lineOf(text).getByText(text).last();
  const pick = (): Locator => page.locator('.quick-input-list .monaco-list-row');
  const status = (): Locator => page.locator('.statusbar-item[id*="alliance.coder"]');

  suiteSetup(async () => {
    writeCyrillicStudy(study);
    workbench = await openWorkbench({
      folder: study,
      openFile: 's2.transcript',
      prepare: translate,
      viewport: { width: 1280, height: 1100 },
    });
    page = workbench.page;
    await status().waitFor();
    await page.getByRole('button', { name: pseudo('Show Trajectory') }).click();
    panel = panelOf(page);
  });

  suiteTeardown(async () => {
    await workbench?.close();
    rmSync(study, { recursive: true, force: true });
  });

  test('what is left in English would be found', () => {
    assert.deepEqual(english(['Ŧŭŭřƞ 3', 'rupture', 'Turn 3', 'bond.trust', '{0} ƈǿǿḓḗḗş']), [
      'Turn 3',
      '{0} ƈǿǿḓḗḗş',
    ]);
  });

  test('the panel of a transcript that is not coded', async () => {
    await panel.getByText(pseudo('Nothing is coded yet')).waitFor();
    await assertTranslated(panel.locator('html'), 10);
  });

  test('the status bar, before and after somebody says who is coding', async () => {
    await assertTranslated(status());
    await status().click();
    const title = page.locator('.quick-input-title').filter({ hasText: pseudo('Who is coding?') });
    await title.waitFor();
    await pick().filter({ hasText: 'Алиса' }).waitFor();
    await assertTranslated(title);
    await assertTranslated(pick(), 3);
    await pick().filter({ hasText: 'Алиса' }).click();
    await status().filter({ hasText: 'c1' }).waitFor();
    await assertTranslated(status());
  });

  test('the codes to choose from, and what is asked', async () => {
    await inText('Спасибо').click();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('c');
    await page
      .locator('.quick-input-title')
      .filter({ hasText: pseudo('Tag with a Code') })
      .waitFor();
    await assertTranslated(page.locator('.quick-input-title'));
    await assertTranslated(pick(), 10);
    const placeholder = await page.locator('.quick-input-widget input').first().getAttribute('placeholder');
    assert.equal(placeholder, pseudo('Type a part of a code, or of its definition'));
    await page.keyboard.press('Escape');
  });

  test('the panel of a coded session, as picture and as table', async () => {
    await page.keyboard.press('Control+p');
    await page.keyboard.type('s1.transcript');
    await pick().filter({ hasText: 's1.transcript' }).first().click();
    await panel.getByText('Алиса').first().waitFor();
    await assertTranslated(panel.locator('html'), 60);
    await panel.getByRole('button', { name: pseudo('Show as table') }).click();
    await panel.getByRole('table').first().waitFor();
    await assertTranslated(panel.locator('html'), 60);
  });

  test('titles of views', async () => {
    const titles = page.locator('.pane-header .title, .composite.title h2');
    await titles
      .filter({ hasText: pseudo('Trajectory') })
      .first()
      .waitFor();
    await assertTranslated(titles);
  });

  test('the Annotations tree, with what is to be confirmed and what is hidden', async () => {
    const [trajectory, annotations] = [pseudo('Trajectory'), pseudo('Annotations')];
    await page.locator('.pane-header').filter({ hasText: annotations }).click();
    await page.locator('.pane-header').filter({ hasText: trajectory }).click();
    const pane = page.locator('.pane').filter({ hasText: annotations });
    const rows = pane.locator('.monaco-list-row');
    await rows
      .filter({ hasText: pseudo('hidden until you release') })
      .first()
      .waitFor();
    await assertTranslated(rows, 10);
  });

  test('hovers on a label and on a passage', async () => {
    const hover = page.locator(
      '.monaco-hover:not(.hidden) .hover-row-contents, .monaco-hover:not(.hidden) .rendered-markdown',
    );
    await inText('Ничего').hover();
    await hover
      .filter({ hasText: pseudo('Recode') })
      .first()
      .waitFor();
    await assertTranslated(hover, 10);
    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
    await lineOf('Спасибо').getByText('C', { exact: true }).hover();
    await hover
      .filter({ hasText: pseudo('client') })
      .first()
      .waitFor();
    await assertTranslated(hover, 4);
  });

  test('the Problems view', async () => {
    await page.keyboard.press('Control+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row .marker-message');
    await rows.first().waitFor();
    await assertTranslated(rows);
  });

  test('every command in the palette', async () => {
    await page.keyboard.press('F1');
    await page.keyboard.type('Alliance: ');
    const titles = new Set<string>();
    for (let steps = 0; steps < 40; steps++) {
      const labels = await page
        .locator('.quick-input-list .quick-input-list-row:first-child .label-name')
        .allInnerTexts();
      for (const label of labels) titles.add(label);
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Escape');
    const ours = [...titles].filter((title) => title.startsWith('Alliance: ') && !title.includes('View'));
    assert.ok(ours.length >= 20, [...titles].join(' | '));
    assert.deepEqual(english(ours), []);
  });
});
