import { strToU8, zipSync, type Zippable } from 'fflate';

/** The time of every entry: the first that a ZIP archive knows, in whatever zone, so that the same study gives the same bytes. */
const noTime = new Date(1980, 0, 1);

/** An archive of texts, in the order given; the same bytes for the same texts. */
export function archiveOf(entries: Iterable<readonly [path: string, text: string]>): Uint8Array {
  const files: Zippable = {};
  for (const [path, text] of entries) files[path] = strToU8(text);
  return zipSync(files, { mtime: noTime, level: 6 });
}
