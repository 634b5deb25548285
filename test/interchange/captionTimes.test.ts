import assert from 'node:assert/strict';
import { readSource } from '../../src/engine/interchange/formats';
import { outcomeOf } from './captionTexts';

/** The turns of cues with these times, each said by somebody else. */
function turns(...lines: readonly string[]): readonly string[] {
  const cues = lines.map((line, index) => `${line}\n${index % 2 === 0 ? 'T' : 'C'}: x`);
  return outcomeOf('a.vtt', `WEBVTT\n\n${cues.join('\n\n')}\n`).turns;
}

suite('times of captions', () => {
  test('a fraction is decimal where times are padded, and milliseconds where they are not', () => {
    assert.deepEqual(turns('00:00:06.90 --> 00:00:08.500'), ['6.9 T: x']);
    assert.deepEqual(turns('0:0:6.90 --> 0:0:8.500'), ['6.09 T: x']);
    assert.deepEqual(turns('0:10:16.90 --> 0:10:18.500', '0:9:6.9 --> 0:9:8.50'), [
      '616.09 T: x',
      '546.009 C: x',
    ]);
    assert.deepEqual(turns('0:0:6.05 --> 0:0:8.5'), ['6.05 T: x']);
  });

  test('what lets fewer cues end before they begin counts for more', () => {
    assert.deepEqual(turns('00:00:06.90 --> 00:00:06.500'), ['6.09 T: x']);
    assert.deepEqual(turns('0:0:6.250 --> 0:0:6.9'), ['6.25 T: x']);
  });

  test('one time that was cut off does not change the others', () => {
    assert.deepEqual(turns('00:00:06.9 --> 00:00:08.9', '00:00:09.5 --> 00:00:1'), ['6.9 T: x', '9.5 C: x']);
  });

  test('an end before its beginning is left out', () => {
    const text = 'WEBVTT\n\n00:09.000 --> 00:08.000\nT: a\n\n00:10.500 --> 00:11.000\nT: b\n';
    const { turns: found, warnings } = outcomeOf('a.vtt', text);
    assert.deepEqual(found, ['9 T: a | b']);
    assert.deepEqual(warnings, ['3 times-backwards: 1']);
  });

  test('hours may be missing or many, minutes may be more than an hour of them', () => {
    assert.deepEqual(
      turns('00:01.500 --> 00:02.000', '75:10.000 --> 75:11.000', '100:00:00.000 --> 100:00:01.000'),
      ['1.5 T: x', '4510 C: x', '360000 T: x'],
    );
  });
});

suite('captions that roll', () => {
  const rolling = (...cues: string[]): string =>
    outcomeOf(
      'a.vtt',
      `WEBVTT\n\n${cues.map((cue, index) => `00:${index + 10}.000 --> 00:${index + 11}.000\n${cue}`).join('\n\n')}`,
    )
      .turns.map((turn) => turn.slice(turn.indexOf(':') + 2))
      .join(' / ');

  test('words come out once', () => {
    assert.equal(rolling('a', 'a\nb', 'b\nc', 'c\nd'), 'a / b / c / d');
    assert.equal(rolling('a\nb', 'a\nb\nc', 'b\nc\nd'), 'a b / c / d');
    assert.equal(rolling('<u>a</u> b', 'a <u>b</u>', 'a b', '<u>c</u>', 'c', 'd'), 'a b / c / d');
  });

  test('people who repeat themselves are heard twice', () => {
    assert.equal(rolling('No.', 'No.', 'No.', 'Well.'), 'No. / No. / No. / Well.');
    assert.equal(rolling('No.', 'No.\nI said.'), 'No. / No. I said.');
    assert.equal(rolling('a', 'a\nb', 'b\nc', '1', '2', '3', '4'), 'a / a b / b c / 1 / 2 / 3 / 4');
    assert.equal(rolling('<u>No.</u>', 'No.', 'Well.'), 'No. / No. / Well.');
    const voices = ['a', 'a\nb', 'b\nc'].map((text) => `<v Dana>${text}</v>`);
    assert.equal(rolling(...voices), 'a | a b | b c');
  });
});

suite('captions by whom', () => {
  const cue = (id: string, text: string): string => `${id}\n00:01.000 --> 00:02.000\n${text}\n\n`;

  test('every speech says on which line of the file it begins', () => {
    const text = `WEBVTT\n\n${cue('1', 'T: a\nC: b')}00:03.000 --> 00:04.000 T: c\n\n00:05.000 --> 00:06.000\n\n<i>C:</i>\nd\n`;
    const { reading } = readSource({ name: 'a.vtt', bytes: new TextEncoder().encode(text) });
    const entries = reading.sessions.flatMap((one) => one.entries);
    assert.deepEqual(
      entries.map((entry) => `${entry.line} ${entry.text.trim()}`),
      ['5 a', '6 b', '8 c', '12 d'],
    );
  });

  test('what stands behind the end of a voice is nobody’s', () => {
    const { turns: found } = outcomeOf('a.vtt', `WEBVTT\n\n${cue('1', '<v Dana>a</v> b')}`);
    assert.deepEqual(found, ['1 Dana: a', '- ?: b']);
  });

  test('the parts of an utterance are one where nobody is named, unless something stands between them', () => {
    const read = (between: string) =>
      outcomeOf('a.vtt', `WEBVTT\n\n${cue('a/1-0', 'x')}${between}${cue('a/1-1', 'y')}${cue('a/2-0', 'z')}`)
        .turns;
    assert.deepEqual(read(''), ['1 ?: x y', '1 ?: z']);
    assert.deepEqual(read('Junk.\n\n'), ['1 ?: x', '1 ?: y', '1 ?: z']);
  });
});
