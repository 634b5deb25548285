import assert from 'node:assert/strict';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Coding } from '../../src/engine/annotations/types';
import { readSource } from '../../src/engine/interchange/formats';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { sampleStudy } from './exportedStudies';
import { imported, packed, rezipped } from './qdaPackages';
import { sampleFiles } from './projectFiles';

suite('a study there and back as QDPX', () => {
  test('the sample comes back as it was, file by file', () => {
    const back = imported(readSource({ name: 'a.qdpx', bytes: packed(sampleStudy()) }));
    assert.deepEqual(back.warnings, []);
    for (const [path, text] of sampleFiles()) {
      if (path.endsWith('.transcript') || path.endsWith('.alliance.yaml')) {
        assert.equal(back.files.get(path), text, path);
      }
    }
  });

  test('without our own files passages, codes, coders, notes and links come back', () => {
    const study = sampleStudy();
    const bytes = rezipped(packed(study), (files) => {
      for (const name of Object.keys(files)) if (name.startsWith('alliance/')) delete files[name];
    });
    const back = imported(readSource({ name: 'a.qdpx', bytes }));
    for (const { path, transcript, codings } of study.sessions) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      assert.deepEqual(
        parseTranscript(back.files.get(name) ?? '').turns.map(({ label, text }) => `${label}: ${text}`),
        transcript.turns.map(({ label, text }) => `${label}: ${text}`),
      );
      for (const { coding } of codings) {
        const file = back.files.get(name.replace('.transcript', `.${coding.coder}.alliance.yaml`)) ?? '';
        const read = readAnnotationFile(file).file?.coding;
        assert.ok(read, path);
        assert.deepEqual(essence(read), essence(coding));
      }
    }
  });
});

function essence(coding: Coding): unknown {
  const byId = new Map(coding.annotations.map((each) => [each.id, JSON.stringify([each.code, each.at])]));
  const ends = (ids: readonly string[]): string[] => ids.flatMap((id) => byId.get(id) ?? []).toSorted();
  return {
    coder: coding.coder,
    name: coding.name,
    annotations: coding.annotations
      .map(({ code, at, quote, note, ratings, created }) =>
        JSON.stringify({ code, at, quote, note, ratings, created }),
      )
      .toSorted(),
    episodes: coding.episodes
      .filter(({ ruptures, repairs }) => ruptures.length > 0 && repairs.length > 0)
      .map(({ ruptures, repairs, resolution }) => ({
        ruptures: ends(ruptures),
        repairs: ends(repairs),
        resolution,
      })),
  };
}
