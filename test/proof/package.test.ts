import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import { unzip } from './zip';
import { modulesOf, waysOut } from './waysOut';

const bundles = ['desktop', 'web', 'panel', 'cli'] as const;
type Bundle = (typeof bundles)[number];

/** Everything in the package. What is new here is meant to ship. */
const contents = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/THIRD-PARTY-NOTICES.txt',
  'extension/changelog.md',
  'extension/dist/cli.js',
  'extension/dist/desktop.js',
  'extension/dist/panel.js',
  'extension/dist/web.js',
  'extension/l10n/bundle.l10n.de.json',
  'extension/l10n/bundle.l10n.es.json',
  'extension/language-configuration.json',
  'extension/media/alliance.svg',
  'extension/media/icon.png',
  'extension/media/sample/alliance.study.yaml',
  'extension/media/sample/zoom/GMT20260316-150412_Recording.transcript.vtt',
  'extension/media/schemas/annotations.schema.json',
  'extension/media/schemas/codebook.schema.json',
  'extension/media/schemas/study.schema.json',
  'extension/media/transcript-dark.svg',
  'extension/media/transcript-light.svg',
  'extension/media/walkthrough/code.svg',
  'extension/media/walkthrough/mode.svg',
  'extension/media/walkthrough/name.svg',
  'extension/media/walkthrough/release.svg',
  'extension/media/walkthrough/study.svg',
  'extension/media/walkthrough/trajectory.svg',
  'extension/package.json',
  'extension/package.nls.de.json',
  'extension/package.nls.es.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/syntaxes/session-transcript.tmLanguage.json',
  'extension/test/samples/c017/session-01.alice.alliance.yaml',
  'extension/test/samples/c017/session-01.bob.alliance.yaml',
  'extension/test/samples/c017/session-01.dana.alliance.yaml',
  'extension/test/samples/c017/session-01.transcript',
  'extension/test/samples/c017/session-02.alice.alliance.yaml',
  'extension/test/samples/c017/session-02.bob.alliance.yaml',
  'extension/test/samples/c017/session-02.dana.alliance.yaml',
  'extension/test/samples/c017/session-02.transcript',
];

/** The only modules that each bundle finds outside of itself: no network, no processes. */
const modules: Readonly<Record<Bundle, readonly string[]>> = {
  desktop: ['./web', 'node:fs', 'node:fs/promises', 'node:path', 'vscode'],
  // Those of Node are asked for on the command line only, which is in it: test/host runs the rest where there is no Node.
  web: ['node:fs', 'node:fs/promises', 'node:path', 'node:readline', 'node:util', 'vscode'],
  panel: [],
  cli: ['./web'],
};

const packageFacts = z.object({ name: z.string(), version: z.string() });
const sourceMap = z.object({ sources: z.array(z.string()) });

const notCopied = /^(?:node_modules|dist|coverage|\.git|\.vscode-test|.*\.vsix)$/;

