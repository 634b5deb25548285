// `npm start [-- --port N] [--fresh]`: from a bare clone to a real VS Code with the packaged extension on the sample study.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  cache,
  Failure,
  freePort,
  root,
  say,
  start,
  step,
  stopOnSignals,
  which,
  words,
} from './processes.mjs';
import { alone, ensureDependencies, nodeOfTheProject } from './setup.mjs';
import { codeServerOf, ensureVSCode, quietSettings, releases, writeSettings } from './vscode.mjs';

/** Where it listens unless told otherwise, so that the address stays the same from one start to the next. */
const USUAL_PORT = 8410;

const study = join(cache, 'study');
const userData = join(cache, 'person');
const extensions = join(cache, 'person-extensions');

/** As _Set Up Study_ has it for a study of one's own: the Explorer shows transcripts, with what was coded folded away under them. */
const nesting = {
  'explorer.fileNesting.enabled': true,
  'explorer.fileNesting.expand': false,
  'explorer.fileNesting.patterns': { '*.transcript': '${capture}.*.yaml' },
};

/** The study lies below the clone, and whether to open that as a repository is no question for who tries it. */
const unasked = { 'git.openRepositoryInParentFolders': 'never' };

/** The sample study as a person left it, with a recording to import: copied once, reset when asked. */
function prepareStudy(fresh) {
  if (fresh) for (const folder of [study, userData]) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(study)) {
    cpSync(join(root, 'test', 'samples'), study, { recursive: true });
    cpSync(join(root, 'media', 'sample', 'zoom'), join(study, 'zoom'), { recursive: true });
  }
  if (!existsSync(join(userData, 'User', 'settings.json'))) {
    writeSettings(userData, { ...quietSettings, ...nesting, ...unasked });
  }
}

/** A desktop VS Code, where there is one and a screen to show it on. */
function findDesktop() {
  const screen = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return screen ? (process.env.VSCODE_DESKTOP ?? which('code')) : undefined;
}

/** Opens a window with its own profile and waits until it is closed. */
function openDesktop(code) {
  say('Opening VS Code with the extension on the sample study. Ctrl+C or closing the window ends it.');
  const args = [
    '--wait',
    '--new-window',
    '--user-data-dir',
    userData,
    `--extensionDevelopmentPath=${root}`,
    study,
  ];
  return start(code, args, { group: true }).ended;
}

/** The window is no child of ours: VS Code leaves its number in its profile. */
function closeDesktop() {
  try {
    process.kill(Number(readFileSync(join(userData, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // No window is open.
  }
}

/** Installs the package as a user would, then serves VS Code to the browser until it is stopped. */
async function serve(packageFile, wished) {
  const release = releases.newest;
  await ensureVSCode(release);
  const entry = join(codeServerOf(release), 'out', 'node', 'entry.js');
  const profile = ['--user-data-dir', userData, '--extensions-dir', extensions];
  const env = { VSCODE_IPC_HOOK_CLI: undefined };
  await alone('installation', () => {
    const args = [entry, ...profile, '--install-extension', packageFile, '--force'];
    return step(`Installing ${packageFile}`, nodeOfTheProject(), args, { env });
  });
  const port = await freePort(wished ?? USUAL_PORT);
  if (wished && port !== wished)
    throw new Failure(`Port ${wished} is in use. Leave --port out to take a free one.`);
  const quiet = words('--auth none --disable-telemetry --disable-update-check --disable-workspace-trust');
  const args = [entry, ...profile, ...quiet, '--bind-addr', `127.0.0.1:${port}`, study];
  let output = '';
  const server = start(nodeOfTheProject(), args, {
    env,
    group: true,
    onOutput: (text) => {
      if (!output.includes('HTTP server listening') && (output += text).includes('HTTP server listening')) {
        say(`\nVS Code ${release.version} with the extension is ready. Open this address; Ctrl+C stops it:`);
        say(`\n  http://127.0.0.1:${port}/?folder=${encodeURIComponent(study)}\n`);
        say(
          'To begin there: the Alliance icon at the left, then “Get Started”; or F1, “Alliance: Get Started”.\n',
        );
      }
    },
  });
  const code = await server.ended;
  if (!output.includes('HTTP server listening')) say(output);
  return code;
}

function optionsGiven() {
  try {
    return parseArgs({ options: { port: { type: 'string' }, fresh: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Failure(`${error.message}\nUsage: npm start [-- --port N] [--fresh]`);
  }
}

async function main() {
  const { port, fresh } = optionsGiven();
  if (port !== undefined && !(Number(port) > 0 && Number(port) < 65_536)) {
    throw new Failure(`--port takes a number from 1 to 65535, not “${port}”.`);
  }
  await ensureDependencies();
  await alone('package', () => step('Building and packaging the extension', 'npm', ['run', 'package']));
  prepareStudy(fresh);
  const desktop = findDesktop();
  if (desktop) return openDesktop(desktop);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return serve(join(root, `${name}-${version}.vsix`), port && Number(port));
}

stopOnSignals(0, closeDesktop);
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  },
);
