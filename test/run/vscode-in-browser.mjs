#!/usr/bin/env node
// Stands in for the `code` that @vscode/test-electron starts: the same arguments, the same exit code, but VS Code's server and
// Chromium without a window. Started with `FOLDER --release=newest --host=web` and what test-electron adds.
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { stopOnSignals, temporaryFolder } from './processes.mjs';
import { withSourcePositions } from './source-positions.mjs';
import { copyExtension, releases, startServer, workbenchAddress } from './vscode.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    release: { type: 'string' },
    host: { type: 'string' },
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

/** Opens the workbench, lets the extension host run the tests and returns their exit code. */
async function runTests(state) {
  const worker = values.host === 'web';
  const extension = worker ? copyExtension(join(state, 'extension'), 'web') : values.extensionDevelopmentPath;
  const tests = values.extensionTestsPath.replace(values.extensionDevelopmentPath, extension);
  const server = await startServer(releases[values.release], { folder: state, onOutput: () => {} });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const exitCode = new Promise((done) => void page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', (_kind, args) => print(args));
    await page.goto(workbenchAddress(server.authority, { folder: positionals[0], extension, tests }));
    return await exitCode;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** What the hosts log; that code-server's outer layer, which serves a service worker, is not there is no news. */
function print(args) {
  const text = format(...args);
  if (!text.startsWith('[Service Worker]')) console.log(withSourcePositions(text));
}

stopOnSignals();
process.exitCode = await runTests(temporaryFolder().folder);
