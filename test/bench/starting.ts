import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { notesFile, transcriptFile, type Workbenches } from './workbenches';
import type { Figure } from './ratio';

/** What the extension costs a window that opens: time until something is to be seen, and memory. */

const rounds = 3;

const patienceMilliseconds = 90_000;

/** What is read and drawn when a file is opened has been by then. */
const settleMilliseconds = 5_000;

/** The first words with a stripe; the first heading of the file in the line above the text. */
const decorated = '.view-lines span[class*="ced-"]';
const outlined = '.breadcrumbs-control .outline-element';

export async function startingFigures({ plain, coding }: Workbenches): Promise<Figure[]> {
  const [times, hosts, windows]: [number[], number[], number[]] = [[], [], []];
  // The first round fills caches of the browser and the disk, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const own = await started(coding, transcriptFile, decorated);
    const markdown = await started(coding, notesFile, outlined);
    const without = await started(plain, transcriptFile, '.view-lines .view-line');
    console.error(`starting: ${round} of ${rounds}`);
    if (round === 0) continue;
    times.push(own.milliseconds / markdown.milliseconds);
    hosts.push(own.host / without.host);
    windows.push((own.host + own.page) / (without.host + without.page));
  }
  return [
    {
      what: 'a window opens on a transcript of 1,500 turns, extensions there to first stripe on screen',
      against: 'the same on Markdown, to its first outline',
      ratios: times,
    },
    {
      what: 'memory of a window and its extension host, that transcript open',
      against: 'the same VS Code without the extension',
      ratios: windows,
    },
    {
      what: '… of the extension host alone',
      against: 'the same VS Code without the extension',
      ratios: hosts,
    },
  ];
}

interface Started {
  /** From the moment at which VS Code knows its extensions to the frame that shows what was waited for. */
  readonly milliseconds: number;
  /** Memory in kB: of the window's extension host, and of its page. */
  readonly host: number;
  readonly page: number;
}

/** A window of its own on a file, as if nobody had been there before. */
async function started(
  { page, folder }: { page: Page; folder: string },
  file: string,
  sign: string,
): Promise<Started> {
  const browser = page.context().browser();
  if (!browser) throw new Error('There is no browser any more.');
  const before = await processesOf(browser, dirname(folder));
  const context = await browser.newContext({ viewport: page.viewportSize() });
  try {
    const window = await context.newPage();
    await window.addInitScript(watchFor, sign);
    await window.goto(page.url().replace(transcriptFile, file));
    await window.waitForFunction('window.allianceSeen', null, { timeout: patienceMilliseconds });
    // A text without stripes may stand there before VS Code knows its extensions.
    await window.waitForTimeout(settleMilliseconds);
    const milliseconds: unknown = await window.evaluate(
      "window.allianceSeen - performance.getEntriesByName('code/didLoadExtensions')[0].startTime",
    );
    const { hosts, pages } = await processesOf(browser, dirname(folder));
    const largest = (now: Sizes, then: Sizes): number =>
      Math.max(...[...now].flatMap(([id, size]) => (then.has(id) ? [] : [size])));
    return {
      milliseconds: Number(milliseconds),
      host: largest(hosts, before.hosts),
      page: largest(pages, before.pages),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything else: when the first frame with such an element has been painted. */
function watchFor(sign: string): void {
  const painted = new MessageChannel();
  painted.port1.addEventListener('message', () => {
    Object.assign(globalThis, { allianceSeen: performance.now() });
  });
  painted.port1.start();
  const look = (): void => {
    if (document.querySelector(sign)) requestAnimationFrame(() => painted.port2.postMessage(null));
    else requestAnimationFrame(look);
  };
  look();
}

/** Memory in kB by the number of the process. */
type Sizes = ReadonlyMap<number, number>;

/** The extension hosts of the VS Code whose state is in this folder, and the pages of the browser that shows it. */
async function processesOf(browser: Browser, state: string): Promise<{ hosts: Sizes; pages: Sizes }> {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
  const all = listed.split('\n').flatMap((line) => {
    const [, id, parent, size, call = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id: Number(id), parent: Number(parent), size: Number(size), call }];
  });
  const byId = new Map(all.map((one) => [one.id, one]));
  const isBelow = (id: number): boolean => {
    const one = byId.get(id);
    return one !== undefined && (one.call.includes(state) || isBelow(one.parent));
  };
  const asked = await browser.newBrowserCDPSession();
  const { processInfo } = await asked.send('SystemInfo.getProcessInfo');
  await asked.detach();
  const renderers = new Set(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
  const sizes = (found: typeof all): Sizes => new Map(found.map(({ id, size }) => [id, size]));
  return {
    hosts: sizes(all.filter(({ id, call }) => call.includes('--type=extensionHost') && isBelow(id))),
    pages: sizes(all.filter(({ id }) => renderers.has(id))),
  };
}
