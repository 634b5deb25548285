import assert from 'node:assert/strict';
import { parseDocument, stringify } from 'yaml';
import { addTags, type Tag } from '../../src/engine/annotations/acts';
import { source } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { newId } from '../../src/engine/annotations/ids';
import { codingOf, passageIn, pick, random, transcriptOf } from './data';
import { compare, type Figure } from './ratio';

/** Reading a coder's file, and writing it after an act. */
export function annotationFigures(): Figure[] {
  const transcript = transcriptOf(10_000);
  const coding = codingOf(transcript, 5_000);
  const text = render(coding);
  const { file } = readAnnotationFile(text);
  assert.ok(file, 'the data is an annotation file');
  const { turns } = parseTranscript(transcript);
  const next = random(4);
  const act = (): string => {
    const created = '2026-03-03T10:00:00Z';
    const tag: Tag = { id: newId(next), code: 'bond', at: passageIn(pick(turns, next), next), created };
    return source(addTags(file, turns, [tag]).file);
  };
  assert.ok(act().length > text.length, 'an act adds to the file');
  const tagging = { what: 'tag a passage, 5,000 annotations there', subject: { run: act }, repetitions: 30 };
  return [
    compare({
      ...tagging,
      against: 'write all values with the library yaml',
      rival: { run: () => stringify(coding) },
    }),
    compare({
      ...tagging,
      against: 'write all values in our layout',
      rival: { run: () => render(coding) },
    }),
    compare({
      what: 'read 5,000 annotations',
      against: 'parse with the library yaml',
      subject: { run: () => readAnnotationFile(text) },
      rival: { run: () => parseDocument(text) },
      repetitions: 20,
    }),
  ];
}
