import assert from 'node:assert/strict';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import type { Coding } from '../../src/engine/annotations/types';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { readSource } from '../../src/engine/interchange/formats';
import { SourceText } from '../../src/engine/interchange/refi/sourceText';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { imported, packed, rezipped } from '../interchange/qdaPackages';

/** A study there and back: with our own files in the package, and without them. */

/** Everything comes back: turns, annotations, coders, notes, episodes, as the canonical files say them. */
export function returnsWhole(study: ExportedStudy): void {
  const back = imported(readSource({ name: 'a.qdpx', bytes: packed(study) }));
  for (const { path, transcript, codings, codebook } of study.sessions) {
    const text = back.files.get(path);
    assert.ok(text !== undefined, path);
    assert.deepEqual(
      turnsOf(text),
      transcript.turns.map(({ speaker, role, text: words }) => [speaker, role, words]),
    );
    for (const { coding } of codings) {
      const file = back.files.get(path.replace('.transcript', `.${coding.coder}.alliance.yaml`));
      assert.ok(file);
      assert.equal(
        withoutText(file),
        withoutText(
          render(
            coding,
            codebook.ratings.map(({ id }) => id),
          ),
        ),
      );
    }
  }
  assert.deepEqual(
    back.warnings.filter(({ code }) => code.startsWith('qda')),
    [],
  );
}

/** Line ends count for no hash, but a header may have been added: turns and their fingerprints are the same. */
function withoutText(file: string): string {
  return file.replace(/^text: .*\n/m, '');
}

function turnsOf(text: string): unknown[] {
  return parseTranscript(text).turns.map(({ speaker, role, text: words }) => [speaker, role, words]);
}

/** As other programs give it back: the same passages, codes, coders, notes and links. */
export function returnsBare(study: ExportedStudy): void {
  const bytes = rezipped(packed(study), (files) => {
    for (const name of Object.keys(files)) if (name.startsWith('alliance/')) delete files[name];
  });
  const back = imported(readSource({ name: 'a.qdpx', bytes }));
  for (const { path, transcript, codings } of study.sessions) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const text = back.files.get(name) ?? '';
    const returned = parseTranscript(text);
    assert.deepEqual(
      returned.turns.map(({ label, text: words }) => [label, words]),
      transcript.turns.map(({ label, text: words }) => [label, words]),
    );
    for (const { coding } of codings) {
      const yaml = back.files.get(name.replace('.transcript', `.${coding.coder}.alliance.yaml`));
      const read = yaml === undefined ? null : (readAnnotationFile(yaml).file?.coding ?? null);
      const theirs = read ?? { ...coding, annotations: [], episodes: [], memos: [] };
      assert.deepEqual(
        essence(theirs, new SourceText(returned)),
        essence(coding, new SourceText(transcript)),
      );
    }
  }
}

/** What of a coding other programs have a place for. */
function essence(coding: Coding, source: SourceText): unknown {
  const passages = new Map<string, Set<string>>();
  const keyOf = new Map<string, string>();
  for (const { id, code, at, note } of coding.annotations) {
    const span = at && source.spanOf(at);
    if (!span) continue;
    const key = `${span.start}–${span.end} ${code}`;
    keyOf.set(id, key);
    passages.set(key, (passages.get(key) ?? new Set()).add(bare(note)));
  }
  const ends = (ids: readonly string[]): string[] =>
    [...new Set(ids.flatMap((id) => keyOf.get(id) ?? []))].toSorted();
  return {
    passages: [...passages].map(([key, notes]) => `${key} ${letters([...notes].join(''))}`).toSorted(),
    episodes: coding.episodes
      .map(({ ruptures, repairs, resolution, note }) => ({
        ruptures: ends(ruptures),
        repairs: ends(repairs),
        resolution,
        note,
      }))
      .filter(({ ruptures, repairs }) => ruptures.length > 0 && repairs.length > 0),
  };
}

/** Notes of one passage are one note, in any order. */
function letters(text: string): string {
  return Array.from(text).toSorted().join('');
}

function bare(text: string | undefined): string {
  return (text ?? '').replace(/[\ufffd\ufffe\uffff]|\p{Cc}|\p{Cs}|\s/gu, '');
}
