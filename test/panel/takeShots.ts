import { mkdirSync } from 'node:fs';
import { closeBench } from './harness';

/** Where pictures to look at are put. */
export const folder = '.vscode-test/screenshots';

/** Takes the pictures whose names hold one of the words given as arguments; without any, all. */
export async function takeShots<Shot extends { readonly name: string }>(
  shots: readonly Shot[],
  take: (shot: Shot) => Promise<void>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const shot of shots) {
    if (wanted.length === 0 || wanted.some((part) => shot.name.includes(part))) await take(shot);
  }
  await closeBench();
}
