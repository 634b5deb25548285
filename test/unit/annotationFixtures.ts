import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Fault } from '../../src/engine/faults';
import { apply } from '../../src/engine/annotations/apply';
import type { Step } from '../../src/engine/annotations/change';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';

/** The text of a file under `test/unit/fixtures/annotations`. */
export function fixture(name: string): string {
  return readFileSync(`test/unit/fixtures/annotations/${name}.alliance.yaml`, 'utf8');
}

/** Reads a text that must be an annotation file. */
export function opened(text: string, ratingOrder: readonly string[] = []): AnnotationFile {
  const { file, faults } = readAnnotationFile(text, { ratingOrder });
  assert.ok(file, said(faults).join('\n'));
  return file;
}

/** Faults as `line:character code data`, lines and characters from 0. */
export function said(faults: readonly Fault[]): string[] {
  return faults.map(({ code, range: { start }, data }) =>
    [`${start.line}:${start.character}`, code, ...Object.values(data)].join(' '),
  );
}

/** What is in memory is what the text says. */
export function checkAgainstText(file: AnnotationFile): void {
  const again = readAnnotationFile(source(file));
  assert.ok(again.file, `${JSON.stringify(again.faults)}\n${source(file)}`);
  assert.deepEqual(again.file.coding, file.coding, source(file));
}

/** As a person begins an annotation file. */
export const head = 'alliance: 1\ntranscript: a.transcript\ncoder: al\n';

/** The text after an act that must be undone to the byte. */
export function after(text: string, act: (file: AnnotationFile) => Step): string {
  const file = opened(text);
  const step = act(file);
  checkAgainstText(step.file);
  assert.equal(source(apply(step.file, step.inverse).file), text);
  return source(step.file);
}

/** A file in which nothing is coded yet. */
export function fresh(): AnnotationFile {
  return newAnnotationFile({
    transcript: 'a.transcript',
    coder: 'tess',
    codebook: { id: 'alliance-default', version: '1.0.0' },
    text: { sha256: 'a'.repeat(64), turns: '' },
  });
}
