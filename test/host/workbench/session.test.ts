import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { heldBefore } from '../../../src/engine/trajectory/curveValues';
import { openWorkbench, type Workbench } from '../../run/workbench.mjs';
import { call } from '../../cli/cliStudies';
import { chooseCoder, command, eventually, panelOf } from './hands';

const printedStrain = z.object({
  results: z.array(
    z.object({
      segments: z.array(z.object({ end: z.number() })),
      curves: z.object({ strain: z.array(z.tuple([z.number(), z.number()])) }),
    }),
  ),
});

/** What a person sees and clicks, in the whole VS Code. */
suite('a session in the workbench', () => {
  let workbench: Workbench;
  let page: Page;
  let panel: FrameLocator;
  const file = (): string =>
    readFileSync(join(workbench.folder, 'c017', 'session-04.alice.alliance.yaml'), 'utf8');

  /** A click on the open episode puts the cursor on its passage. */
  const goToEpisode = async (): Promise<void> => {
    await panel.getByRole('button').filter({ hasText: 'Yeah. No, that makes sense.' }).first().click();
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  };

  suiteSetup(async () => {
    workbench = await openWorkbench({ openFile: join('c017', 'session-04.transcript') });
    page = workbench.page;
    page.setDefaultTimeout(15_000);
    await chooseCoder(page, 'alice');
    await command(page, 'Alliance: Show Trajectory');
    panel = panelOf(page);
    await panel.locator('.sentences').getByText('Two ruptures so far').waitFor();
  });

  suiteTeardown(() => workbench?.close());

  test('the panel says whose coding of which session it shows', async () => {
    // The picture names the stage again, behind its curves.
    const chips = panel.locator('.chips');
    for (const chip of ['C017', 'Session 4', 'developing', 'Alice M. · coding 85 %']) {
      await chips.getByText(chip, { exact: true }).waitFor();
    }
  });

  test('open strain begins with what the session before left, as the command line prints it', async () => {
    const transcript = join('c017', 'session-04.transcript');
    const { out } = await call(workbench.folder, 'trajectory', transcript, '--coder', 'alice', '--json');
    const [printed] = printedStrain.parse(JSON.parse(out)).results;
    assert.ok(printed && printed.curves.strain[0]?.[1] === 4, 'not the usual 3');
    await panel.getByText('carried over from session 3').waitFor();
    await panel.getByRole('button', { name: 'Show as table' }).click();
    const rows = panel.getByRole('table', { name: 'Support and open strain by segment' }).locator('tbody tr');
    const shown = await rows.locator('td:last-child').allTextContents();
    assert.deepEqual(
      shown,
      printed.segments.map(({ end }) => String(heldBefore(printed.curves.strain, end))),
    );
    await panel.getByRole('button', { name: 'Show as picture' }).click();
  });

  test('the Study view marks the session on screen among its first rows', async () => {
    await command(page, 'Alliance: Focus on Study View');
    await page.locator('.monaco-list-row.selected').filter({ hasText: 'Session 4' }).waitFor();
  });

  test('a click on an episode goes to its passage', async () => {
    await goToEpisode();
    await page.locator('.view-line').filter({ hasText: 'Yeah. No, that makes sense.' }).first().waitFor();
    await page
      .locator('.statusbar-item')
      .filter({ hasText: /Ln 9\d|Ln 8\d/ })
      .waitFor();
  });

  test('passages are underlined, and their family’s letter stands before them', async () => {
    const some = (look: string): Promise<unknown> =>
      page.waitForFunction(`[...document.querySelectorAll('.view-line span')].some((span) => ${look})`);
    await some(`getComputedStyle(span).backgroundImage.includes('gradient')`);
    await some(`getComputedStyle(span, '::before').content === '"R"'`);
  });

  test('one chord tags the turn at the cursor: the file, the text and the panel show it', async () => {
    const ruptures = (): number => file().match(/code: rupture\n/g)?.length ?? 0;
    const before = ruptures();
    await goToEpisode();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('r');
    await panel.locator('.sentences').getByText('Three ruptures so far').waitFor();
    await eventually('the tag is in the file', () => ruptures() === before + 1);
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('z');
    await panel.locator('.sentences').getByText('Two ruptures so far').waitFor();
    await eventually('the tag is out of the file', () => ruptures() === before);
  });

  test('any code is found by a part of its definition', async () => {
    await goToEpisode();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('c');
    await page.locator('.quick-input-title').filter({ hasText: 'Tag with a Code' }).waitFor();
    await page.keyboard.type('avoids friction');
    const row = page.locator('.quick-input-list .monaco-list-row').first();
    await row.filter({ hasText: 'rupture.withdrawal.compliance' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('the Annotations view lists them by position and names the turn', async () => {
    await command(page, 'Alliance: Focus on Annotations View');
    const rows = page.locator('.pane').filter({ hasText: 'Annotations' }).locator('.monaco-list-row');
    await rows.filter({ hasText: 'Alice M.' }).first().waitFor();
    const label = await rows.filter({ hasText: 'Closing by denial' }).first().getAttribute('aria-label');
    assert.match(label ?? '', /Closing by denial, turn 8, It was fine\./);
  });

  test('another coder’s unreleased work is named and stays hidden', async () => {
    await command(page, 'Alliance: Focus on Annotations View');
    // The list draws what is in sight; those who are hidden stand at its end.
    await page.keyboard.press('End');
    await page.getByRole('treeitem', { name: 'bob, hidden until you release' }).waitFor();
  });

  test('a click in the Codebook view codes the turn at the cursor, and counts it', async () => {
    await goToEpisode();
    await command(page, 'Alliance: Focus on Codebook View');
    const goal = (count: string): Promise<void> =>
      page
        .getByRole('treeitem', { name: `Goal consensus, key g, your annotations here: ${count}` })
        .waitFor();
    await goal('0');
    await page.getByRole('treeitem', { name: /^Goal consensus, key g/ }).click();
    await goal('1');
    await page.locator('.statusbar-item').filter({ hasText: 'Tagged as Goal consensus, turn' }).waitFor();
    await command(page, 'Alliance: Undo Coding');
    await goal('0');
  });

  test('the trajectory of a plain text without times has words for its axis', async () => {
    await command(page, 'Go to File', 'k02-02.transcript');
    await page.getByRole('tab', { name: 'k02-02.transcript' }).waitFor();
    await panel.getByText('Nothing is coded yet').waitFor();
    await page.locator('.view-line').filter({ hasText: 'T:' }).nth(2).click();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('b');
    await panel.getByText('no times in the transcript').waitFor();
  });

  test('Enter links a repair to the nearest rupture, and Esc leaves open how it ended', async () => {
    const linked = (): string =>
      readFileSync(join(workbench.folder, 'k02', 'k02-02.alice.alliance.yaml'), 'utf8');
    const tag = async (nth: number, key: string, code: string): Promise<void> => {
      await page.locator('.view-line').filter({ hasText: 'T:' }).nth(nth).click();
      await page.keyboard.press('Alt+a');
      await page.keyboard.press(key);
      await eventually(`a ${code} is in the file`, () => linked().includes(`code: ${code}\n`));
    };
    await tag(3, 'r', 'rupture');
    await tag(4, 'p', 'repair');
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('l');
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'Rupture' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Say later' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually('the episode is in the file', () =>
      /^ {2}- \{ id: \w+, ruptures: \[ \w+ \], repairs: \[ \w+ \] \}$/m.test(linked()),
    );
  });
});
