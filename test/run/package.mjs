// `npm run package [-- --out FILE]`: the .vsix, the same byte for byte from the same sources. Its files bear the day of the version in
// CHANGELOG.md, whatever the clock, the time zone and the language of the machine say.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const released = changes.split(`\n## [${version}] - `)[1]?.slice(0, 'yyyy-mm-dd'.length);
if (!released) throw new Error(`CHANGELOG.md has no “## [${version}] - ” with the day of the version`);

const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
const { status } = spawnSync('vsce', ['package', ...options, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TZ: 'UTC', LC_ALL: 'C', SOURCE_DATE_EPOCH: String(Date.parse(released) / 1000) },
});
process.exitCode = status ?? 1;
