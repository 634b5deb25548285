// Positions in a test bundle, as the extension hosts print them, told as positions in the source files.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { root } from './processes.mjs';

const positionInBundle = /[^\s(]*\/dist\/test\/([\w-]+\.js)[^\s:]*:(\d+):(\d+)/g;

/** The web worker host evaluates a bundle as the body of a function. */
const linesOfWrapper = 2;

/** Of each bundle, once it was asked for. */
const maps = new Map();

function mapOf(bundle) {
  if (!maps.has(bundle)) maps.set(bundle, readMap(join(root, 'dist', 'test', `${bundle}.map`)));
  return maps.get(bundle);
}

function readMap(path) {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The same text with `test/host/x.test.ts:12:5` where it named a place in the bundle. @param {string} text */
export function withSourcePositions(text) {
  return text.replaceAll(positionInBundle, (whole, bundle, line, column) => {
    const before = 1 + (bundle === 'host-web.js' ? linesOfWrapper : 0);
    const origin = mapOf(bundle)?.findEntry(Number(line) - before, Number(column) - 1);
    if (!origin?.originalSource) return whole;
    const source = relative(root, resolve(root, 'dist', 'test', origin.originalSource));
    return `${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
  });
}
