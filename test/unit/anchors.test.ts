import assert from 'node:assert/strict';
import { alignTurns } from '../../src/engine/anchors/alignTurns';
import { spansNow } from '../../src/engine/anchors/turnSpans';
import type { At } from '../../src/engine/transcript/at';
import { dialogue, foundAgain } from './foundAgain';

const find = (at: At, now: readonly string[] | string, was = dialogue): string => foundAgain(at, was, now);

const changed = (turn: number, text: string): string[] =>
  dialogue.map((line, index) => (index === turn - 1 ? text : line));
const angry: At = { turn: 8, start: 6, end: 20 };

suite('Anchors in a text that changed', () => {
  test('stand in the very text', () => {
    assert.equal(find(angry, dialogue), 'exact hash 8:6-20');
  });

  test('stay exact over labels, times, comments, line ends and forms of Unicode', () => {
    const stamped = dialogue.map((line, index) => `[00:0${index}:00] ${line}`);
    assert.equal(find(angry, ['# typed by K.', ...stamped]), 'exact turns 8:6-20');
    assert.equal(find(angry, dialogue.join('\r\n').replace('Mm. I', 'Mm. (2s) I')), 'exact turns 8:6-20');
    const renamed = dialogue.map((line) => line.replace(/^T:/, 'Dr:').replace(/^C:/, 'Client:'));
    assert.equal(find(angry, renamed), 'exact turns 8:6-20');
  });

  test('stay exact where a formatter broke the lines, also over several turns and with more words than are quoted', () => {
    const long = [...dialogue, `T: ${'so it goes on '.repeat(30)}and on.`, 'C: Yes, it does.'];
    const broken = long.map((line) => line.replaceAll(' I ', '\n  I ').replaceAll(' goes ', '\n  goes '));
    assert.equal(find(angry, broken), 'exact turns 8:6-20');
    const whole = { turn: 9, start: 0, end_turn: 10, end: 4 };
    assert.equal(find(whole, broken, long), 'exact turns 9:0-10:4');
  });

  test('follow their turn when turns come and go', () => {
    assert.equal(find(angry, ['T: Hello.', ...dialogue]), 'exact turns 9:6-20');
    assert.equal(find(angry, dialogue.slice(3)), 'exact turns 5:6-20');
  });

  test('find their words in a turn that changed elsewhere', () => {
    const at: At = { turn: 4, start: 19, end: 30 };
    assert.equal(
      find(at, changed(4, "C: I don't know what to say about it, really.")),
      'exact words 4:15-26',
    );
  });

  test('are changed where their own words did', () => {
    assert.equal(
      find(
        { turn: 8, start: 0, end: 51 },
        changed(8, 'C: I was angry with you, and I wanted you to ask [NAME].'),
      ),
      'changed words 8:0-53',
    );
  });

  test('are ambiguous where one of several alike went', () => {
    const twice = [...dialogue.slice(0, 6), 'C: Mm.', ...dialogue.slice(6)];
    assert.match(find({ turn: 6, start: 0, end: 3 }, twice), /^ambiguous turns 6:0-3 7:0-3$/);
  });

  test('are orphans where their turn went, though its like is elsewhere', () => {
    assert.equal(
      find(
        { turn: 2, start: 0, end: 3 },
        dialogue.filter((_, index) => index !== 1),
      ),
      'orphan',
    );
  });

  test('follow a turn that moved, and ask', () => {
    const [first = '', ...others] = dialogue;
    assert.equal(find({ turn: 1, start: 4, end: 8 }, [...others, first]), 'moved turns 8:4-8');
  });

  test('over two turns are ambiguous where the one they end in may be one of two', () => {
    const twice = [...dialogue.slice(0, 6), 'C: Mm.', ...dialogue.slice(6)];
    assert.equal(find({ turn: 5, start: 0, end_turn: 6, end: 3 }, twice), 'ambiguous turns 5:0-6:3');
  });

  test('do not follow a turn that moved without the one behind it', () => {
    const [first = '', second = '', ...others] = dialogue;
    const at: At = { turn: 1, start: 4, end_turn: 2, end: 3 };
    assert.equal(find(at, [second, ...others, first]), 'orphan');
  });

  test('span a turn that was split, and ask', () => {
    const halves = ['T: What was that like for you', 'C: when I said that?'];
    const at: At = { turn: 5, start: 0, end: 44 };
    assert.equal(
      find(at, [...dialogue.slice(0, 4), ...halves, ...dialogue.slice(5)]),
      'moved words 5:0-6:17',
    );
  });
});

suite('Stretches of turns in a text that changed', () => {
  const now = (old: string, next: string, from: number, to: number): string => {
    const images = alignTurns(old.split(''), next.split('')) ?? [];
    return spansNow([{ from, to }], images, next.length)
      .map((span) => `${span.from}-${span.to}`)
      .join(' ');
  };

  test('go with their turns', () => {
    assert.equal(now('abcd', 'xabcd', 2, 3), '3-4');
    assert.equal(now('abcd', 'acd', 1, 4), '1-3');
  });

  test('hold a turn that changed, and none that came', () => {
    assert.equal(now('abcd', 'aBcd', 1, 4), '1-4');
    assert.equal(now('abcd', 'abxcd', 1, 4), '1-2 4-5');
  });

  test('hold turns that changed at either end of the text, and no more', () => {
    assert.equal(now('abcd', 'Xbcd', 1, 1), '1-1');
    assert.equal(now('abcd', 'abXd', 3, 3), '3-3');
    assert.equal(now('abcd', 'abcX', 4, 4), '4-4');
    assert.equal(now('abcd', 'abX', 3, 4), '3-3');
    assert.equal(now('abcd', 'abc', 4, 4), '');
  });

  test('hold what stands in place of several turns where all of them were in', () => {
    assert.equal(now('abcd', 'aXd', 2, 2), '');
    assert.equal(now('abcd', 'aXd', 2, 3), '2-2');
    assert.equal(now('abcd', 'aXYZd', 3, 9), '5-5');
  });
});
