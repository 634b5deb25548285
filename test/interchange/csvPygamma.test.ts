import assert from 'node:assert/strict';
import { csvPygamma } from '../../src/engine/interchange/csvPygamma';
import { coding } from '../unit/builders';
import { content, dialogue, mark, studyOf, withoutText } from './tableStudies';
import { exportedSession } from './exportedStudies';

const everything = [{ from: 1, to: 10 }];

suite('passages for γ (csv-pygamma)', () => {
  const two = coding({
    coder: 'bob',
    coded: everything,
    annotations: [
      mark('twoturns', 'bond.warmth', { turn: 3, start: 5, end_turn: 4, end: 5 }),
      mark('nolength', 'bond.warmth', { turn: 5, start: 3, end: 3 }),
    ],
  });

  test('has no line of names; positions count code points from the start of the session', () => {
    const session = exportedSession('c07/s01.transcript', dialogue, [two]);
    const { files } = csvPygamma({ ...studyOf(), sessions: [session] }, withoutText);
    assert.deepEqual(
      files.map(({ name }) => name),
      ['study.csv', 'study.manifest.json'],
    );
    const [first, second, third] = session.transcript.turns.map(({ text }) => Array.from(text).length);
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const before = first + 1 + second + 1;
    assert.equal(
      files[0]?.content,
      `bob,bond.warmth,${before + 5},${before + third + 1 + 5}\n`,
      'a passage without a length is no unit for γ',
    );
  });

  test('a passage is its whole turns where nothing else is said; a code that the codebook has not stays', () => {
    const whole = coding({
      coder: 'bob',
      coded: everything,
      annotations: [mark('wholetur', 'ours.own', { turn: 1 })],
    });
    const session = exportedSession('c07/s01.transcript', dialogue, [whole]);
    const [first] = session.transcript.turns;
    const { files } = csvPygamma({ ...studyOf(), sessions: [session] }, withoutText);
    assert.equal(files[0]?.content, `bob,ours.own,0,${Array.from(first?.text ?? '').length}\n`);
    const empty = exportedSession('a.transcript', dialogue, []);
    assert.equal(csvPygamma({ ...studyOf(), sessions: [empty] }, withoutText).files.length, 1);
  });

  test('each of several sessions has a file, named after it; none has a word of a session', () => {
    const exported = csvPygamma(studyOf(), withoutText);
    const names = exported.files.map(({ name }) => name);
    assert.deepEqual(names, ['study.csv', 'study.manifest.json']);
    const all = exported.files.map((file) => String(file.content)).join('');
    assert.doesNotMatch(all, /panic|Dunno|cmd/);
    assert.match(content(exported), /^alice,/);
    const session = (path: string) => exportedSession(path, dialogue, [two]);
    const several = csvPygamma(
      { ...studyOf(), sessions: [session('c/a.transcript'), session('c-a.transcript')] },
      withoutText,
    );
    assert.deepEqual(
      several.files.map(({ name }) => name),
      ['study.c-a.csv', 'study.c-a-2.csv', 'study.manifest.json'],
      'two paths never share a file',
    );
  });

  test('a coder without a passage is said, since the program knows nothing of them', () => {
    const none = coding({ coder: 'carol', coded: everything, annotations: [] });
    const session = exportedSession('s.transcript', dialogue, [
      { ...two, annotations: two.annotations.slice(0, 1) },
      none,
    ]);
    const { losses } = csvPygamma({ ...studyOf(), sessions: [session] }, withoutText);
    assert.deepEqual(
      losses.map(({ code }) => code),
      ['without-text', 'judged-turns', 'no-passages'],
    );
  });
});
