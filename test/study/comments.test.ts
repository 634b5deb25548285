import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { placesOfAnchors, takeOverText } from '../../src/engine/anchors/takeOver';
import { anchoredIn } from '../../src/engine/annotations/anchored';
import { apply } from '../../src/engine/annotations/apply';
import { addComment, deleteComment, editComment, noteEvent } from '../../src/engine/annotations/comments';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Comment } from '../../src/engine/annotations/types';
import { parseTranscript } from '../../src/engine/transcript/parse';

const text = [
  'T: How have you been since last week?',
  'C: Mm.',
  'C: I was angry with you, and I wanted you to ask.',
  'T: I think I pushed you there.',
].join('\n');
const { turns } = parseTranscript(text);
const created = '2026-06-15T10:00:00Z';
const onPassage = { at: { turn: 3, start: 6, end: 11 } };

function fresh(): AnnotationFile {
  return newAnnotationFile({
    transcript: 'a.transcript',
    coder: 'dana',
    role: 'supervisor',
    codebook: { id: 'alliance-default', version: '1.0.0' },
    text: { sha256: textHash(text), turns: fingerprints(turns) },
  });
}

function said(file: AnnotationFile): readonly Comment[] {
  return readAnnotationFile(source(file)).file?.coding.comments ?? [];
}

/** The comment after the text changed and the file went over to it. */
function afterChange(file: AnnotationFile, changed: string): Comment | undefined {
  const now = parseTranscript(changed).turns;
  const hash = textHash(changed);
  const annotations = anchoredIn(file.coding);
  const anchors = resolveAnchors({ annotations, text: file.coding.text }, now, hash);
  const places = placesOfAnchors(annotations, anchors);
  return said(takeOverText(file, now, { sha256: hash, turns: fingerprints(now) }, places).file)[0];
}

suite('Comments', () => {
  test('on words keep their place, the words and what stands around them; on entries only whose they are', () => {
    const words = addComment(fresh(), turns, onPassage, { id: 'commonee', text: 'Her word?', created }).file;
    const about = addComment(
      words,
      turns,
      { about: 'bob/t20fj3aa' },
      { id: 'commtwoo', text: 'Which?', created },
    );
    const answer = addComment(
      about.file,
      turns,
      { reply_to: 'bob/c20fj3aa' },
      { id: 'commtree', text: 'Yes.', created },
    );
    assert.deepEqual(said(answer.file), [
      {
        id: 'commonee',
        at: { turn: 3, start: 6, end: 11 },
        quote: 'angry',
        context: { before: 'I was ', after: ' with you, and I wanted you to a' },
        text: 'Her word?',
        created,
      },
      { id: 'commtwoo', about: 'bob/t20fj3aa', text: 'Which?', created },
      { id: 'commtree', reply_to: 'bob/c20fj3aa', text: 'Yes.', created },
    ]);
  });

  test('are edited and deleted, and each act is taken back byte for byte', () => {
    const made = addComment(fresh(), turns, onPassage, { id: 'commonee', text: 'One.', created });
    const edited = editComment(made.file, 'commonee', 'Two.\n\nThree.');
    assert.equal(said(edited.file)[0]?.text, 'Two.\n\nThree.');
    const gone = deleteComment(edited.file, 'commonee');
    assert.deepEqual(said(gone.file), []);
    const noted = noteEvent(gone.file, { at: created, event: 'resolved', about: 'dana/commonee' });
    assert.match(source(noted.file), /event: resolved, about: dana\/commonee/);
    for (const [before, step] of [
      [fresh(), made],
      [made.file, edited],
      [edited.file, gone],
      [gone.file, noted],
    ] as const) {
      assert.equal(source(apply(step.file, step.inverse).file), source(before));
    }
    assert.equal(source(editComment(gone.file, 'commonee', 'No.').file), source(gone.file));
  });

  test('are found again in a text that changed as annotations are, and never guessed', () => {
    const { file } = addComment(fresh(), turns, onPassage, { id: 'commonee', text: 'Her word?', created });
    const above = afterChange(file, `T: Hello.\nC: Hello.\n${text}`);
    assert.deepEqual([above?.at, above?.unconfirmed], [{ turn: 5, start: 6, end: 11 }, undefined]);
    const near = afterChange(file, text.replace('I was angry', 'I was so angry'));
    assert.deepEqual(near?.at, { turn: 3, start: 9, end: 14 });
    const gone = afterChange(file, text.replace(/C: I was[^\n]*\n/, ''));
    assert.deepEqual([gone?.at, gone?.was, gone?.quote], [undefined, onPassage.at, 'angry']);
    assert.equal(gone?.text, 'Her word?');
  });

  test('on a place that the text does not have say where, and no words', () => {
    const far = { at: { turn: 99, start: 0, end: 2 } };
    const { file } = addComment(fresh(), turns, far, { id: 'commonee', text: 'Hm?', created });
    assert.deepEqual(said(file), [{ id: 'commonee', ...far, text: 'Hm?', created }]);
    assert.deepEqual(deleteComment(file, 'nowheree').change, []);
  });

  test('that stand in more than one place equally well keep all of them', () => {
    const twice = 'C: Mm.\nT: So.\nC: Mm.\nT: And then you went.';
    const { turns: before } = parseTranscript(twice);
    const file = newAnnotationFile({
      transcript: 'a.transcript',
      coder: 'dana',
      codebook: { id: 'alliance-default', version: '1.0.0' },
      text: { sha256: textHash(twice), turns: fingerprints(before) },
    });
    const one = { at: { turn: 1, start: 0, end: 3 } };
    const made = addComment(file, before, one, { id: 'commonee', text: 'Hm?', created }).file;
    const now = afterChange(made, 'C: Mm.\nT: And then you went.');
    assert.deepEqual([now?.at, now?.was, now?.unconfirmed?.state], [undefined, one.at, 'ambiguous']);
  });

  test('about an annotation or a comment are not moved: they stand where that stands', () => {
    const { file } = addComment(
      fresh(),
      turns,
      { about: 'bob/t20fj3aa' },
      { id: 'commonee', text: 'Hm?', created },
    );
    assert.deepEqual(afterChange(file, text.replace('Mm.', 'Yes.')), file.coding.comments[0]);
  });
});
