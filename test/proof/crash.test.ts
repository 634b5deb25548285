import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { annotationFileEnding } from '../../src/store/watching';
import { random } from '../properties/editedDialogue';
import { versionOf } from './versions';

/** Processes killed, and files that each of them is writing at that moment. */
const kills = Number(process.env['KILLS'] ?? 1_000);
const files = Array.from({ length: 4 }, (_, index) => `session-${index}.alice${annotationFileEnding}`);

suite('When the process is killed while it writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-'));
  const program = join(folder, 'writer.js');

  suiteSetup(async () => {
    await build({
      entryPoints: [resolve('test/proof/endlessWriter.ts')],
      bundle: true,
      platform: 'node',
      outfile: program,
      logLevel: 'error',
    });
  });

  suiteTeardown(() => rmSync(folder, { recursive: true }));

  test(`${kills * files.length} writes interrupted by ${kills} kills: each file is as it was before or after the act`, async () => {
    const next = random(Number(process.env['PROOF_SEED'] ?? 1));
    const lanes = [0, 1].map(async (lane) => {
      const counts = { before: 0, after: 0, left: 0 };
      for (let kill = lane; kill < kills; kill += 2) await killOnce(kill, next, counts);
      return counts;
    });
    const [a, b] = await Promise.all(lanes);
    assert.ok(a && b);
    console.log(
      `      as told last: ${a.before + b.before}, as the act under way: ${a.after + b.after}; siblings left: ${a.left + b.left}`,
    );
    assert.equal(a.before + b.before + a.after + b.after, kills * files.length);
    assert.ok(a.left + b.left > kills, 'writes were going on');
  });

  async function killOnce(
    kill: number,
    next: () => number,
    counts: { before: number; after: number; left: number },
  ): Promise<void> {
    const place = join(folder, String(kill));
    mkdirSync(place);
    const child = spawn(process.execPath, [program, place, '1', ...files], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
    while (!files.every((name) => said.includes(`${name} 1\n`))) await pause(2);
    await pause(next() * 20);
    child.kill('SIGKILL');
    await once(child, 'close');
    for (const name of files) {
      const last = Number([...said.matchAll(new RegExp(`^${name} (\\d+)$`, 'gm'))].at(-1)?.[1]);
      const version = versionOf(readFileSync(join(place, name), 'utf8'));
      assert.ok(
        version === last || version === last + 1,
        `${name} is ${version}, and ${last} was the last that was told`,
      );
      counts[version === last ? 'before' : 'after']++;
    }
    const others = readdirSync(place).filter((name) => !files.includes(name));
    // What is left is nobody's annotation file.
    assert.ok(others.every((name) => name.startsWith('.') && !name.endsWith(annotationFileEnding)));
    counts.left += others.length;
    rmSync(place, { recursive: true });
  }
});
