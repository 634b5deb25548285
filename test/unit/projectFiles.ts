import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesOf } from '../pseudo';

/** Files of the project as text, for tests of what holds between them. They run in the project's folder. */

export function fileText(...path: string[]): string {
  return readFileSync(join(process.cwd(), ...path), 'utf8');
}

let read: ReadonlyMap<string, string> | null = null;

/** Every source under src/, by its path with forward slashes. */
export function sources(): ReadonlyMap<string, string> {
  read ??= readSources();
  return read;
}

function readSources(): ReadonlyMap<string, string> {
  const names = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' });
  const code = names.filter((name) => name.endsWith('.ts'));
  return new Map(code.map((name) => [name.replaceAll('\\', '/'), fileText('src', name)]));
}

/** Every file of the sample study, by its path in it with forward slashes. */
export function sampleFiles(): readonly (readonly [string, string])[] {
  const names = readdirSync(join(process.cwd(), 'test', 'samples'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.[a-z]+$/.test(name)).map((name) => name.replaceAll('\\', '/'));
  return files.map((name) => [name, fileText('test', 'samples', name)]);
}

/** A JSON file of messages. */
export function texts(...path: string[]): Readonly<Record<string, string>> {
  return messagesOf(fileText(...path));
}
