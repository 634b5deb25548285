import assert from 'node:assert/strict';
import { sidesOf, type Sides } from '../../src/engine/anchors/surroundings';
import { transcript } from './builders';

/** What stands beside the one word `here` in turns, compared with what stood there. */
function around(before: string, after: string, ...lines: readonly string[]): Sides {
  const { turns } = transcript(...lines.map((line) => `C: ${line}`));
  const turn = turns.findIndex(({ text }) => text.includes('here')) + 1;
  const start = turns[turn - 1]?.text.indexOf('here') ?? 0;
  return sidesOf({ before, after }, { turn, start, end: start + 4 }, turns);
}

/** Of what stood behind: how many characters the file keeps, how many stand right beside the passage, and how many near it. */
function behind(was: string, now: string): string {
  const { kept, beside, near } = around('', was, `here${now}`).after;
  return `${kept} ${beside} ${near}`;
}

suite('What stood around a passage', () => {
  test('is compared away from it, blanks at the passage and kinds of blanks apart', () => {
    const { before, after } = around('so it  is ', ' and so', 'Well, so\tit is', 'here', 'and sore.');
    assert.deepEqual([before.text, before.now], ['si ti os', 'si ti os ,lleW']);
    assert.deepEqual([before.kept, before.beside, before.near], [8, 8, 8]);
    assert.deepEqual([after.text, after.now], ['and so', 'and sore.']);
    assert.deepEqual([after.kept, after.beside, after.near], [6, 6, 6]);
  });

  test('is near with some of its characters changed: a third of those of eight to fifteen, else half', () => {
    assert.equal(behind(' abcdefg', ' xbcdefg'), '7 0 0');
    assert.equal(behind(' abcdefgh', ' xxcdefgh'), '8 0 6');
    assert.equal(behind(' abcdefgh', ' xxxdefgh'), '8 0 0');
    assert.equal(behind(' abcdefghi', ' xxxdefghi'), '9 0 6');
    assert.equal(behind(' abcdefghijklmno', ' xxxxxfghijklmno'), '15 0 10');
    assert.equal(behind(' abcdefghijklmno', ' xxxxxxghijklmno'), '15 0 0');
    assert.equal(behind(' abcdefghijklmnop', ' xxxxxxxxijklmnop'), '16 0 8');
    assert.equal(behind(' abcdefghijklmnop', ' xxxxxxxxxjklmnop'), '16 0 0');
  });

  test('is near where characters came or went between, and whole where only blanks did', () => {
    assert.equal(behind(' abcdefghi', ' abXcdefghi'), '9 2 8');
    assert.equal(behind(' abcdefghi', ' bcdefghi'), '9 0 8');
    assert.equal(behind(' abcd', ' a b cd'), '4 1 4');
    assert.equal(behind(' abcdefghi', ' abXcdefgh'), '9 2 7');
    assert.equal(behind(' abcdefghi', ''), '9 0 0');
  });

  test('is no less near than it is right beside', () => {
    assert.equal(behind(' abcdefghi', ' abcdXXXXXX'), '9 4 4');
  });

  test('is the beginning or the end of the transcript, which tells as much as sixteen characters', () => {
    const { before, after } = around('', '', 'here');
    assert.deepEqual([before.kept, before.beside], [16, 16]);
    assert.deepEqual([after.kept, after.beside], [16, 16]);
    assert.equal(behind('', ' more'), '16 0 0');
  });

  test('may stand in the turns beside its own, as far as 128 characters', () => {
    const line = 'fifteen letters';
    const lines = Array.from({ length: 20 }, () => line);
    const { before, after } = around('', '', ...lines, 'here', ...lines);
    assert.deepEqual([before.now.length, after.now.length], [127, 127]);
    assert.equal(after.now, lines.join(' ').slice(0, 127));
    const few = around('', '', line, line, 'here', line, line);
    assert.deepEqual([few.before.now.length, few.after.now.length], [31, 31]);
    const one = around('', '', `${'a'.repeat(200)} here ${'b'.repeat(200)}`);
    assert.deepEqual([one.before.now.length, one.after.now.length], [127, 127]);
  });
});
