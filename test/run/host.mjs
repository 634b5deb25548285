// One in-host suite: `node test/run/host.mjs newest web`. The runner is @vscode/test-electron's, whatever the VS Code.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './processes.mjs';
import { releases } from './vscode.mjs';

const [release = 'newest', host = 'node'] = process.argv.slice(2);
const desktop = process.env.VSCODE_DESKTOP;

/** A throw-away copy of the sample study, which the tests may change. */
const study = mkdtempSync(join(tmpdir(), 'alliance-study-'));
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

try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist', 'test', `host-${host}.js`),
    ...(desktop ? onTheDesktop : inTheBrowser),
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(study, { recursive: true, force: true });
}
