import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/engine/interchange/formats';
import type { SourceReading } from '../../src/engine/interchange/imported';
import { imported } from './importedText';

const folder = join('test', 'unit', 'fixtures', 'imports');

function readText(text: string, name = 'a.txt'): SourceReading {
  return readSource({ name, bytes: new TextEncoder().encode(text) }).reading;
}

function speakers(text: string): (string | null)[] {
  const { sessions } = readText(text);
  return sessions.flatMap(({ entries }) =>
    entries.flatMap((each) => (each.kind === 'speech' ? [each.speaker] : [])),
  );
}

suite('import of text', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.turns'))) {
    const name = file.slice(0, -'.turns'.length);
    test(`${name} is read turn by turn`, () => {
      const { format, reading } = readSource({ name, bytes: readFileSync(join(folder, name)) });
      const expected = readFileSync(join(folder, file), 'utf8');
      assert.equal(`format: ${format?.id}\n${imported(reading)}`, expected.replace(/\r\n/g, '\n'));
    });
  }

  test('the name of the transcript is the name of the file', () => {
    assert.equal(readText('T: a', 'Session 4.docx.txt').sessions[0]?.name, 'Session 4.docx');
  });

  test('our header says roles, and what else it says is kept', () => {
    const header = '---\nspeakers: { T: therapist }\ncase: C017\nstage: developing\nlanguage: de\n---\n';
    const made = readText(`${header}T: Hm.\n`).sessions[0];
    assert.deepEqual(made?.roles, new Map([['T', 'therapist']]));
    assert.deepEqual(made?.facts, {
      media: null,
      date: null,
      language: 'de',
      more: { case: 'C017', stage: 'developing' },
    });
  });

  test('YAML of other programs on top is no header of ours', () => {
    assert.equal(
      imported(readText('---\ntitle: A talk\n---\nT: Hm.\n')),
      '# unparsed: ---\n# unparsed: title: A talk\n# unparsed: ---\nT: Hm.\nwarning: unparsed-lines at 1\n',
    );
  });
});

suite('labels in a text', () => {
  const twice = (prefix: string): string => `T: a\n${prefix} b\nC: c\n${prefix} d\n`;

  test('a name that begins several lines is one', () => {
    for (const name of [
      'Mother',
      'Dana Lee',
      'Dr. Ana de la Cruz',
      'MOTHER',
      '*Anna',
      "O'Neill",
      '母親',
      'K',
    ]) {
      assert.deepEqual(speakers(twice(`${name}:`)), ['T', name, 'C', name], name);
    }
  });

  test('what heads notes, ends in a verb, or is no prefix at all is none', () => {
    for (const prefix of [
      'Note:',
      'Goals:',
      'Mother said:',
      'Session Notes:',
      '17:30',
      'https://example.org',
      'Psalm 23:4',
      'so::: yes',
      'and then:',
      '(T: Mhm)',
      '[M: yes]',
      'One Two Three Four Five:',
    ]) {
      assert.deepEqual(speakers(twice(prefix)), ['T', 'C'], prefix);
    }
  });

  test('a sentence that the page cut before a name goes on', () => {
    const cut = 'C: and when I came home she stood in the doorway and then\nMother: the same as ever\n';
    assert.deepEqual(speakers(cut.repeat(3)), ['C', 'C', 'C']);
  });

  test('names in small letters count where they begin half of the lines', () => {
    assert.deepEqual(speakers('dana: a\nsam: b\ndana: c\nsam: d\n'), ['dana', 'sam', 'dana', 'sam']);
    assert.deepEqual(speakers('T: a\nb\nc\nd\nalso: e\nf\nalso: g\n'), ['T']);
  });

  test('where every line begins with another name, they are names', () => {
    assert.deepEqual(speakers('Dana: How are you?\nSam: Fine.\n'), ['Dana', 'Sam']);
  });

  test('facts on top of a transcript are no turns', () => {
    const turns = 'T: a\nC: b\nT: c\nC: d\n';
    for (const top of [
      'Date: 3 May\nClient: C017\nTherapist: Dana Lee\n',
      'Transcript of session 4\nClient: C017\nSession: 4\n',
      'Date: 3 May\nC: C017\nT: Dana Lee\n\n',
      'Therapist: Dana Lee\nClient: C017\n',
    ]) {
      assert.deepEqual(speakers(top + turns), ['T', 'C', 'T', 'C'], top);
    }
    assert.deepEqual(speakers(`Client: a\n${'T: b\n'.repeat(2)}`), ['Client', 'T', 'T']);
    assert.deepEqual(speakers(`Therapist: a\n${turns}`)[0], 'Therapist');
    assert.equal(
      speakers(Array.from({ length: 40 }, (_, at) => `${at % 2 ? 'C' : 'T'}${at + 1}: a\n`).join('')).length,
      40,
    );
    assert.deepEqual(speakers('Hello.\nHello.\nNote: c\nWell.\n'), [null, null, null, null]);
    assert.deepEqual(speakers('T: a\nC: b\nNote: c\nT: d\n'), ['T', 'C', 'T']);
  });

  test('a tab does for a colon where half of the lines have it', () => {
    assert.deepEqual(speakers('Dana Lee\ta\nSam\tb\nmore\nDana Lee\tc\nSam\td\n'), [
      'Dana Lee',
      'Sam',
      'Dana Lee',
      'Sam',
    ]);
    assert.deepEqual(speakers('a\tb\nc\nd\n'), [null, null, null]);
  });

  test('a wide colon is one, too', () => {
    assert.deepEqual(speakers('治療師：你好\n個案：嗯\n治療師：好\n個案：是\n'), [
      '治療師',
      '個案',
      '治療師',
      '個案',
    ]);
  });

  test('the first of two therapists is no first turn', () => {
    assert.deepEqual(speakers('T1: a\nT2: b\nT1: c\nT2: d\n'), ['T1', 'T2', 'T1', 'T2']);
    assert.deepEqual(speakers('T1: a\nC1: b\nT2: c\nC2: d\nT3: e\nC3: f\n'), ['T', 'C', 'T', 'C', 'T', 'C']);
  });

  test('a speaker may have any name', () => {
    assert.deepEqual(speakers('__proto__: a\nT: b\n__proto__: c\nconstructor: d\n'), [
      '__proto__',
      'T',
      '__proto__',
    ]);
  });
});

