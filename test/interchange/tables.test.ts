import assert from 'node:assert/strict';
import { openSource } from '../../src/engine/interchange/source';
import { readTable } from '../../src/engine/interchange/table';
import { described, readText } from './readSources';

function lines(text: string): string[] {
  return described(readText(text)).trimEnd().split('\n');
}

/** What is said of the columns. */
function taken(text: string): string | undefined {
  return lines(text)
    .find((line) => line.includes('columns-taken'))
    ?.slice('warning: columns-taken, '.length);
}

suite('tables', () => {
  test('headings in several languages, in any order, with units and underscores', () => {
    const heads: [string, string][] = [
      ['Speaker,In,Out,Text\n', 'text 4, speaker 1, start 2, end 3, notes 0'],
      ['start_time;end_time;speaker_name;content\n', 'text 4, speaker 3, start 1, end 2, notes 0'],
      ['Sprecher\tvon\tbis\tÄußerung\n', 'text 4, speaker 1, start 2, end 3, notes 0'],
      ['début,fin,locuteur,texte\n', 'text 4, speaker 3, start 1, end 2, notes 0'],
      ['who,said\n', 'text 2, speaker 1, start 0, end 0, notes 0'],
      ['startTime|endTime|utterance\n', 'text 3, speaker 0, start 1, end 2, notes 0'],
      ['tmin\ttier\ttext\ttmax\n', 'text 3, speaker 2, start 1, end 4, notes 0'],
      [
        'Begin Time - ss.msec\tEnd Time - ss.msec\tTier\tAnnotation\n',
        'text 4, speaker 3, start 1, end 2, notes 0',
      ],
    ];
    for (const [head, expected] of heads) {
      const delimiter = /[,;\t|]/.exec(head)?.[0] ?? ',';
      const width = head.split(delimiter).length;
      assert.equal(taken(head + Array(width).fill('1').join(delimiter)), expected, head);
    }
  });

  test('a table that does not say which column was said is refused, with what to do', () => {
    const text = 'Beginn\tEnde\tA\tB\n0:01\t0:02\tone thing\tother one\n0:03\t0:04\tmore here\tand there\n';
    assert.deepEqual(lines(text), ['format: table', 'refusal: columns-unknown, count 4']);
  });

  test('columns that are chosen hold, whatever the headings say', () => {
    const source = openSource({
      name: 'a.csv',
      bytes: new TextEncoder().encode('text,A,B\nx,one thing,T\ny,other one,C\n'),
    });
    const { sessions } = readTable(source, { text: 1, speaker: 2, start: null, end: null, notes: [] });
    assert.deepEqual(
      sessions[0]?.entries.map((entry) => entry.kind === 'speech' && [entry.speaker, entry.text]),
      [
        ['T', 'one thing'],
        ['C', 'other one'],
      ],
    );
    assert.deepEqual(sessions[0]?.ignored, [{ what: 'elements', count: 2 }]);
  });

  test('the apostrophe that guards against formulas goes, others stay', () => {
    const found = lines("speaker,text\nT,'=1+1\nC,'-- no\nT,'tis so\nC,=HYPERLINK(1)\n");
    assert.deepEqual(found.slice(2, 6), [
      '  2 ?–? T: "=1+1"',
      '  3 ?–? C: "-- no"',
      '  4 ?–? T: "\'tis so"',
      '  5 ?–? C: "=HYPERLINK(1)"',
    ]);
  });

  test('a note is called by its heading, and times that go back are said', () => {
    const found = lines('start,speaker,text,mood\n9,T,How was it?,warm\n4,C,Bad.,\n');
    assert.deepEqual(found.slice(2), [
      '  2 9–? T: "How was it?"',
      '  2 (note) "mood: warm"',
      '  3 4–? C: "Bad."',
      'warning: columns-taken, text 3, speaker 2, start 1, end 0, notes 1',
      'warning: times-backwards, line 3, count 1',
    ]);
  });

  test('cells beyond the columns are kept as remarks and counted; rows may be short or empty', () => {
    const found = lines('speaker,text,nr\nT,Yes,1,and,more\n\nC,No\n,,\nT\n');
    assert.deepEqual(found.slice(2), [
      '  2 ?–? T: "Yes"',
      '  2 (unparsed) "and"',
      '  2 (unparsed) "more"',
      '  4 ?–? C: "No"',
      'ignored: elements 2',
      'warning: columns-taken, text 2, speaker 1, start 0, end 0, notes 0',
      'warning: unparsed-lines, line 2, count 2',
    ]);
  });

  test('whole numbers are milliseconds where a cue would last for minutes', () => {
    assert.equal(lines('start\tend\ttext\n0\t3200\ta\n3200\t4000\tb\n')[2], '  2 0–3.2 ?: "a"');
    assert.equal(lines('start\tend\ttext\n0\t3\ta\n3\t4\tb\n')[2], '  2 0–3 ?: "a"');
    assert.equal(lines('start (ms)\ttext\n2\ta\n3\tb\n')[2], '  2 0.002–? ?: "a"');
    assert.equal(lines('start\tend\ttext\n0:05\t0:09\ta\n')[2], '  2 5–9 ?: "a"');
  });

  test('a quotation mark without a partner is a character where nothing is quoted, else a fault', () => {
    assert.equal(lines('start\tend\ttext\n0\t1\t"so\n1\t2\tb\n')[2], '  2 0–1 ?: "\\"so"');
    assert.match(lines('speaker,text\nT,"a, b\nC,c\n')[1] ?? '', /refusal: malformed.*line 2/);
  });

  test('the separator that Excel states in a first line holds, and is no row', () => {
    assert.deepEqual(lines('sep=;\nspeaker;text\nT;Well, yes\n').slice(2, 3), ['  3 ?–? T: "Well, yes"']);
  });

  test('a row of any length does no harm', () => {
    assert.match(lines(`speaker,text\n${'a,'.repeat(100_000)}`)[1] ?? '', /refusal: malformed/);
  });

  test('prose and dialogue with commas and tabs are no tables', () => {
    const texts = [
      'T: Well, how was it?\nC: Long, very long.\nT: Yes, I see.\n',
      'Yes, I do.\nNo, I do not.\nYes, I think.\nNo, never.\n',
      'How was the week?\nLong.\n',
      'T:\tHow was the week?\nC:\tLong.\n',
      'Dana Lee  0:15\nSo how was the week; tell me\n',
      'one\n',
      '',
    ];
    for (const text of texts) assert.notEqual(readText(text).format?.id, 'table', text);
  });
});
