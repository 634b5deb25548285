// One in-host suite: `node test/run/host.mjs newest web`. The runner is @vscode/test-electron's, whatever the VS Code.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root, stopOnSignals, temporaryFolder } from './processes.mjs';
import { releases } from './vscode.mjs';

const [release = 'newest', host = 'node'] = process.argv.slice(2);
const desktop = process.env.VSCODE_DESKTOP;

/** A throw-away copy of the sample study, which the tests may change, and the folder above it. */
const study = join(temporaryFolder().folder, 'study');
cpSync(join(root, 'test', 'samples'), study, { recursive: true });

/** A desktop VS Code: downloaded where `VSCODE_DESKTOP=download`, else the one at the path given. */
const onTheDesktop = {
  ...(desktop === 'download' ? { version: releases[release].version } : { vscodeExecutablePath: desktop }),
  launchArgs: [study, ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
};

const inTheBrowser = {
  vscodeExecutablePath: join(root, 'test', 'run', 'vscode-in-browser.mjs'),
  launchArgs: [study, `--release=${release}`, `--host=${host}`],
};

stopOnSignals();
try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist', 'test', `host-${host}.js`),
    ...(desktop ? onTheDesktop : inTheBrowser),
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