/** A copy of the project to package in, so that nobody's build is disturbed. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-'));
  for (const name of readdirSync(process.cwd())) {
    if (!notCopied.test(name)) cpSync(join(process.cwd(), name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function run(folder: string, command: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

function packageOf(folder: string): string {
  const { name, version } = packageFacts.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return `${name}-${version}.vsix`;
}

/** A tiny program, bundled as ours are. */
async function bundled(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

suite('the package', function () {
  this.timeout('300s');
  let folder = '';
  let archive: Buffer;
  let files: ReadonlyMap<string, Buffer>;
  const unminified = new Map<Bundle, number>();
  const code = (name: Bundle): string => files.get(`extension/dist/${name}.js`)?.toString('utf8') ?? '';

  suiteSetup(() => {
    folder = copyProject();
    run(folder, process.execPath, 'esbuild.js', ...bundles);
    for (const name of bundles) unminified.set(name, statSync(join(folder, 'dist', `${name}.js`)).size);
    run(folder, 'npm', 'run', 'package');
    archive = readFileSync(join(folder, packageOf(folder)));
    files = unzip(archive);
  });

  suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what it should and nothing else', () => {
    assert.deepEqual([...files.keys()].toSorted(), contents);
  });

  test('is the same byte for byte from other copies of the sources, elsewhere and later', () => {
    const second = copyProject();
    run(second, 'env', 'TZ=Pacific/Auckland', 'LC_ALL=sv_SE.UTF-8', 'npm', 'run', 'package');
    const again = readFileSync(join(second, packageOf(second)));
    rmSync(second, { recursive: true, force: true });
    assert.ok(archive.equals(again));
  });

  test('holds every file that its manifest names', () => {
    const manifest = files.get('extension/package.json')?.toString('utf8') ?? '';
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|syntaxes|dist)\/[^"]+|[\w-]+\.json)"/g)];
    const isThere = (path: string): boolean =>
      [...files.keys()].some((file) => `${file}/`.startsWith(`extension/${path}/`));
    const missing = named.flatMap(([, path]) => (path && !isThere(path) ? path : []));
    assert.deepEqual(missing, []);
  });

  test('is smaller than 800 kB', () => {
    assert.ok(archive.length < 800_000, `${archive.length} bytes`);
  });

  test('has an icon of 128 × 128', () => {
    const icon = files.get('extension/media/icon.png');
    assert.deepEqual(
      [icon?.toString('latin1', 1, 4), icon?.readUInt32BE(16), icon?.readUInt32BE(20)],
      ['PNG', 128, 128],
    );
  });

  for (const name of bundles) {
    test(`${name}: minified, without a map`, () => {
      const size = Buffer.byteLength(code(name));
      const before = unminified.get(name) ?? 0;
      assert.ok(size > 0 && size < 0.8 * before, `${size} of ${before} bytes`);
      assert.doesNotMatch(code(name), /sourceMappingURL|sourcesContent/);
    });

    test(`${name}: reaches no network and runs no code from text`, () => {
      assert.deepEqual(waysOut(code(name)), []);
      assert.deepEqual(
        modulesOf(code(name)).filter((module) => !modules[name].includes(module)),
        [],
      );
    });
  }

  test('names every library in its bundles, with its licence', () => {
    const notices = files.get('extension/THIRD-PARTY-NOTICES.txt')?.toString('utf8') ?? '';
    const libraries = new Set(bundles.flatMap((name) => librariesOf(join(folder, 'dist', `${name}.js.map`))));
    assert.ok(libraries.size > 5);
    for (const library of libraries) {
      const { version } = packageFacts.parse(
        JSON.parse(readFileSync(join(folder, 'node_modules', library, 'package.json'), 'utf8')),
      );
      assert.ok(notices.includes(`\n${library} ${version} (`), library);
      assert.match(notices.split(`\n${library} ${version} (`)[1] ?? '', /^[^=]*\)\n=+\n\n[\s\S]*copyright/i);
    }
  });

  test('the notices in the project are those of its libraries: else run `npm run package`', () => {
    const name = 'THIRD-PARTY-NOTICES.txt';
    assert.equal(readFileSync(name, 'utf8'), readFileSync(join(folder, name), 'utf8'));
  });
});

/** The packages whose files a bundle was made of, by its source map. */
function librariesOf(map: string): string[] {
  const { sources } = sourceMap.parse(JSON.parse(readFileSync(map, 'utf8')));
  return sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
}

/** Each of these would be a way out; bundled and minified as ours are, each is found. */
const programs: Readonly<Record<string, string>> = {
  'a request': `fetch('/x').then(console.log)`,
  'a request by another name': `const { fetch: get } = globalThis; get('/x')`,
  'an old request': `new XMLHttpRequest().open('GET', '/x')`,
  'a socket': `new WebSocket(location.host)`,
  'a stream of events': `new EventSource('/x')`,
  'a beacon': `navigator.sendBeacon('/x')`,
  'a script from elsewhere': `importScripts('/x')`,
  'a module from elsewhere': `import(globalThis.where)`,
  'a worker': `new Worker('/x')`,
  'an address': `document.body.append('https://example.org/x')`,
  'evaluated text': `eval(globalThis.text)`,
  'a function from text': `new Function('return 1')()`,
  'a function from text by another name': `const F = Function; new F('')`,
  'a module chosen at run time': `require(globalThis.name)`,
  'a page in the browser': `globalThis.vscode.env.openExternal('x')`,
};

suite('the search for ways out', () => {
  for (const [what, program] of Object.entries(programs)) {
    test(`finds ${what}`, async () => {
      assert.notDeepEqual(waysOut(await bundled(program)), []);
    });
  }

  for (const module of [
    'http',
    'https',
    'net',
    'tls',
    'dgram',
    'dns',
    'http2',
    'child_process',
    'worker_threads',
  ]) {
    test(`finds the module ${module}`, async () => {
      const asked = modulesOf(await bundled(`import * as it from 'node:${module}'; console.log(it)`));
      assert.deepEqual(asked, [`node:${module}`]);
      for (const name of bundles) assert.ok(!modules[name].includes(`node:${module}`));
    });
  }

  test('finds what a library brings: the whole of zod compiles its parsers', async () => {
    const whole = await bundled(
      `import { z } from 'zod'; console.log(z.object({ a: z.string() }).parse({}))`,
    );
    assert.ok(waysOut(whole).includes('Function'));
  });

  test('finds nothing in a program that only computes', async () => {
    assert.deepEqual(waysOut(await bundled(`console.log([1, 2].map((each) => each * 2))`)), []);
  });
});
