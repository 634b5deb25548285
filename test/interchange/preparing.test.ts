import assert from 'node:assert/strict';
import { session, type Entry } from '../../src/engine/interchange/imported';
import {
  prepare,
  transcriptName,
  withMemosAsRemarks,
  type Prepared,
  type SaidRoles,
} from '../../src/engine/interchange/prepare';
import { plain } from '../../src/words/faults';
import { previewBlocks } from '../../src/words/importing';

function speech(speaker: string | null, text: string): Entry {
  return { kind: 'speech', speaker, text, start: null, end: null, line: 1 };
}

function linesOf(prepared: Prepared): string[] {
  return previewBlocks(prepared, plain).flatMap(({ lines }) => lines);
}

function said(...roles: [string, 'therapist' | 'client' | 'other'][]): SaidRoles {
  return new Map(roles);
}

const asking = session({
  name: 'a',
  unit: 'turns',
  entries: [speech('Dana Lee', 'How was it?'), speech('Sam', 'Fine.')],
});

suite('a session before it is imported', () => {
  test('of two, one who is said to be neither tells nothing of the other', () => {
    const roles = new Map([['Dana Lee', 'other'] as const]);
    const { speakers } = prepare({ ...asking, roles }, said());
    assert.deepEqual(
      speakers.map(({ name, role, guess }) => [name, role, guess.by]),
      [
        ['Dana Lee', 'other', 'stated'],
        ['Sam', 'other', 'unknown'],
      ],
    );
  });

  const rolesOf = (given: SaidRoles): string[] =>
    prepare(asking, given).speakers.map(({ name, role }) => `${name} ${role}`);

  test('a guess by questions is proposed, never applied; what a person says counts', () => {
    assert.deepEqual(rolesOf(said()), ['Dana Lee other', 'Sam other']);
    assert.deepEqual(rolesOf(said(['dana lee', 'therapist'])), ['Dana Lee therapist', 'Sam other']);
    const lines = linesOf(prepare(asking, said(['dana lee', 'therapist'])));
    assert.ok(lines.includes('Dana Lee: therapist (asks most questions), turns: 1'));
    assert.ok(lines.includes('Sam: other (perhaps the client: asks fewer questions), turns: 1'));
  });

  test('a usual name has its role, which a person can change', () => {
    const usual = { ...asking, entries: [speech('T', 'So?'), speech('C', 'No.')] };
    assert.deepEqual(
      prepare(usual, said(['c', 'other'])).composed.speakers.map(({ label, role }) => `${label} ${role}`),
      ['T therapist', 'C other'],
    );
  });

  test('who is said by the label that the transcript has', () => {
    const numbered = { ...asking, entries: [speech('12 Dana', 'So?')] };
    assert.equal(prepare(numbered, said(['speaker 12 dana', 'therapist'])).speakers[0]?.role, 'therapist');
  });

  test('says what could not be read, and that nobody is named, whatever the reader said', () => {
    const entries: Entry[] = [
      speech(null, 'Hm.'),
      { kind: 'remark', about: 'unparsed', text: 'x\ny', line: 7 },
      { kind: 'remark', about: 'note', text: 'z', line: 8 },
    ];
    const prepared = prepare({ ...asking, entries }, said());
    assert.deepEqual(
      prepared.warnings.map(({ code, data }) => [code, data['count'] ?? null]),
      [
        ['unparsed-lines', 1],
        ['no-speakers', null],
      ],
    );
    assert.ok(linesOf(prepared).includes('line 7: x / y'));
  });

  test('comments of a document stand as comments behind what they are about', () => {
    const memos = [
      { text: 'Of the whole.', author: null, entry: null },
      { text: 'Why\nnow?', author: 'Kim', entry: 0 },
    ];
    const { composed } = prepare(withMemosAsRemarks({ ...asking, memos }), said());
    assert.match(
      composed.text,
      /---\n# Of the whole\.\nDana Lee: How was it\?\n# Kim: Why\n# now\?\nSam: Fine\.\n$/,
    );
  });

  test('a transcript has a name that every file system takes', () => {
    const names = ['a', '../a', 'a/b:c', '  .x', 'con', '', 'ä\u0000?', 'x'.repeat(300), 'a. '];
    assert.deepEqual(names.map(transcriptName), [
      'a.transcript',
      '-a.transcript',
      'a-b-c.transcript',
      'x.transcript',
      'con_.transcript',
      'session.transcript',
      'ä-.transcript',
      `${'x'.repeat(100)}.transcript`,
      'a.transcript',
    ]);
  });
});
