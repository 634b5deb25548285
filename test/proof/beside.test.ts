import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as vscode from 'vscode';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { aboutTranscript, besideEach } from '../../src/store/beside';
import { runs } from '../properties/runs';

const names = ['s', 's.1', 's.1.b', '.s', 'S', ''].flatMap((stem) => [
  `${stem}.transcript`,
  `${stem}.txt`,
  stem,
]);
const coder = fc.constantFrom('alice', 'b', '1');

const found = fc
  .record({
    file: fc.constantFrom(...names.map((name) => `${name}.alice`), 's.alice', 's.1.b', 'other'),
    transcript: fc.option(fc.constantFrom(...names)),
    coder,
  })
  .map(({ file, transcript, coder: id }) => ({
    uri: vscode.Uri.file(`/study/${file}.alliance.yaml`),
    value: transcript === null ? null : newAnnotationFile({ transcript, coder: id }),
    faults: [],
    text: null,
  }));

suite('the annotation files of a large folder', () => {
  test('are the same for each transcript, whether all or only the likely ones are looked at', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 8 }), (files) => {
        const besideOf = besideEach(files);
        for (const name of names) {
          const transcript = vscode.Uri.file(`/study/${name}`);
          assert.deepEqual(besideOf(transcript), aboutTranscript(transcript, files), name);
        }
      }),
      runs(5),
    );
  });
});
