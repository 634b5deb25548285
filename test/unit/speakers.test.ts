import assert from 'node:assert/strict';
import { edited } from '../../src/engine/textEdit';
import { addSpeaker } from '../../src/engine/transcript/editHeader';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { renameSpeaker, speakerAt } from '../../src/engine/transcript/renameSpeaker';
import type { Role } from '../../src/engine/transcript/types';

function added(text: string, label: string, role: Role): string | null {
  const parsed = parseTranscript(text);
  const edits = addSpeaker(parsed, { label, role, name: null });
  return edits && edited(parsed.lines, edits);
}

function renamed(text: string, speaker: string, name: string): string {
  const parsed = parseTranscript(text);
  const result = renameSpeaker(parsed, speaker, name);
  return 'edits' in result ? edited(parsed.lines, result.edits) : result.refusal;
}

suite('adding a speaker', () => {
  const body = 'T: Hello.\nC: Yes.\nMother: Well.\n';

  test('makes a header that lists those who speak already', () => {
    const text = added(body, 'Mother', 'other');
    assert.equal(
      text,
      `---\nspeakers:\n  T: { role: therapist }\n  C: { role: client }\n  Mother: { role: other }\n---\n${body}`,
    );
    assert.deepEqual(
      parseTranscript(text ?? '').turns.map(({ speaker, role }) => [speaker, role]),
      [
        ['T', 'therapist'],
        ['C', 'client'],
        ['Mother', 'other'],
      ],
    );
  });

  test('goes into a header of any layout, with its comments', () => {
    assert.equal(
      added(`---\n# who\nduration: 50 # minutes\n---\n${body}`, 'Mother', 'client')?.split('---')[1],
      '\n# who\nduration: 50 # minutes\nspeakers:\n  T: { role: therapist }\n  C: { role: client }\n  Mother: { role: client }\n',
    );
    assert.equal(
      added(`---\nspeakers: { T: therapist, C } # all\n---\n${body}`, 'Mother', 'other')?.split('---')[1],
      '\nspeakers: { T: therapist, C, Mother: { role: other } } # all\n',
    );
    assert.equal(
      added(
        `---\nspeakers:\n  T: therapist\n  C: # her\nduration: 50\n---\n${body}`,
        'Dr. No',
        'other',
      )?.split('---')[1],
      '\nspeakers:\n  T: therapist\n  C: # her\n  Dr. No: { role: other }\nduration: 50\n',
    );
  });

  test('fills a list, or a header, that is there and empty', () => {
    const list = 'speakers:\n  T: { role: therapist }\n  C: { role: client }\n  Mother: { role: other }\n';
    const of = (header: string): string | undefined =>
      added(`---\n${header}---\n${body}`, 'Mother', 'other')?.split('---')[1];
    assert.equal(of('speakers:\nduration: 50\n'), `\n${list}duration: 50\n`);
    assert.equal(of('# who\n'), `\n${list}# who\n`);
  });

  test('leaves a list that stands elsewhere alone', () => {
    const elsewhere = `---\npeople: &p { T: therapist, C: client }\nspeakers: *p\n---\n${body}`;
    assert.equal(added(elsewhere, 'Mother', 'other'), null);
    assert.equal(renamed(elsewhere, 'T', 'Th'), 'header');
    assert.equal(speakerAt(parseTranscript(elsewhere), { line: 1, character: 14 }), null);
  });

  test('is not tried where it would not help', () => {
    assert.equal(added(`---\n${body}`, 'Mother', 'other'), null);
    assert.equal(added(`---\nspeakers: [ T ]\n---\n${body}`, 'Mother', 'other'), null);
    assert.equal(added(`---\nspeakers: { T: { role: doctor } }\n---\n${body}`, 'Mother', 'other'), null);
  });
});

suite('renaming a speaker', () => {
  test('changes labels and nothing else, where the new name is a usual one of the same role', () => {
    assert.equal(
      renamed('[00:01] T: Hello T:.\nC: T?\n3 t: So.\nT4\tYes.\n', 'T', 'Th'),
      '[00:01] Th: Hello T:.\nC: T?\n3 Th: So.\nTh4\tYes.\n',
    );
  });

  test('lists the speakers where the new name is no usual one, or another role’s', () => {
    const text = 'T: Hello.\nC: Yes.\n';
    assert.equal(
      renamed(text, 'T', 'Dr. Berg'),
      '---\nspeakers:\n  Dr. Berg: { role: therapist }\n  C: { role: client }\n---\nDr. Berg: Hello.\nC: Yes.\n',
    );
    assert.equal(
      renamed(text, 'T', 'P'),
      '---\nspeakers:\n  P: { role: therapist }\n  C: { role: client }\n---\nP: Hello.\nC: Yes.\n',
    );
  });

  test('goes into the header’s list, with its comments, and keeps the role', () => {
    const header = (speakers: string): string => `---\nspeakers: ${speakers}\n---\nT: Hello.\nC: Yes.\n`;
    const first = (text: string): string => text.split('\n---')[0]?.replace('---\nspeakers: ', '') ?? '';
    const tries: readonly [string, string][] = [
      ['{ T: { role: therapist }, C: client } # all', '{ Ben: { role: therapist }, C: client } # all'],
      ['{ T, C }', '{ Ben: { role: therapist }, C }'],
      ['{ T: { name: Dr Berg }, C: }', '{ Ben: { name: Dr Berg, role: therapist }, C: }'],
      ['\n  T: # him\n  C: client', '\n  Ben: { role: therapist } # him\n  C: client'],
      ['\n  T:\n    name: B # b\n  C: client', '\n  Ben:\n    name: B # b\n    role: therapist\n  C: client'],
    ];
    for (const [before, after] of tries) assert.equal(first(renamed(header(before), 'T', 'Ben')), after);
  });

  test('is refused where two would become one, or the turns would be others', () => {
    const text = 'T: Hello.\nC: Yes.\nNote: this.\n';
    assert.equal(renamed(text, 'T', ' c '), 'merge');
    assert.equal(renamed(text, 'T', ' '), 'empty');
    assert.equal(renamed(text, 'T', 'Note'), 'more-turns');
    for (const name of ['T:', '# T', 'a\nb', '[00:01]', 'x'.repeat(300)])
      assert.equal(renamed(text, 'T', name), 'no-label', name);
    assert.equal(renamed(`---\nspeakers: [\n---\n${text}`, 'T', 'Ben'), 'header');
    assert.equal(renamed('---\nspeakers: { T, C, M }\n---\nT: Hello.\n', 'T', 'm'), 'merge');
    assert.equal(renamed(text, 'M', 'F'), 'no-label');
  });

  test('begins at a label or at its name in the header, and nowhere else', () => {
    const parsed = parseTranscript('---\nspeakers:\n  T: client\n  C: client\n---\n[00:01] T: Hello.\n');
    const at = (line: number, character: number): string | undefined =>
      speakerAt(parsed, { line, character })?.speaker;
    assert.deepEqual([at(5, 8), at(5, 9), at(2, 2), at(3, 3)], ['T', 'T', 'T', 'C']);
    assert.deepEqual([at(5, 0), at(5, 11), at(1, 3), at(0, 0), at(9, 0)], Array(5).fill(undefined));
  });
});
