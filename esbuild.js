// Builds everything from one place:  node esbuild.js [--production] [--watch] [target …]
// Without a target: what ships, and the tests. A new test file needs no entry here.
'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));

/** What both a VS Code of 2025 and its webviews understand. */
const forNode = { platform: 'node', format: 'cjs', target: 'node20' };
const forWorker = {
  platform: 'browser',
  format: 'cjs',
  target: 'chrome132',
  mainFields: ['browser', 'module', 'main'],
};
const forPanel = { platform: 'browser', format: 'iife', target: 'chrome132' };

/** What ships: target → entry file and options. */
const products = {
  // Both hosts and the command line run the same code: it is shipped once, in the bundle that may not be divided.
  web: {
    entry: 'src/web.ts',
    ...forWorker,
    target: [forWorker.target, forNode.target],
    external: ['vscode', 'node:*'],
  },
  desktop: { entry: 'src/desktop.ts', ...forNode, external: ['vscode', './web'] },
  cli: {
    entry: 'src/commandLine.ts',
    ...forNode,
    external: ['./web'],
    banner: { js: '#!/usr/bin/env node' },
  },
  panel: { entry: 'src/panel/main.ts', ...forPanel },
};

/** Packages that tests in Node load as they are. */
const tools = ['playwright-core', 'axe-core', 'esbuild', 'typescript', '@vscode/*'];

/** Where Node's own assertions do not exist. */
const assertInWorker = { 'node:assert/strict': join(__dirname, 'test', 'run', 'assert-in-worker.mjs') };

/** Where there is no VS Code: its file system on that of Node, each of whose operations a test may make fail. */
const onDisk = {
  vscode: join(__dirname, 'test', 'proof', 'vscodeOnDisk.ts'),
  'node:fs/promises': join(__dirname, 'test', 'proof', 'files.ts'),
};

/** The tests: target → which files, bundled into one, and options. `wrap` writes the entry around their imports. */
const suites = {
  unit: { files: /^unit\/.*\.test\.ts$/, ...forNode, external: tools },
  figures: { files: /^figures\/.*\.test\.ts$/, ...forNode, external: tools },
  study: { files: /^study\/.*\.test\.ts$/, ...forNode, external: tools },
  project: { files: /^project\/.*\.test\.ts$/, ...forNode, external: tools },
  interchange: { files: /^interchange\/.*\.test\.ts$/, ...forNode, external: tools },
  properties: { files: /^properties\/.*\.test\.ts$/, ...forNode, external: tools },
  'cli-tests': { files: /^cli\/.*\.test\.ts$/, ...forNode, external: tools },
  proof: {
    // The properties too, each tried many times.
    files: /^(?:proof|properties)\/.*\.test\.ts$/,
    ...forNode,
    external: tools,
    alias: onDisk,
    // What of VS Code is not on disk is not there, and not asked for.
    logOverride: { 'import-is-undefined': 'silent' },
    wrap: seeded,
  },
  'panel-tests': { files: /^panel\/.*\.test\.ts$/, ...forNode, external: tools },
  'workbench-tests': { files: /^host\/workbench\/.*\.test\.ts$/, ...forNode, external: tools },
  bench: {
    files: /^bench\/[^/]+\.ts$/,
    ...forNode,
    external: tools,
    alias: onDisk,
    logOverride: { 'import-is-undefined': 'silent' },
  },
  'host-node': { files: /^host\/[^/]+\.test\.ts$/, ...forNode, external: ['vscode'], wrap: inHost },
  'host-web': {
    files: /^host\/[^/]+\.test\.ts$/,
    ...forWorker,
    external: ['vscode'],
    alias: assertInWorker,
    wrap: inHost,
  },
};

/** Properties of a run share one seed, named by the environment. */
function seeded(imports) {
  return `import './test/run/proof-seed.mjs';\n${imports}`;
}

/** VS Code calls `run`; the test files are evaluated when Mocha's interface is there. CommonJS, since Mocha's own bundle sets module.exports. */
function inHost(imports) {
  const loads = imports.replaceAll(/import (.+);/g, 'require($1);');
  return `require('mocha/mocha.js');
const { runSuites } = require('./test/host/index.ts');
module.exports = { run: () => runSuites(() => {\n${loads}\n}) };`;
}

