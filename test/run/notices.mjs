// Writes THIRD-PARTY-NOTICES.txt: the licences of the libraries that are bundled. Packaging calls it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './processes.mjs';

const rule = '='.repeat(80);

/** The packages that anything under src/ draws in, type-only imports aside. */
async function libraries() {
  const files = readdirSync(join(root, 'src'), { recursive: true });
  const code = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const imports = code.map((name) => `import './src/${name.replaceAll('\\', '/')}';`);
  const { metafile } = await build({
    stdin: { contents: imports.join('\n'), resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    external: ['vscode', 'node:*'],
    loader: { '.yaml': 'text' },
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const names = Object.keys(metafile.inputs).flatMap((path) => {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
    return name ?? [];
  });
  return [...new Set(names)].toSorted();
}

function notice(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no licence file: please look for its terms`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}\n`;
}

const names = await libraries();
const head = 'Alliance Coder contains the following libraries, each under its own licence.\n';
writeFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), [head, ...names.map(notice)].join('\n'));
console.log(`THIRD-PARTY-NOTICES.txt: ${names.length} libraries`);
