// The pictures of the README and the docs, taken from the real VS Code on the sample study:
//   npm run screenshots            all of them
//   npm run screenshots -- case    those that have one of the words in their names
// They are drawn with 256 colours by pngquant, which makes them a third as large: docPages.test.ts asks for less than 150 kB.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { root, temporaryFolder } from './processes.mjs';
import { openWorkbench } from './workbench.mjs';

const pictures = join(root, 'docs', 'pictures');
const settings = {
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'comments.openView': 'never',
};

async function command(page, title) {
  await page.locator('.part.statusbar').click({ position: { x: 300, y: 10 } });
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(title);
  await choose(page, title);
}

async function choose(page, text) {
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click();
}

async function become(page, coder) {
  await page.locator('.statusbar-item').filter({ hasText: 'Coding Mode' }).waitFor();
  await command(page, 'Alliance: Switch Coder');
  await choose(page, coder);
  await page.locator('.statusbar-item').filter({ hasText: coder }).waitFor();
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

/** The page of a webview: the latest, where there are several. */
const panelOf = (page) => page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe');

async function showPanel(page) {
  await command(page, 'Alliance: Show Trajectory');
  await panelOf(page).locator('svg').first().waitFor();
}

const session = (number) => join('c017', `session-0${number}.transcript`);

async function goToTurn(page, turn) {
  await command(page, 'Alliance: Go to Turn');
  await page.getByPlaceholder('A turn from').fill(turn);
  await choose(page, `Turn ${turn}`);
}

/** The coding of a session with its trajectory beside it, at a withdrawal that a hurried reader would miss. */
const coding = (theme) => ({
  options: { openFile: session(4), theme },
  async show(page) {
    await become(page, 'alice');
    await showPanel(page);
    await widen(page, 60);
    await goToTurn(page, '84');
  },
});

/** Five codes on one sentence, and passages within and across passages: the words only. */
const overlap = {
  options: {
    folder: join(root, 'test', 'host', 'workbench', 'overlap'),
    openFile: 'overlap.transcript',
    viewport: { width: 1080, height: 700 },
  },
  async show(page) {
    await become(page, 'alice');
    await page.keyboard.press('Control+b');
    const first = await page.locator('.view-line').filter({ hasText: 'It' }).first().boundingBox();
    const last = await page.locator('.view-line').filter({ hasText: 'still' }).first().boundingBox();
    return { x: 50, y: first.y, width: 1010, height: last.y + last.height + 3 - first.y };
  },
};

/** What a picture shows of the page: the box of one element. */
async function boxOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x, y, width, height };
}

const trajectoryTab = (page) => page.locator('.part.editor .editor-group-container').last();

/** All sessions of a case, in the editor tab. */
const caseCourse = {
  options: { openFile: session(4), viewport: { width: 1360, height: 1212 } },
  async show(page) {
    await become(page, 'alice');
    await command(page, 'Alliance: Open Trajectory in Editor');
    await command(page, 'Alliance: Show Trajectory of the Case');
    await page.keyboard.press('Control+b');
    const tab = trajectoryTab(page);
    await panelOf(page).locator('main.case svg').first().waitFor();
    return boxOf(tab);
  },
};

/** Two coders over the study, with what is behind the row of ruptures. */
const agreement = {
  options: { openFile: session(2) },
  async show(page) {
    await become(page, 'dana');
    await page.keyboard.press('Control+b');
    await command(page, 'Alliance: Show Agreement');
    await panelOf(page).locator('button.fold').filter({ hasText: 'Bond and all below' }).first().click();
    await panelOf(page).locator('.behind').first().waitFor();
  },
};

const adjudication = {
  options: { openFile: session(2), viewport: { width: 1360, height: 820 } },
  async show(page) {
    await become(page, 'dana');
    await command(page, 'Alliance: Show Disagreements');
    await page.locator('.pane-header').filter({ hasText: 'Trajectory' }).click();
    await command(page, 'Alliance: Adjudicate');
    await page.getByRole('button', { name: 'Begin' }).click();
    const sides = page.locator('.monaco-hover table');
    await sides.first().waitFor();
    await page
      .locator('.pane-body .monaco-list-row')
      .filter({ hasText: 'Therapist moves against /' })
      .click();
    await sides.filter({ hasText: '2 ·' }).first().waitFor();
    return null;
  },
  keepsHover: true,
};

/** A thread of a supervisor and a coder, beside the trajectory they speak of. */
const comment = {
  options: { openFile: session(2), viewport: { width: 1360, height: 820 } },
  async show(page) {
    await become(page, 'dana');
    await showPanel(page);
    await widen(page, 60);
    await goToTurn(page, '8');
    await page.keyboard.press('Alt+F9');
    await page.locator('.review-comment-contents').first().waitFor();
  },
};

