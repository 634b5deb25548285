// The browser that the tests drive: one that is there, else Debian's.
import { existsSync } from 'node:fs';
import { Failure, which, words } from './processes.mjs';
import { ensurePrograms } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Its path: the environment variable CHROMIUM, a program of the system, or undefined. */
export function findChromium() {
  return (
    process.env.CHROMIUM ??
    names.map(which).find((path) => path !== undefined) ??
    applications.find((path) => existsSync(path))
  );
}

/** Finds Chromium or installs it (with a font, which a bare system lacks). @returns {Promise<string>} its path */
export async function ensureChromium() {
  if (!findChromium()) await ensurePrograms({ chromium: 'chromium', 'fonts-liberation': 'fonts-liberation' });
  const path = findChromium();
  if (!path)
    throw new Failure('No Chromium found. Please set the environment variable CHROMIUM to its path.');
  return path;
}

const flags = words(`--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync`);

/** Starts it without a window, with everything off that looks for the net. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: flags,
  });
}
