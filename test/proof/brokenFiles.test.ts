import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as vscode from 'vscode';
import { addTags } from '../../src/engine/annotations/acts';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { readCodebook } from '../../src/engine/codebook/read';
import type { Fault } from '../../src/engine/faults';
import { readStudy } from '../../src/engine/study/studyFile';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { PersonFile } from '../../src/store/personFile';
import { mutated, mutation } from '../properties/mutations';
import { nodeDisk } from './nodeDisk';

function textsIn(folder: string, ending: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const wanted = names.filter((name) => name.endsWith(ending) && !name.startsWith('alias-bomb'));
  return wanted.map((name) => readFileSync(join(folder, name), 'utf8'));
}

const smallCodebook = `alliance_codebook: 1
id: small
version: 1.0.0
scales:
  impact: { type: ordinal, values: { "1": none, "2": some }, default: 2 }
ratings:
  - { id: bond, label: Bond, scale: impact, scopes: [ session ] }
codes:
  - id: rupture
    key: r
    color: "#D55E00"
    scales: [ impact ]
    children:
      - { id: rupture.quiet, key: q, kind: withdrawal, replaces: [ silence ] }
      - { id: rupture.loud, key: l, kind: confrontation }
  - { id: repair, key: p, label: Repair }
`;

/** Long files would make the run long and are read by the same code. */
const isShort = (text: string): boolean => text.length < 4_000;
const annotationFiles = textsIn('test/unit/fixtures/annotations', '.yaml');
const studies = textsIn('test/samples', 'alliance.study.yaml').map((text) =>
  text.split('\n').slice(0, 14).join('\n'),
);
const transcripts = [
  ...textsIn('test/unit/fixtures/transcripts', '.transcript'),
  ...textsIn('test/samples', '.transcript').map((text) => text.slice(0, 2_000)),
].filter(isShort);

/** Every fault stands in the text; what is missing at the end of a line is shown on the line end. */
function assertPlaced(faults: readonly Fault[], text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { code, range } of faults) {
    const place = `${code} ${JSON.stringify(range)}`;
    assert.ok(range.start.line >= 0 && range.end.line < lines.length, place);
    assert.ok(range.end.character <= (lines[range.end.line]?.length ?? 0) + 1, place);
  }
}

const isError = ({ severity }: Fault): boolean => severity === 'error';

/** Reads a broken text of a kind: no exception, every fault in its place. Counts those of which nothing could be read. */
function broken(texts: readonly string[], times: number, check: (text: string) => 'read' | 'refused'): void {
  let refused = 0;
  const changes = fc.array(mutation, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, (text, each) => {
      if (check(each.reduce(mutated, text)) === 'refused') refused++;
    }),
    { numRuns: times },
  );
  console.log(`      ${times}, of which ${refused} were refused`);
}

suite('10,000 broken files: no exception, and a fault in its place for each that is not read', () => {
  test('4,000 annotation files, and what is read is the same bytes', () => {
    broken(annotationFiles, 4_000, (text) => {
      const { file, faults } = readAnnotationFile(text);
      assertPlaced(faults, text);
      if (file) assert.equal(source(file), text);
      else assert.ok(faults.some(isError));
      return file ? 'read' : 'refused';
    });
  });

  test('2,000 codebooks', () => {
    broken([smallCodebook], 2_000, (text) => {
      const { codebook, faults } = readCodebook(text);
      assertPlaced(faults, text);
      assert.ok(codebook ? codebook.codes.size > 0 : faults.some(isError));
      return codebook ? 'read' : 'refused';
    });
  });

  test('2,000 study files', () => {
    broken(studies, 2_000, (text) => {
      const { study, faults } = readStudy(text);
      assertPlaced(faults, text);
      assert.ok(study ?? faults.some(isError));
      return study ? 'read' : 'refused';
    });
  });

  test('2,000 transcripts', () => {
    broken(transcripts, 2_000, (text) => {
      const { faults, turns } = parseTranscript(text);
      assertPlaced(faults, text.replace(/^\ufeff/, ''));
      turns.forEach(({ number }, index) => assert.equal(number, index + 1));
      return 'read';
    });
  });
});

suite('A file that became unreadable', () => {
  test('is not written over: 300 broken on disk while an act was waiting, and each stays as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alliance-'));
    const path = join(folder, 'session.alice.alliance.yaml');
    const canonical = readFileSync('test/unit/fixtures/annotations/canonical.alliance.yaml', 'utf8');
    const { file } = readAnnotationFile(canonical);
    assert.ok(file);
    const { turns } = parseTranscript('T: Hello there.\nC: Yes.');
    let refused = 0;
    for (const each of fc.sample(fc.array(mutation, { minLength: 1, maxLength: 3 }), {
      numRuns: 300,
      seed: 1,
    })) {
      const text = each.reduce(mutated, canonical);
      writeFileSync(path, text);
      const fault = await saveAnAct(path, file, canonical, turns);
      if (readAnnotationFile(text).file) continue;
      refused++;
      assert.deepEqual([fault?.kind, fault?.uri.fsPath], ['unreadable', path]);
      assert.equal(readFileSync(path, 'utf8'), text);
    }
    assert.ok(refused > 30);
    rmSync(folder, { recursive: true });
  });
});

function saveAnAct(
  path: string,
  file: AnnotationFile,
  onDisk: string,
  turns: Parameters<typeof addTags>[1],
): ReturnType<PersonFile['save']> {
  const person = new PersonFile(vscode.Uri.file(path), file, onDisk, nodeDisk);
  const created = '2026-03-03T10:00:00Z';
  person.act((coding) =>
    addTags(coding, turns, [{ id: 'k7f3m2qz', code: 'bond', at: { turn: 1, start: 0, end: 5 }, created }]),
  );
  return person.save();
}
