// A whole VS Code for a test to click through: VS Code's server, Chromium, the extension under development, a copy of a folder.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { root, temporaryFolder } from './processes.mjs';
import { copyExtension, ensureVSCode, releases, startServer, workbenchAddress } from './vscode.mjs';

/** The first start on a loaded machine. */
const PATIENCE_MS = 60_000;

/** See workbench.d.mts. */
export async function openWorkbench(options = {}) {
  const {
    version = 'newest',
    host = 'node',
    folder = join(root, 'test', 'samples'),
    openFile,
    theme = 'light',
  } = options;
  const release = releases[version];
  await ensureVSCode(release);
  const { folder: state, remove } = temporaryFolder();
  const study = join(state, basename(folder));
  cpSync(folder, study, { recursive: true });
  const extension = copyExtension(join(state, 'extensions', 'alliance-coder.alliance-coder'), host);
  options.prepare?.({ extension, study, userData: join(state, 'user-data') });
  const colours = { 'window.autoDetectColorScheme': false, 'workbench.colorTheme': release.themes[theme] };
  const settings = { ...colours, ...options.settings };
  const server = await startServer(release, { folder: state, settings });
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await server.stop();
    remove();
  };
  try {
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    const file = openFile && join(study, openFile);
    await page.goto(workbenchAddress(server.authority, { folder: study, openFile: file }));
    await untilUp(page, theme, openFile);
    return { page, folder: study, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How the workbench marks itself, once a theme has been applied. */
const classOfTheme = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};

/** The frame is drawn in its colours, the folder is listed, the file is on screen. */
async function untilUp(page, theme, openFile) {
  const options = { timeout: PATIENCE_MS };
  await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item', options);
  await page.waitForSelector(`.monaco-workbench.${classOfTheme[theme]}`, options);
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', options);
  if (!openFile) return;
  await page.getByRole('tab', { name: basename(openFile) }).waitFor(options);
  await page.waitForSelector('.editor-instance .view-lines .view-line', options);
}