/** The entry of a test bundle is made up from the files that are there, also while watching. */
const entryOfTests = {
  name: 'entry of tests',
  setup(build) {
    build.onResolve({ filter: /^tests:/ }, ({ path }) => ({ path, namespace: 'tests' }));
    build.onLoad({ filter: /.*/, namespace: 'tests' }, ({ path }) => {
      const { files, wrap = (imports) => imports } = suites[path.slice('tests:'.length)];
      const found = filesOf(files);
      const imports = found.map((file) => `import './test/${file}';`).join('\n');
      const watchDirs = [...new Set(found.map((file) => dirname(join(__dirname, 'test', file))))];
      return { contents: wrap(imports), resolveDir: __dirname, watchDirs };
    });
  },
};

/** The files under test/ whose path, with forward slashes, is of the pattern. */
function filesOf(pattern) {
  const names = readdirSync(join(__dirname, 'test'), { recursive: true }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return names.filter((name) => pattern.test(name)).toSorted();
}

/** The tools under test/run are loaded from their place, not bundled: they know the project by their own path. */
const toolsInPlace = {
  name: 'tools in place',
  setup(build) {
    build.onResolve({ filter: /\/run\/workbench\.mjs$/ }, () => ({
      path: '../../test/run/workbench.mjs',
      external: true,
    }));
  },
};

/**
 * papaparse can also ask a network for what it reads, and hand it to a worker. It gets texts only, so these ways are taken out:
 * there is no network code in what ships (test/proof/package.test.ts).
 */
const papaparseOnTexts = {
  name: 'papaparse on texts',
  setup(build) {
    build.onLoad({ filter: /[\\/]papaparse(?:\.min)?\.js$/ }, ({ path }) => {
      const source = readFileSync(join(dirname(path), 'papaparse.js'), 'utf8');
      return {
        contents: source.replaceAll(/XMLHttpRequest|global\.Worker|require\('stream'\)/g, 'undefined'),
      };
    });
  },
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  loader: { '.yaml': 'text' },
  outdir: 'dist',
  plugins: [papaparseOnTexts],
  absWorkingDir: __dirname,
  logLevel: 'warning',
};

function optionsOfProduct(name) {
  const { entry, ...options } = products[name];
  return { ...shared, ...options, entryPoints: [{ in: entry, out: name }] };
}

/** Tests are never minified: their failures are read. */
function optionsOfSuite(name) {
  const { files: _files, wrap: _wrap, ...options } = suites[name];
  const entryPoints = [{ in: `tests:${name}`, out: `test/${name.replace('-tests', '')}` }];
  const plugins = [...shared.plugins, entryOfTests, toolsInPlace];
  return { ...shared, ...options, entryPoints, plugins, minify: false, sourcemap: 'linked' };
}

/** What is there to be built for a target; nothing where a file is not written yet, which only development allows. */
function optionsOf(name) {
  if (name in suites) return [optionsOfSuite(name)];
  if (!(name in products)) {
    throw new Error(
      `no target “${name}”; there are ${[...Object.keys(products), ...Object.keys(suites)].join(', ')}`,
    );
  }
  const { entry } = products[name];
  if (production || existsSync(join(__dirname, entry))) return [optionsOfProduct(name)];
  console.log(`skipped ${name}: there is no ${entry}`);
  return [];
}

/** Says when a build begins and ends, and what is wrong on one line each, for the editor's problem matcher. */
const narrator = {
  name: 'narrator',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors }) => {
      for (const { location, text } of errors) {
        console.log(`${location?.file}:${location?.line}:${(location?.column ?? 0) + 1}: error: ${text}`);
      }
      console.log('[watch] build finished');
    });
  },
};

/** Builds targets, or all there are; whether that went well. */
async function buildAll(names) {
  try {
    await Promise.all(names.flatMap(optionsOf).map((options) => esbuild.build(options)));
    return true;
  } catch (error) {
    // What is wrong in the code has been printed by esbuild.
    if (!error.errors) console.error(error.message);
    return false;
  }
}

async function keepBuilding(names) {
  for (const options of names.flatMap(optionsOf)) {
    const context = await esbuild.context({ ...options, plugins: [...options.plugins, narrator] });
    await context.watch();
  }
}

async function main() {
  const every = Object.keys(products).concat(production ? [] : Object.keys(suites));
  const names = named.length > 0 ? named : every;
  if (watch) await keepBuilding(names);
  else if (!(await buildAll(names))) process.exitCode = 1;
}

module.exports = { buildAll };
if (require.main === module) void main();
