import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WorkbenchFolders } from '../../run/workbench.mjs';

/** What a second extension, installed beside ours, is. */
export interface SecondExtension {
  readonly name: string;
  /** CommonJS, with `exports.activate`. */
  readonly script: string;
  readonly contributes?: object;
}

/** Installs it: for what only another extension can do to ours. */
export function installBeside(
  { extension }: Pick<WorkbenchFolders, 'extension'>,
  { name, script, contributes = {} }: SecondExtension,
): void {
  const folder = join(dirname(extension), `test.${name}`);
  mkdirSync(folder);
  const manifest = {
    name,
    publisher: 'test',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    activationEvents: ['*'],
    main: './extension.js',
    contributes,
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'extension.js'), script);
}
