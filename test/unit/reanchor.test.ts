import assert from 'node:assert/strict';
import { codingIn, reanchorFile, type TextNow } from '../../src/engine/anchors/reanchor';
import { apply } from '../../src/engine/annotations/apply';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import { render } from '../../src/engine/annotations/render';
import { sealHolds, sealOf } from '../../src/engine/annotations/seal';
import type { Coding } from '../../src/engine/annotations/types';
import type { At } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { opened } from './annotationFixtures';
import { coding } from './builders';

const before = 'T: How was that for you?\nC: I was angry with you, I think.\nT: With me?\n';
const greeted = `T: Hello.\n${before}`;
const corrected = greeted.replace('I think', 'I do think');

const angry: At = { turn: 2, start: 6, end: 20 };
const sentence: At = { turn: 2, start: 0, end: 30 };

function now(text: string): TextNow {
  return { parsed: parseTranscript(text), hash: textHash(text) };
}

/** A file on the text before, with one annotation of each passage, and what else is said. */
function fileOf(places: readonly At[], more: Partial<Coding> = {}): AnnotationFile {
  const { turns } = parseTranscript(before);
  const annotations = places.map((at, index) => ({
    id: `aaaaaag${index}`,
    code: 'bond',
    at,
    ...describe(turns, at),
  }));
  const text = { sha256: textHash(before), turns: fingerprints(turns) };
  return opened(render(coding({ alliance: 1, annotations, text, ...more })));
}

function released(places: readonly At[]): AnnotationFile {
  const { annotations } = fileOf(places).coding;
  const sha256 = sealOf({ annotations, episodes: [], ratings: [] });
  return fileOf(places, { released: { at: '2026-03-04T09:00:00Z', sha256 } });
}

/** Where all stand, as it would be written; of what stays as it is, why. */
function moved(file: AnnotationFile, text: string): unknown {
  const done = reanchorFile(file, now(text), null);
  if (typeof done === 'string') return done;
  assert.equal(source(apply(done.file, done.inverse).file), source(file));
  assert.equal(sealHolds(done.file.coding), true);
  return whereIn(done.file.coding);
}

function whereIn({ annotations }: Coding): unknown[] {
  return annotations.map(({ at, unconfirmed }) => [at?.turn, at?.start, at?.end, unconfirmed?.state]);
}

suite('a coding is asked for in the text as it is now', () => {
  test('one that names no text, and one that was made in it, are as they stand', () => {
    const bare = fileOf([angry], { text: undefined });
    assert.equal(codingIn(bare, now(greeted)), bare.coding);
    const own = fileOf([angry]);
    assert.equal(codingIn(own, now(before)), own.coding);
  });

  test('in another it stands where all of it is found for certain', () => {
    const found = codingIn(fileOf([angry, sentence]), now(greeted));
    assert.deepEqual(found && whereIn(found), [
      [3, 0, 30, undefined],
      [3, 6, 20, undefined],
    ]);
    assert.deepEqual(found?.text, {
      sha256: textHash(greeted),
      turns: fingerprints(parseTranscript(greeted).turns),
    });
  });

  test('it is none where one of two passages needs somebody to look', () => {
    assert.equal(codingIn(fileOf([angry, sentence]), now(corrected)), null);
  });
});

suite('a file goes over to the text as it is now', () => {
  test('what is certain stands there, what is not asks', () => {
    assert.deepEqual(moved(fileOf([angry, sentence]), corrected), [
      [3, 0, 33, 'changed'],
      [3, 6, 20, undefined],
    ]);
  });

  test('so do comments on words of the text', () => {
    const about = { at: angry, quote: 'angry with you', text: 'Is it?' };
    const done = reanchorFile(fileOf([], { comments: [{ id: 'cccccccg', ...about }] }), now(greeted), null);
    assert.ok(typeof done !== 'string');
    assert.equal(done.file.coding.comments[0]?.at?.turn, 3);
  });

  test('a release whose places are all certain is sealed anew, and stays one of that day', () => {
    const file = released([angry]);
    assert.deepEqual(moved(file, greeted), [[3, 6, 20, undefined]]);
    const done = reanchorFile(file, now(greeted), null);
    assert.ok(typeof done !== 'string');
    const { released: seal } = done.file.coding;
    assert.equal(seal?.at, '2026-03-04T09:00:00Z');
    assert.notEqual(seal?.sha256, file.coding.released?.sha256);
  });

  test('another release is left as it is: one that needs somebody to look, and one whose seal is broken', () => {
    assert.equal(moved(released([angry, sentence]), corrected), 'sealed');
    const broken = { at: '2026-03-04T09:00:00Z', sha256: 'a'.repeat(64) };
    assert.equal(moved(fileOf([angry], { released: broken }), greeted), 'seal-broken');
  });

  test('it is left as it is where two annotations have one id', () => {
    const [one] = fileOf([angry]).coding.annotations;
    const annotations = [one, one].flatMap((each) => each ?? []);
    assert.equal(moved(fileOf([], { annotations }), greeted), 'duplicate-id');
  });

  test('another person’s says so, and by whom', () => {
    const by = { at: '2026-03-05T09:00:00Z', by: 'bob' };
    const done = reanchorFile(fileOf([angry]), now(greeted), by);
    assert.ok(typeof done !== 'string');
    assert.deepEqual(done.file.coding.log, [{ ...by, event: 'reanchored' }]);
    const own = reanchorFile(fileOf([angry]), now(greeted), null);
    assert.ok(typeof own !== 'string');
    assert.deepEqual(own.file.coding.log, []);
  });
});
