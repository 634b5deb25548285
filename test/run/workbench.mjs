// A whole VS Code for a test to click through: VS Code's server, Chromium, the extension under development, a copy of a folder.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { root } from './processes.mjs';
import { copyForTheWorker, ensureVSCode, releases, startServer, workbenchAddress } from './vscode.mjs';

/** The first start on a loaded machine. */
const PATIENCE_MS = 60_000;

/** See workbench.d.mts. */
export async function openWorkbench(options = {}) {
  const {
    version = 'newest',
    host = 'node',
    folder = join(root, 'test', 'samples'),
    openFile,
    theme,
  } = options;
  const release = releases[version];
  await ensureVSCode(release);
  const state = mkdtempSync(join(tmpdir(), 'alliance-workbench-'));
  const study = join(state, basename(folder));
  cpSync(folder, study, { recursive: true });
  const extension = host === 'web' ? copyForTheWorker(join(state, 'extension')) : root;
  const settings = { ...(theme && { 'workbench.colorTheme': release.themes[theme] }), ...options.settings };
  const server = await startServer(release, { folder: state, settings });
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    const file = openFile && join(study, openFile);
    await page.goto(workbenchAddress(server.authority, { folder: study, extension, openFile: file }));
    await untilUp(page, openFile);
    return { page, folder: study, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The frame is drawn, the folder is listed, the file is on screen. */
async function untilUp(page, openFile) {
  const options = { timeout: PATIENCE_MS };
  await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item', options);
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', options);
  if (!openFile) return;
  await page.getByRole('tab', { name: basename(openFile) }).waitFor(options);
  await page.waitForSelector('.editor-instance .view-lines .view-line', options);
}