const retrieve = {
  options: { openFile: session(2), viewport: { width: 1360, height: 820 } },
  async show(page) {
    await become(page, 'alice');
    await command(page, 'Alliance: Retrieve Passages');
    await page.locator('.quick-input-widget input').first().fill('code:rupture role:client');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Show' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.pane-header').filter({ hasText: 'Trajectory' }).click();
    await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'Nothing got in the way' }).click();
    await widen(page, 110);
  },
};

/** The parts of the panel, top to bottom, as docs/supervisors.md numbers them. */
const parts = ['.chips', '.sentences', '.curves', '.lane', '.arcs', '.strip', '.figures', '.episodes'];

/** Room for the numbers beside the panel. */
const margin = 34;

/** The panel alone, its parts numbered. */
const panelParts = {
  options: { openFile: session(3), viewport: { width: 1360, height: 1240 } },
  async show(page) {
    await become(page, 'alice');
    await showPanel(page);
    await widen(page, 110);
    await page.waitForTimeout(800);
    const bar = await boxOf(page.locator('.part.sidebar'));
    const boxes = await Promise.all(parts.map((part) => boxOf(panelOf(page).locator(part).first())));
    // Of what is taller than a number the beginning is meant.
    const places = boxes.map(({ y, height }) => y + Math.min(height / 2, 18));
    await page.evaluate(numbered, { left: bar.x + bar.width, width: margin, places });
    return { ...bar, width: bar.width + margin };
  },
};

/** Run in the page: a margin with numbers in circles. */
function numbered({ left, width, places }) {
  const strip = document.createElement('div');
  strip.style.cssText = `position:fixed;inset:0 auto 0 ${left}px;width:${width}px;background:#fff;z-index:9998`;
  for (const [index, y] of places.entries()) {
    const badge = document.createElement('div');
    badge.textContent = String(index + 1);
    const place = `position:absolute;left:6px;top:${y - 11}px;width:22px;height:22px;border-radius:11px;`;
    badge.style.cssText = `${place}background:#4a4a4a;color:#fff;font:bold 13px/22px sans-serif;text-align:center`;
    strip.append(badge);
  }
  document.body.append(strip);
}

const shots = {
  'coding-light': coding('light'),
  'coding-dark': coding('dark'),
  'coding-high-contrast': coding('high-contrast'),
  overlap,
  case: caseCourse,
  agreement,
  adjudication,
  'panel-parts': panelParts,
  comment,
  retrieve,
};

async function take(name, { options, show, keepsHover }) {
  const { page, close } = await openWorkbench({
    viewport: { width: 1360, height: 900 },
    settings,
    ...options,
  });
  page.setDefaultTimeout(20_000);
  try {
    const clip = await show(page);
    // Away from the words, which would show a hover.
    if (!keepsHover) await page.mouse.move(1100, 20);
    await page.waitForTimeout(800);
    await keep(name, await page.screenshot(clip ? { clip } : {}));
  } finally {
    await close();
  }
}

/** The report as a browser shows it, where its text has codes and comments in the margin. */
async function takeReport() {
  const { folder, remove } = temporaryFolder();
  const browser = await launchChromium();
  try {
    const file = join(folder, 'report.html');
    const words = [
      'export',
      join('test', 'samples', session(2)),
      '--format',
      'html',
      '--text',
      '--out',
      file,
    ];
    execFileSync(process.execPath, [join('dist', 'cli.js'), ...words], { cwd: root });
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(pathToFileURL(file).href);
    await page.getByText('Since Wednesday.').evaluate((turn) => {
      window.scrollBy(0, turn.getBoundingClientRect().top - 16);
    });
    await keep('report', await page.screenshot());
  } finally {
    await browser.close();
    remove();
  }
}

async function keep(name, picture) {
  const path = join(pictures, `${name}.png`);
  writeFileSync(path, picture);
  const { error } = spawnSync('pngquant', ['--force', '--strip', '--output', path, '256', path]);
  console.log(`docs/pictures/${name}.png${error ? ', in all its colours: there is no pngquant' : ''}`);
}

mkdirSync(pictures, { recursive: true });
const asked = process.argv.slice(2);
const isAsked = (name) => asked.length === 0 || asked.some((word) => name.includes(word));
for (const [name, shot] of Object.entries(shots)) if (isAsked(name)) await take(name, shot);
if (isAsked('report')) await takeReport();
