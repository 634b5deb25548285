import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { readSource } from '../../src/engine/interchange/formats';
import { outcomeOf } from './captionTexts';
import { fileText } from '../unit/projectFiles';

const folder = ['test', 'unit', 'fixtures', 'imports'] as const;

suite('captions', () => {
  const names = readdirSync(folder.join('/')).filter((name) => /\.(?:vtt|srt)$|^teams-.*\.txt$/.test(name));
  for (const name of names) {
    test(`${name} is read as its expectation says`, () => {
      const expected: unknown = parse(fileText(...folder, `${name}.expected.yaml`));
      const outcome = outcomeOf(name, fileText(...folder, name));
      assert.deepEqual(outcome, expected, stringify(outcome, { lineWidth: 0 }));
    });
  }

  test('the same with a byte order mark and with CRLF', () => {
    for (const name of names) {
      const text = fileText(...folder, name);
      assert.deepEqual(
        outcomeOf(name, `\ufeff${text.replaceAll('\n', '\r\n')}`),
        outcomeOf(name, text),
        name,
      );
    }
  });
});

suite('captions that are hardly any', () => {
  const cue = '00:00:01.000 --> 00:00:02.000';

  test('without speech they are refused', () => {
    for (const text of [
      'WEBVTT',
      'WEBVTT\n',
      '\ufeffWEBVTT\n\nNOTE hm\n',
      `WEBVTT\n\n${cue}\n\n`,
      `1\n${cue}\n`,
    ]) {
      assert.equal(outcomeOf('a.vtt', text).format, 'refused: no-speech', text);
    }
    assert.equal(outcomeOf('a.vtt', '').format, 'refused: empty');
    assert.equal(outcomeOf('a.vtt', `WEBVTT\n\n${cue}\na\0b`).format, 'refused: not-text');
  });

  test('cut off anywhere, they keep the words before', () => {
    const text = `WEBVTT\n\n1\n${cue}\n<v Dana Lee>First &amp; last</v>\n\n2\n00:00:03.000 --> 00:00:04.000\nThen`;
    for (let end = text.indexOf('First') + 1; end <= text.length; end++) {
      const { turns, remarks = [] } = outcomeOf('a.vtt', text.slice(0, end));
      assert.equal(turns.length > 0, true, text.slice(0, end));
      if (end > text.indexOf('</v>') + 4) assert.equal(turns[0], '1 Dana Lee: First & last');
      assert.equal(turns.length + remarks.length <= 3, true, text.slice(0, end));
    }
    const numbered = `7\n${cue}\nT: One\n\n8\n00:00:0`;
    assert.deepEqual(outcomeOf('a.srt', numbered).remarks, ['6 unparsed: 00:00:0']);
    assert.deepEqual(outcomeOf('a.srt', `7\n${cue}\nT: One\n\n8`).turns, ['1 T: One']);
    assert.deepEqual(outcomeOf('a.srt', `7\n${cue}\nT: One\n\n8\nC: Two\n\n9\n${cue}\nT: Three`).turns, [
      '1 T: One',
      '- C: Two',
      '1 T: Three',
    ]);
  });

  test('times that run backwards leave the cues in the order of the file', () => {
    const text = `WEBVTT\n\n00:00:09.000 --> 00:00:10.000\nT: a\n\n${cue}\nC: b\n\n${cue}\nT: c\n`;
    const { turns, warnings } = outcomeOf('a.vtt', text);
    assert.deepEqual(turns, ['9 T: a', '1 C: b', '1 T: c']);
    assert.deepEqual(warnings, ['6 times-backwards: 2']);
  });

  test('long lines and odd names do no harm', () => {
    const long = `${'<v '.repeat(5000)} ${'&amp'.repeat(5000)} ${'a: '.repeat(5000)} ${'- '.repeat(5000)}`;
    assert.equal(outcomeOf('a.vtt', `WEBVTT\n\n${cue}\n${long}`).turns.length, 1);
    const odd = ['__proto__', 'constructor', 'toString'].flatMap((name) => [name, name, name]);
    const { turns } = outcomeOf(
      'a.vtt',
      `WEBVTT\n\n${odd.map((name) => `${cue}\n${name}: hi`).join('\n\n')}`,
    );
    assert.deepEqual(turns, [
      '1 __proto__: hi | hi | hi',
      '1 constructor: hi | hi | hi',
      '1 toString: hi | hi | hi',
    ]);
  });

  test('a name without its words is somebody who is named, and nothing is lost', () => {
    const { turns } = outcomeOf('a.vtt', `WEBVTT\n\n${cue}\nT:\n\n${cue}\nHow was it?\n`);
    assert.deepEqual(turns, ['1 T:  | How was it?']);
  });
});

suite('what is taken for captions', () => {
  const formatOf = (text: string): string | null =>
    readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) }).format?.id ?? null;

  test('by the first line, or by times', () => {
    assert.equal(formatOf('WEBVTT\n\n00:01.000 --> 00:02.000\nHm.'), 'webvtt');
    assert.equal(formatOf('\n1\n00:00:01,000 --> 00:00:02,000\nHm.'), 'srt');
    assert.equal(formatOf('00:00:01,000 --> 00:00:02,000\nHm.'), 'srt');
    assert.equal(formatOf('0:0:0.0 --> 0:0:1.510\nDana Lee\nHm.'), 'teams-text');
    assert.equal(
      formatOf(`Title\n${'00:00:01.000 --> 00:00:02.000\nDana Lee\nHm.\n'.repeat(3)}`),
      'teams-text',
    );
    assert.equal(formatOf('1\n0:0:0.0 --> 0:0:1.510\nDana Lee\nHm.'), 'srt');
    assert.equal(formatOf('0:0:0.0 --> 0:0:1.510\n\nDana Lee\n\nHm.'), 'srt');
  });

  test('a transcript that quotes an arrow is none', () => {
    for (const text of [
      'T: It went a --> b.\nC: 00:00:01,000 --> 00:00:02,000\n',
      'T: The file says\n00:00:01,000 --> 00:00:02,000\nC: Hm.\nT: Yes.\n',
      'T: WEBVTT is a format.\n',
      'WEBVTTX\n',
      `T: Twice:\n${'00:00:01,000 --> 00:00:02,000\n'.repeat(2)}${'C: Hm.\n'.repeat(30)}`,
    ]) {
      const format = formatOf(text);
      assert.ok(format !== 'webvtt' && format !== 'srt' && format !== 'teams-text', text);
    }
  });
});