suite('numbers of pages amid turns', () => {
  const pages = (lines: readonly string[]): string => {
    const [first = '', ...rest] = lines;
    return imported(readText([first, 'Page 1 of 9', ...rest, ''].join('\n')));
  };

  test('are no words, however the text is laid out', () => {
    const remark = '# unparsed: Page 1 of 9\n';
    const end = 'warning: unparsed-lines at 2\n';
    const layouts: readonly (readonly [readonly string[], string])[] = [
      [
        ['T1 So?', 'C1 Bad.', 'T2 Hm.', 'C2 Yes.', 'T3 Ah.'],
        `T: So?\n${remark}C: Bad.\nT: Hm.\nC: Yes.\nT: Ah.\nignored: 5 numbers\nwarning: numbered-turns\n`,
      ],
      [
        ['1 T: So?', '2 C: Bad.', '3 I mean', '4 it.'],
        `T: So?\n${remark}C: Bad. I mean it.\nignored: 4 numbers\n`,
      ],
      [
        ['Speaker 1 (00:02):', 'So?', 'Speaker 2 (00:06):', 'Bad.'],
        `[2] Speaker 1:\n${remark}+ Speaker 1: So?\n[6] Speaker 2: Bad.\n`,
      ],
      [['Dana  0:02', 'So?', 'Sam  0:06', 'Bad.'], `[2] Dana:\n${remark}+ Dana: So?\n[6] Sam: Bad.\n`],
    ];
    for (const [lines, expected] of layouts) assert.equal(pages(lines), expected + end);
  });
});

suite('what is no text to import', () => {
  test('other formats are left to others, and nonsense is refused', () => {
    for (const text of [
      '{"a": 1}',
      '[{"a": 1}]',
      '["a"]',
      '<?xml version="1.0"?><a>b</a>',
      '<html>a</html>',
    ]) {
      const { format } = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
      assert.notEqual(format?.id, 'text', text);
    }
    assert.equal(readText('...\n---\n').refusal?.code, 'unknown-format');
    assert.equal(readText(' \n').refusal?.code, 'empty');
    assert.equal(readText('{\\rtf1 T: a}').refusal?.code, 'old-format');
  });

  test('a list in square brackets is JSON, a time is not', () => {
    assert.deepEqual(speakers('[00:00:12] T: a'), ['T']);
  });

  test('a header and comments alone are no speech', () => {
    assert.equal(readText('---\nmedia: a.wav\n---\n# nothing\n').refusal?.code, 'no-speech');
  });
});
