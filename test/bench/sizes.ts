import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Figure } from './ratio';

/** What a person downloads, against what it may be at most (test/run/package-size.mjs). */
const limit = 800_000;

const bundles = ['web', 'panel'];

export function sizeFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-bench-'));
  try {
    const file = join(folder, 'alliance-coder.vsix');
    execFileSync('npm', ['run', 'package', '--', '--out', file], { stdio: ['ignore', 'ignore', 'inherit'] });
    const whole = statSync(file).size;
    console.error(`sizes: the package has ${Math.round(whole / 1000)} kB`);
    return [
      { what: 'the package', against: 'the 800 kB it may have', ratios: [whole / limit] },
      ...bundles.map((name): Figure => {
        const packed = deflateRawSync(readFileSync(`dist/${name}.js`), { level: 9 }).length;
        return { what: `dist/${name}.js in it, packed`, against: 'the package', ratios: [packed / whole] };
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
