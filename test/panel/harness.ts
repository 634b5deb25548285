import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { fromAgreement } from '../../src/panel/agreement/messages';
import { fromCaseTable } from '../../src/panel/case-table/messages';
import { type FromPanel, fromPanel, type PanelState, type ToPanel } from '../../src/panel/messages';
import type { PanelRoot } from '../../src/panel/roots';
import { pagePolicy } from '../../src/views/trajectory/policy';
import { type ThemeName, themes } from './themes';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

declare global {
  /** What the host's stub, these tests and hostile text put into the page. */
  interface Window {
    sent: unknown[];
    changes?: number;
    harmed?: boolean;
    axe?: { run(): Promise<AxeResults> };
    reportViolation?: (text: string) => void;
  }
}

/** As the host of each page reads what it sends. */
const readers = {
  'alliance-panel': fromPanel,
  'alliance-agreement': fromAgreement,
  'alliance-case-table': fromCaseTable,
} as const;

const nonce = 'bm9uY2Utb2YtdGhlLXRlc3Q';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the host's script would give the page: the channel, its memory, the theme. */
const hostStub = `
const theme = JSON.parse(new URLSearchParams(location.search).get('theme'));
for (const [name, value] of Object.entries(theme.variables)) {
  document.documentElement.style.setProperty('--vscode-' + name, value);
}
document.body.classList.add(...theme.classes);
document.body.dataset.vscodeThemeKind = theme.kind;
document.adoptedStyleSheets = [new CSSStyleSheet()];
document.adoptedStyleSheets[0].replaceSync(
  'body { color: var(--vscode-editor-foreground); padding: 0 20px; } html { background: var(--vscode-sideBar-background); }');
window.sent = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.sent.push(message),
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
});
`;

/** The page as the host writes it. */
function pageOf(source: string, root: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(nonce, source)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trajectory</title>
</head>
<body data-root="${root}">
<script nonce="${nonce}" src="host.js"></script>
<script nonce="${nonce}" src="panel.js"></script>
</body>
</html>`;
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [join(process.cwd(), 'src/panel/main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome132',
    write: false,
  });
  return result.outputFiles[0]?.text ?? '';
}

function serve(script: string): Promise<{ server: Server; origin: string }> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      const { pathname, origin, searchParams } = new URL(
        request.url ?? '/',
        `http://${request.headers.host ?? ''}`,
      );
      const files: Record<string, [type: string, body: string]> = {
        '/': ['text/html; charset=utf-8', pageOf(origin, searchParams.get('root') ?? '')],
        '/host.js': ['text/javascript; charset=utf-8', hostStub],
        '/panel.js': ['text/javascript; charset=utf-8', script],
      };
      const [type, body] = files[pathname] ?? ['text/plain', ''];
      response.writeHead(files[pathname] ? 200 : 404, { 'content-type': type }).end(body);
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        server,
        origin: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '',
      });
    });
  });
}

export interface Look {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly fontSize?: number;
  readonly scale?: number;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** The side panel where it is not said. */
  readonly root?: PanelRoot;
}

/** A page with all it asked for and violated. */
export interface WatchedPage {
  readonly page: Page;
  readonly requests: string[];
  readonly faults: string[];
  close(): Promise<void>;
}

/** A panel in a page, with all it sent. */
export interface OpenPanel extends WatchedPage {
  show(state: PanelState): Promise<void>;
  tell(message: ToPanel): Promise<void>;
  /** Any data, also what no host should send. */
  tellRaw(data: unknown): Promise<void>;
  /** What the panel has sent, each read as the host reads it. */
  sent(): Promise<FromPanel[]>;
  /** Fails where the page has sent what its host would not take. */
  checkSent(): Promise<void>;
  forgetSent(): Promise<void>;
  /** The key of what has the focus, or null. */
  focus(): Promise<string | null>;
}

async function watch(context: BrowserContext, page: Page): Promise<{ requests: string[]; faults: string[] }> {
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  await context.exposeFunction('reportViolation', (text: string) => faults.push(`violation: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation?.(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { requests, faults };
}

/** One browser and one server for all panels of a run. */
export class Bench {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #origin: string;

  private constructor(browser: Browser, server: Server, origin: string) {
    this.#browser = browser;
    this.#server = server;
    this.#origin = origin;
  }

  static async open(): Promise<Bench> {
    const { server, origin } = await serve(await bundle());
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    return new Bench(await chromium.launch({ executablePath, args: flags }), server, origin);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** An empty page, as wide as said, that tells what it asks for and what goes wrong in it. */
  async blank(width: number): Promise<WatchedPage> {
    const context = await this.#browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    return { page, ...(await watch(context, page)), close: () => context.close() };
  }

  /** Opens the page and waits for the panel's `ready`. */
  async panel(look: Look = {}): Promise<OpenPanel> {
    const theme = themes[look.theme ?? 'dark'];
    const context = await this.#browser.newContext({
      viewport: { width: look.width ?? 300, height: look.height ?? 900 },
      deviceScaleFactor: look.scale ?? 1,
      reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: look.forcedColors ? 'active' : 'none',
    });
    const page = await context.newPage();
    const { requests, faults } = await watch(context, page);
    const variables = look.fontSize
      ? { ...theme.variables, 'font-size': `${look.fontSize}px` }
      : theme.variables;
    const query = encodeURIComponent(JSON.stringify({ ...theme, variables }));
    await page.goto(`${this.#origin}/?root=${look.root ?? 'alliance-panel'}&theme=${query}`);
    const drawn = async (): Promise<void> => {
      await page.evaluate(
        () =>
          new Promise<void>((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))),
          ),
      );
    };
    const tellRaw = async (data: unknown): Promise<void> => {
      await page.evaluate((message) => window.postMessage(message, '*'), data);
      await drawn();
    };
    return {
      page,
      requests,
      faults,
      tellRaw,
      tell: tellRaw,
      show: (state) => tellRaw({ type: 'show', state }),
      sent: async () => (await page.evaluate(() => window.sent)).map((message) => fromPanel.parse(message)),
      checkSent: async () => {
        const reader = readers[look.root ?? 'alliance-panel'];
        for (const message of await page.evaluate(() => window.sent)) reader.parse(message);
      },
      forgetSent: () => page.evaluate(() => void (window.sent = [])),
      focus: () =>
        page.evaluate(
          () =>
            document
              .querySelector(document.body.dataset['root'] ?? 'body')
              ?.shadowRoot?.activeElement?.getAttribute('data-key') ?? null,
        ),
      close: () => context.close(),
    };
  }
}

let shared: Promise<Bench> | null = null;

/** The run's bench, opened at the first call. */
export function bench(): Promise<Bench> {
  shared ??= Bench.open();
  return shared;
}

/** Closes what `bench` opened; a later call opens anew. */
export async function closeBench(): Promise<void> {
  const open = shared;
  shared = null;
  if (open) await (await open).close();
}

/** The source of axe-core, to be evaluated in a page. */
export function axeSource(): string {
  return readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');
}
