/** A file that is to be written, and how it is read, written and taken away. */
export interface Writable {
  /** Null where there is none. Throws what the file system says. */
  read(): Promise<Uint8Array | null>;
  write(content: string | Uint8Array): Promise<unknown>;
  remove(): Promise<void>;
}

/**
 * Writes files that belong together: all, or none. What was there before is put back where one of them cannot be written; then
 * throws why that was. The first, which the others explain, is written last.
 */
export async function writeTogether(
  files: readonly { readonly file: Writable; readonly content: string | Uint8Array }[],
): Promise<void> {
  const before = await Promise.all(files.map(({ file }) => file.read()));
  const order = files.map((each, index) => ({ ...each, was: before[index] ?? null })).toReversed();
  const done: typeof order = [];
  try {
    for (const each of order) {
      await each.file.write(each.content);
      done.push(each);
    }
  } catch (error) {
    for (const { file, was } of done.toReversed()) {
      // What could be written a moment ago can be written again; if not, the first fault is the one to say.
      await (was === null ? file.remove() : file.write(was)).catch(() => undefined);
    }
    throw error;
  }
}
