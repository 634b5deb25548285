import * as assert from 'node:assert/strict';
import { axesOf, sessionAxis } from '../../src/engine/trajectory/axis';
import { segmentsOf } from '../../src/engine/trajectory/segments';
import { spokenWords } from '../../src/engine/transcript/notation';
import { codebook, dialogue, facts, transcript } from '../unit/builders';

suite('words of a text', () => {
  const table: readonly (readonly [text: string, words: number])[] = [
    ['', 0],
    ['How have you been?', 4],
    ["I don't know. Mm-hm.", 4],
    ['Mm. (4s) I… ((looks away)) no.', 3],
    ['(0.8) (.) (pause) (pause: 00:10) ((laughs)) [inaudible 00:12:03] [crosstalk]', 0],
    ['I met [NAME_1] in *Berlin (laughing)', 5],
    ['the wor- the words', 4],
    ['(( not closed', 2],
    ['three\nlines\nhere', 3],
    ['cafe\u0301 — naïve', 2],
    ['ما عندي كلام', 3],
    ['今日は元気です', 4],
    ['42 %, 1,000', 3],
  ];
  for (const [text, words] of table) {
    test(`${JSON.stringify(text)}: ${words}`, () => assert.equal(spokenWords(text), words));
  }
});

suite('the axis of a session', () => {
  test('is seconds where turns are stamped', () => {
    const axis = sessionAxis(transcript('0 T: one two', '30 C: three', '90 T: four'), facts());
    assert.deepEqual(axis.axis, {
      kind: 'time',
      unit: 'seconds',
      start: 0,
      end: 90,
      interpolated: false,
      length_from: 'last-stamp',
    });
    assert.deepEqual(axis.starts, [0, 30, 90, 90]);
    assert.equal(axis.minutes, 1.5);
  });

  test('interpolates times by words between stamps', () => {
    // Ten seconds before the first stamp hold one word, 60 between hold 1 + 2 + 3 words, 110 behind hold 4 + 1.
    const session = transcript('T: a', '10 C: b', 'T: c d', 'C: e f g', '70 T: h i j k', 'C: l');
    const { axis, starts } = sessionAxis(session, facts({ duration: 3 }));
    assert.deepEqual(starts, [0, 10, 20, 40, 70, 158, 180]);
    assert.deepEqual([axis.end, axis.interpolated, axis.length_from], [180, true, 'duration']);
  });

  test('goes on at the same pace behind the last stamp where the duration is unknown', () => {
    // Two words in 10 seconds; four words behind the second stamp: 20 seconds.
    const { axis, starts } = sessionAxis(transcript('0 T: a b', '10 C: c', 'T: d e f'), facts());
    assert.deepEqual(starts, [0, 10, 15, 30]);
    assert.equal(axis.length_from, 'last-stamp');
  });

  test('ends at the last stamp where the duration is shorter', () => {
    const { axis } = sessionAxis(transcript('0 T: a', '90 C: b'), facts({ duration: 1 }));
    assert.deepEqual([axis.end, axis.length_from], [90, 'last-stamp']);
  });

  test('is seconds with one stamp and a duration, but not with one stamp alone', () => {
    const session = transcript('T: a', '60 C: b', 'T: c');
    assert.deepEqual(sessionAxis(session, facts({ duration: 3 })).starts, [0, 60, 120, 180]);
    assert.equal(sessionAxis(session, facts()).axis.kind, 'words');
  });

  test('passes over a stamp that goes back', () => {
    const { starts } = sessionAxis(transcript('0 T: a', '60 C: b', '30 T: c', '120 C: d'), facts());
    assert.deepEqual(starts, [0, 60, 90, 120, 120]);
  });

  test('is words before each turn where nothing is stamped', () => {
    const { axis, starts, minutes, assumedMinutes } = sessionAxis(
      transcript('T: one two', 'C: ((nods))', 'T: three'),
      facts(),
    );
    assert.deepEqual(axis, {
      kind: 'words',
      unit: 'words',
      start: 0,
      end: 3,
      interpolated: false,
      length_from: 'words-per-minute',
    });
    assert.deepEqual(starts, [0, 2, 2, 3]);
    assert.equal(minutes, null);
    assert.equal(assumedMinutes, 3 / 150);
  });

  test('is turns where nobody says a word', () => {
    const { axis, starts } = sessionAxis(transcript('T: ((nods))', 'C:'), facts());
    assert.deepEqual([axis.kind, axis.start, axis.end, axis.length_from], ['turns', 1, 3, 'turns']);
    assert.deepEqual(starts, [1, 2, 3]);
  });

  test('is what the study demands, time only where there are stamps', () => {
    const stamped = transcript('0 T: a b', '60 C: c');
    assert.equal(sessionAxis(stamped, facts({ axis: 'words' })).axis.kind, 'words');
    assert.equal(sessionAxis(stamped, facts({ axis: 'turns' })).axis.kind, 'turns');
    assert.equal(sessionAxis(transcript('T: a', 'C: b'), facts({ axis: 'time' })).axis.kind, 'words');
  });

  test('is chosen from what the transcript has', () => {
    assert.deepEqual(axesOf(transcript('0 T: a b', '60 C: c'), facts()), ['time', 'words', 'turns']);
    assert.deepEqual(axesOf(transcript('T: a', '60 C: b'), facts()), ['words', 'turns']);
    assert.deepEqual(axesOf(transcript('T: ((nods))', 'C:'), facts()), ['turns']);
  });

  test('stands for a text without turns, too', () => {
    const { axis, starts } = sessionAxis(transcript(), facts());
    assert.deepEqual([axis.kind, axis.start, axis.end, starts], ['turns', 1, 1, [1]]);
  });
});

