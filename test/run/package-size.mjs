// The package stays small: what is in it is what package.json lists under `files`. Desktop, web
// and command line share one bundle.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

const LIMIT_IN_BYTES = 800_000;

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;
const { size } = statSync(join(root, file));
console.log(`${file}: ${Math.round(size / 1000)} kB of at most ${LIMIT_IN_BYTES / 1000} kB`);
process.exitCode = size > LIMIT_IN_BYTES ? 1 : 0;
