import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), 'test', 'unit', 'fixtures', 'imports', 'data');

/** The files that data is read from, by name. */
export function dataFixtures(): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** What is to be read from one. */
export function expectedOf(name: string): string {
  return readFileSync(join(folder, `${name}.expected`), 'utf8');
}
