import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../src/store/replaceFile';
import { versionText } from './versions';

/** A process that writes files on and on until it is killed, and says after each write which version is on disk: `FILE VERSION`. */
const [folder = '', first = '1', ...names] = process.argv.slice(2);

async function write(name: string): Promise<void> {
  for (let version = Number(first); ; version++) {
    await replaceFile(join(folder, name), versionText(version));
    writeSync(1, `${name} ${version}\n`);
  }
}

for (const name of names) void write(name);
