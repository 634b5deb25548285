import assert from 'node:assert/strict';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { compose } from '../../src/engine/interchange/compose';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import type { ReadSource } from '../../src/engine/interchange/formats';
import type { Problem } from '../../src/engine/interchange/problems';
import { qdpx, type QdpxOptions } from '../../src/engine/interchange/qdpx';
import { guessRoles } from '../../src/engine/interchange/roles';

/** Packages for tests: written, taken apart, and imported as the interface does it. */

export const origin = 'Alliance Coder 1.0.0';

/** A study as a package. */
export function packed(study: ExportedStudy, options: Partial<QdpxOptions> = {}): Uint8Array {
  const made = qdpx(study, { text: true, origin, fileName: 'a.qdpx', ...options });
  assert.ok('files' in made, JSON.stringify(made));
  const content = made.files[0]?.content;
  assert.ok(content instanceof Uint8Array);
  return content;
}

/** A package with its entries changed. */
export function rezipped(bytes: Uint8Array, change: (files: Unzipped) => void): Uint8Array {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
}

/** All files that an import writes, transcripts among them, and all it says; roles are those that are proposed. */
export function imported({ reading }: ReadSource): {
  readonly files: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
} {
  assert.equal(reading.refusal, null);
  const written = reading.sessions.map((session, index) => {
    const roles = new Map([...guessRoles(session)].map(([name, { role }]) => [name, role]));
    const { text, turnOfEntry } = compose(session, roles);
    return { index, path: `${session.folder}${session.name}.transcript`, text, turnOfEntry };
  });
  const beside = reading.filesFor?.(written) ?? { files: [], warnings: [] };
  return {
    files: new Map([
      ...written.map(({ path, text }) => [path, text] as const),
      ...beside.files.map(({ name, content }) => [name, String(content)] as const),
    ]),
    warnings: [...reading.sessions.flatMap(({ warnings }) => warnings), ...beside.warnings],
  };
}
