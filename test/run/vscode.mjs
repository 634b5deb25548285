// VS Code where no desktop can be had: the server of the npm package code-server, in the project's cache.
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, Failure, namesIn, root, start, step, which, words } from './processes.mjs';
import { alone, ensurePrograms, nodeOfTheProject } from './setup.mjs';

/**
 * The newest and the oldest supported VS Code. The releases are pinned: the tests lean on VS Code's own flag for its integration tests.
 * @typedef {{ version: string, codeServer: string, themes: Record<'light' | 'dark' | 'high-contrast' | 'high-contrast-light', string> }} Release
 */
const contrast = {
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** @type {Record<'newest' | 'oldest', Release>} */
export const releases = {
  newest: {
    version: '1.139.1',
    codeServer: '4.139.1',
    themes: { light: 'Light Modern', dark: 'Dark Modern', ...contrast },
  },
  oldest: {
    version: '1.100.3',
    codeServer: '4.100.3',
    themes: { light: 'Default Light Modern', dark: 'Default Dark Modern', ...contrast },
  },
};

/** A quiet start: no welcome page, no chat, no look-ups in the net. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'security.workspace.trust.enabled': false,
};

/** In the browser VS Code saves what is typed after a second, on the desktop it does not: a test decides itself what is saved. */
const savesWhenTold = { 'files.autoSave': 'off' };

/** Its name of old, and of today. */
const watchdogs = ['native-watchdog', '@vscode/native-watchdog'];

const folderOf = (release) => join(cache, `code-server-${release.codeServer}`);

/** The package's folder. @param {Release} release */
export const codeServerOf = (release) => join(folderOf(release), 'node_modules', 'code-server');

/**
 * Installs a release into the cache, once. Its own install script is not run (it builds more than is needed, and fails without
 * Kerberos' headers); of the native modules the extension host needs only two.
 * @param {Release} release
 */
export async function ensureVSCode(release) {
  const complete = join(folderOf(release), 'complete');
  if (existsSync(complete)) return;
  await ensurePrograms({ 'g++': 'g++', make: 'make', python3: 'python3', rg: 'ripgrep' });
  await alone(`code-server-${release.codeServer}`, async () => {
    if (existsSync(complete)) return;
    await install(release);
    writeFileSync(complete, '');
  });
}

async function install(release) {
  const title = `VS Code ${release.version}`;
  const vscode = join(codeServerOf(release), 'lib', 'vscode');
  const env = { npm_config_nodedir: headersOfNode() };
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];
  const server = ['--prefix', folderOf(release), '--ignore-scripts', `code-server@${release.codeServer}`];
  await step(`${title}: downloading code-server`, 'npm', ['install', ...quiet, ...server], { cwd: cache });
  const modules = ['install', '--omit=dev', '--ignore-scripts', ...quiet];
  await step(`${title}: downloading its modules`, 'npm', modules, { cwd: vscode });
  const native = ['rebuild', ...quiet, '@vscode/spdlog', ...watchdogs];
  await step(`${title}: building the extension host's native modules`, 'npm', native, { cwd: vscode, env });
  linkRipgrep(vscode);
}

/** Node's headers come with the binary, so nothing is downloaded for the build. */
function headersOfNode() {
  const modules = join(root, 'node_modules', 'node', 'node_modules');
  const binary = namesIn(modules).find((name) => /^node-(linux|darwin)/.test(name));
  return binary && join(modules, binary);
}

/** Older releases expect a downloaded ripgrep for `findFiles`; the system's does. */
function linkRipgrep(vscode) {
  const folder = join(vscode, 'node_modules', '@vscode', 'ripgrep');
  const link = join(folder, 'bin', 'rg');
  if (!existsSync(folder) || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(which('rg'), link);
}

/** Writes settings where the server looks for a user's and for the machine's. */
export function writeSettings(userData, settings) {
  for (const owner of ['User', 'Machine']) {
    mkdirSync(join(userData, owner), { recursive: true });
    writeFileSync(join(userData, owner, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}

const serverFlags = words(`--host 127.0.0.1 --port 0 --without-connection-token --accept-server-license-terms
  --enable-smoke-test-driver --telemetry-level off --disable-workspace-trust`);

/**
 * Starts VS Code's server for a test, on a port of its own choice, with the development payload honoured.
 * @param {Release} release
 * @param {{ folder: string, settings?: Record<string, unknown>, onOutput?: (text: string) => void }} options `folder` takes its throw-away state
 * @returns {Promise<{ authority: string, stop: () => Promise<void> }>}
 */
export async function startServer(release, { folder, settings = {}, onOutput }) {
  const userData = join(folder, 'user-data');
  writeSettings(userData, { ...quietSettings, ...savesWhenTold, ...settings });
  const entry = join(codeServerOf(release), 'lib', 'vscode', 'out', 'server-main.js');
  const args = [
    entry,
    ...serverFlags,
    '--user-data-dir',
    userData,
    '--extensions-dir',
    join(folder, 'extensions'),
  ];
  return new Promise((resolve, reject) => {
    let output = '';
    const server = start(nodeOfTheProject(), args, {
      env: { VSCODE_IPC_HOOK_CLI: undefined, EXTENSIONS_GALLERY: '{}' },
      onOutput: (text) => {
        output += text;
        onOutput?.(text);
        const port = /agent listening on (\d+)/.exec(output)?.[1];
        if (port) resolve({ authority: `127.0.0.1:${port}`, stop: server.stop });
      },
    });
    void server.ended.then(() => reject(new Failure(`VS Code's server did not start.\n${output}`)));
  });
}

/**
 * The address of a workbench on a folder. An extension under development, with the bundle of its tests, can be named; else the
 * installed ones run.
 * @param {string} authority
 * @param {{ folder: string, extension?: string, tests?: string, openFile?: string }} what absolute paths
 */
export function workbenchAddress(authority, { folder, extension, tests, openFile }) {
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['logLevel', 'error'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(openFile ? [['openFile', remote(openFile)]] : []),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

/**
 * Copies what the package holds, the tests, and the English texts for a test to translate. For the web worker host the entry for Node is left out: then VS Code runs it there.
 * @param {string} folder where the copy goes
 * @param {'node' | 'web'} host
 */
export function copyExtension(folder, host) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = [...manifest.files.filter((name) => !name.includes('*')), 'l10n', 'dist/test'];
  parts.push(...namesIn(root).filter((name) => name.startsWith('package.nls')));
  for (const part of parts.filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const main = host === 'web' ? undefined : manifest.main;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main }));
  return folder;
}
