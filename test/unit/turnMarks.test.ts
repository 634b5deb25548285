import assert from 'node:assert/strict';
import { TurnMarks } from '../../src/engine/anchors/turnMarks';
import { withoutTurns } from '../../src/engine/annotations/acts';
import { moveRatings } from '../../src/engine/annotations/followTurns';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { TurnSpan } from '../../src/engine/annotations/types';
import { LiveText, type Change } from '../../src/engine/transcript/liveText';

const turns = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index % 2 === 0 ? 'T' : 'C'}: Turn ${index + 1}.`);

function insert(line: number, text: string): Change {
  return { start: { line, character: 0 }, end: { line, character: 0 }, text };
}

function remove(live: LiveText, line: number, count: number): Change {
  assert.ok(line + count < live.lines.length);
  return { start: { line, character: 0 }, end: { line: line + count, character: 0 }, text: '' };
}

const judged: readonly TurnSpan[] = [
  { from: 1, to: 3 },
  { from: 6, to: 7 },
];

suite('Turns that are said of by number, while the text is edited', () => {
  test('turns put in above move those judged, and are not judged themselves', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply(insert(0, 'T: Hello.\nC: Hello.\n'));
    live.apply(insert(4, 'C: Yes.\n'));
    assert.deepEqual(marks.judgedNow(judged), [
      { from: 3, to: 4 },
      { from: 6, to: 6 },
      { from: 9, to: 10 },
    ]);
  });

  test('typing within a turn, at its label or at its time changes nothing', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply({ start: { line: 2, character: 3 }, end: { line: 2, character: 10 }, text: 'Other words.' });
    live.apply({
      start: { line: 1, character: 0 },
      end: { line: 1, character: 1 },
      text: '[00:00:12] Client',
    });
    assert.deepEqual(marks.judgedNow(judged), judged);
  });

  test('a judged turn that was deleted, saved and brought back by undo is judged again', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply(remove(live, 1, 1));
    const now = marks.judgedNow(judged);
    assert.deepEqual(now, [
      { from: 1, to: 2 },
      { from: 5, to: 6 },
    ]);
    marks.count(judged);
    assert.deepEqual(marks.judgedNow(now), now);
    live.apply(insert(1, 'C: Turn 2.\n'));
    assert.deepEqual(marks.judgedNow(now), judged);
    marks.count(now);
    assert.deepEqual(marks.judgedNow(judged), judged);
  });

  test('two turns that become one are judged where the first is', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply({ start: { line: 3, character: 0 }, end: { line: 3, character: 3 }, text: '   ' });
    assert.deepEqual(marks.judgedNow(judged), [
      { from: 1, to: 3 },
      { from: 5, to: 6 },
    ]);
  });

  test('a turn that is taken into another is judged there only where that was', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply({ start: { line: 3, character: 0 }, end: { line: 3, character: 3 }, text: '   ' });
    assert.deepEqual(marks.judgedNow([{ from: 4, to: 4 }]), []);
  });

  test('a turn that was never judged is not judged when it comes back', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply(remove(live, 3, 1));
    const now = marks.judgedNow(judged);
    marks.count(judged);
    live.apply(insert(3, 'C: Turn 4.\n'));
    assert.deepEqual(marks.judgedNow(now), judged);
  });

  test('a turn that came back and was counted is judged no longer than its coder says', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply(remove(live, 1, 1));
    marks.count(judged);
    live.apply(insert(1, 'C: Turn 2.\n'));
    marks.count([]);
    assert.deepEqual(marks.judgedNow([]), []);
    assert.equal([...live.marks.all()].length, 8);
  });

  test('a judged turn is judged where other turns stand in its place, and not where it lost its label', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    live.apply(remove(live, 1, 2));
    live.apply(insert(1, 'C: Other.\nT: Words.\nC: Three.\n'));
    assert.deepEqual(marks.judgedNow([{ from: 2, to: 3 }]), [{ from: 2, to: 4 }]);
    live.apply({ start: { line: 7, character: 8 }, end: { line: 8, character: 10 }, text: '' });
    live.apply(insert(8, 'C: So.\nT: No.\n'));
    live.apply({ start: { line: 0, character: 0 }, end: { line: 0, character: 3 }, text: '' });
    assert.deepEqual(marks.judgedNow([{ from: 1, to: 1 }]), []);
  });

  test('what is said of turns there are not is left as it is while the turns are what they were', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    const beyond = [{ from: 2, to: 99 }];
    assert.deepEqual(marks.spansNow(beyond), beyond);
    live.apply(insert(1, 'C: New.\n'));
    assert.deepEqual(marks.spansNow([{ from: 1, to: 1 }]), [{ from: 1, to: 1 }]);
    assert.deepEqual(marks.spansNow(beyond), [{ from: 3, to: 9 }]);
    const longer = new LiveText(turns(8));
    const counted = new TurnMarks(longer);
    longer.apply({ start: { line: 7, character: 10 }, end: { line: 7, character: 10 }, text: '\nT: More.' });
    assert.deepEqual(counted.spansNow(beyond), [{ from: 2, to: 8 }]);
  });

  test('a rated segment keeps its turns', () => {
    const live = new LiveText(turns(8));
    const marks = new TurnMarks(live);
    const { file } = readAnnotationFile(
      'alliance: 1\ntranscript: a.transcript\ncoder: tess\nratings:\n' +
        '  - { rating: bond, scope: session, value: 5 }\n' +
        '  - { rating: bond, scope: { segment: 2, from_turn: 3, to_turn: 6 }, value: 4 }\n',
    );
    assert.ok(file);
    live.apply(remove(live, 5, 1));
    live.apply(insert(0, 'T: Hello.\n'));
    const moved = moveRatings(file, (spans) => marks.spansNow(spans)).file.coding.ratings;
    assert.deepEqual(moved, [
      { rating: 'bond', scope: 'session', value: 5 },
      { rating: 'bond', scope: { segment: 2, from_turn: 4, to_turn: 6 }, value: 4 },
    ]);
  });
});

suite('Spans without some of their turns', () => {
  test('hold the others, however many there are', () => {
    const spans = [
      { from: 1, to: 4 },
      { from: 6, to: 1_000_000_000 },
    ];
    assert.deepEqual(withoutTurns(spans, new Set([1, 3, 6])), [
      { from: 2, to: 2 },
      { from: 4, to: 4 },
      { from: 7, to: 1_000_000_000 },
    ]);
  });
});