suite('segments', () => {
  test('are stretches of five minutes, the last shorter', () => {
    const axis = sessionAxis(
      transcript('0 T: a', '299 C: b', '300 T: c', '660 C: d'),
      facts({ duration: 12 }),
    );
    const segments = segmentsOf(axis, facts(), [], codebook());
    assert.deepEqual(
      segments.map(({ segment, start, end, from_turn, to_turn }) => [
        segment,
        start,
        end,
        from_turn,
        to_turn,
      ]),
      [
        [1, 0, 300, 1, 2],
        [2, 300, 600, 3, 3],
        [3, 600, 720, 4, 4],
      ],
    );
  });

  test('may hold no turn', () => {
    const axis = sessionAxis(transcript('0 T: a', '700 C: b'), facts());
    const segments = segmentsOf(axis, facts(), [], codebook());
    assert.deepEqual(
      segments.map(({ from_turn, to_turn }) => [from_turn, to_turn]),
      [
        [1, 1],
        [null, null],
        [2, 2],
      ],
    );
  });

  test('hold equal shares of the words without times', () => {
    // 20 turns of 10 words in 10 minutes: 100 words in each of two segments.
    const axis = sessionAxis(dialogue(20), facts({ duration: 10 }));
    const segments = segmentsOf(axis, facts(), [], codebook());
    assert.deepEqual(
      segments.map(({ start, end, from_turn, to_turn }) => [start, end, from_turn, to_turn]),
      [
        [0, 100, 1, 10],
        [100, 200, 11, 20],
      ],
    );
  });

  test('hold 750 words where the duration is unknown', () => {
    // 100 turns of 10 words are 1000 words: 6 minutes 40 at 150 a minute.
    const axis = sessionAxis(dialogue(100), facts());
    const segments = segmentsOf(axis, facts(), [], codebook());
    assert.deepEqual(
      segments.map(({ start, end, from_turn, to_turn }) => [start, end, from_turn, to_turn]),
      [
        [0, 750, 1, 75],
        [750, 1000, 76, 100],
      ],
    );
  });

  test('are told in turns on an axis of turns', () => {
    const axis = sessionAxis(dialogue(20), facts({ duration: 10, axis: 'turns' }));
    const segments = segmentsOf(axis, facts(), [], codebook());
    assert.deepEqual(
      segments.map(({ start, end, from_turn, to_turn }) => [start, end, from_turn, to_turn]),
      [
        [1, 11, 1, 10],
        [11, 21, 11, 20],
      ],
    );
  });
});
