import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { apply } from '../../src/engine/annotations/apply';
import type { Step } from '../../src/engine/annotations/change';
import { put, remove, setField, setTop } from '../../src/engine/annotations/edit';
import { entriesOf, keyOf, source, type AnnotationFile } from '../../src/engine/annotations/file';
import { sections, type Section } from '../../src/engine/annotations/layout';
import { annotation, comment, dangerous, episode, logEntry, memo, rating } from './annotationArbitraries';
import { checkAgainstText } from '../unit/annotationFixtures';

/** Random acts on a file, and what must hold after each. */
export type Act = (file: AnnotationFile) => Step;

function nthKey(file: AnnotationFile, section: Section, n: number): string | null {
  const entries = entriesOf(file.coding, section);
  const entry = entries[n % Math.max(1, entries.length)];
  return entry ? keyOf(section, entry) : null;
}

function onNth(section: Section, act: (file: AnnotationFile, key: string) => Step): fc.Arbitrary<Act> {
  return fc.nat({ max: 20 }).map((n) => (file) => {
    const key = nthKey(file, section, n);
    return key === null ? apply(file, []) : act(file, key);
  });
}

const text = fc.constantFrom(...dangerous);

/** New values for an entry that is there: its fields come and go, its key stays. */
const rewritten: fc.Arbitrary<Act> = fc.tuple(annotation, fc.nat({ max: 20 })).map(([next, n]) => (file) => {
  const id = nthKey(file, 'annotations', n);
  return id === null ? apply(file, []) : put(file, 'annotations', { ...next, id });
});

const rewrittenEpisode: fc.Arbitrary<Act> = fc
  .tuple(episode, fc.nat({ max: 20 }))
  .map(([next, n]) => (file) => {
    const id = nthKey(file, 'episodes', n);
    return id === null ? apply(file, []) : put(file, 'episodes', { ...next, id });
  });

const shifted: fc.Arbitrary<Act> = fc.integer({ min: 1, max: 5 }).map((by) => (file) => {
  const moved = file.coding.annotations.map((one) =>
    one.at ? { ...one, at: { ...one.at, turn: one.at.turn + by } } : one,
  );
  return put(file, 'annotations', moved);
});

export const act: fc.Arbitrary<Act> = fc.oneof(
  annotation.map(
    (one): Act =>
      (file) =>
        put(file, 'annotations', one),
  ),
  fc.array(annotation, { maxLength: 4 }).map(
    (many): Act =>
      (file) =>
        put(file, 'annotations', many),
  ),
  episode.map(
    (one): Act =>
      (file) =>
        put(file, 'episodes', one),
  ),
  rating.map(
    (one): Act =>
      (file) =>
        put(file, 'ratings', one),
  ),
  memo.map(
    (one): Act =>
      (file) =>
        put(file, 'memos', one),
  ),
  comment.map(
    (one): Act =>
      (file) =>
        put(file, 'comments', one),
  ),
  logEntry.map(
    (one): Act =>
      (file) =>
        put(file, 'log', one),
  ),
  rewritten,
  rewrittenEpisode,
  shifted,
  fc.constantFrom(...sections).chain((section) => onNth(section, (file, key) => remove(file, section, key))),
  text.chain((note) => onNth('annotations', (file, key) => setField(file, 'annotations', key, 'note', note))),
  onNth('annotations', (file, key) => setField(file, 'annotations', key, 'note', undefined)),
  fc.constant((file: AnnotationFile) => setTop(file, 'coded', [{ from: 1, to: 9 }])),
  fc.constant((file: AnnotationFile) => setTop(file, 'released', undefined)),
  text.map(
    (sha256): Act =>
      (file) =>
        setTop(file, 'text', { sha256, turns: 'abc' }),
  ),
  text.map(
    (name): Act =>
      (file) =>
        setTop(file, 'name', name),
  ),
);

/** What is in memory is what the text says; undoing all gives back the bytes, doing it again the same file. */
export function checkActs(start: AnnotationFile, acts: readonly Act[]): void {
  let file = start;
  const steps: Step[] = [];
  for (const one of acts) {
    const step = one(file);
    checkAgainstText(step.file);
    assert.equal(
      source(apply(file, step.change).file),
      source(step.file),
      'a change applied again does the same',
    );
    steps.push(step);
    file = step.file;
  }
  for (const step of steps.toReversed()) {
    const undone = apply(file, step.inverse);
    checkAgainstText(undone.file);
    assert.equal(
      source(apply(undone.file, undone.inverse).file),
      source(file),
      'what was undone can be done again',
    );
    file = undone.file;
  }
  assert.equal(source(file), source(start), 'all undone, the bytes are back');
  assert.deepEqual(file.coding, start.coding);
}
