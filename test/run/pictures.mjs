// The pictures that the panel is compared with (test/panel/pictures), taken anew:  npm run pictures
import { ensureChromium, findChromium } from './chromium.mjs';
import { root, run } from './processes.mjs';

await ensureChromium();
const mocha = 'node_modules/mocha/bin/mocha.js';
const options = ['--ui', 'tdd', '--timeout', '60s', '--grep', 'panel: pictures', 'dist/test/panel.js'];
for (const args of [
  ['esbuild.js', 'panel-tests'],
  [mocha, ...options],
]) {
  const env = { CHROMIUM: findChromium(), PICTURES: 'renew' };
  const { code, output } = await run('node', args, { env, cwd: root, limit: 600 });
  console.log(output.trimEnd());
  if (code !== 0) process.exit(1);
}
