import assert from 'node:assert/strict';
import { codingStanding, standingOf } from '../../src/engine/annotations/standing';
import type { Coding, LogEntry } from '../../src/engine/annotations/types';
import { coding } from './builders';

const at = '2026-03-04T09:00:00Z';
const entry = (event: LogEntry['event'], said: Partial<LogEntry> = {}): LogEntry => ({ at, event, ...said });

suite('where a coder stands', () => {
  test('is told by states, turns and times, and makes a coding of which nothing else is known', () => {
    const own = coding({
      coded: [{ from: 1, to: 40 }],
      released: { at, sha256: '77ab' },
      annotations: [{ id: 'aaaaaaag', code: 'bond', note: 'Secret' }],
      log: [
        entry('released'),
        entry('looked', { about: 'bob/t20fj3aa', reason: 'Training' }),
        entry('masked', { about: 'bob' }),
        entry('taken_back', { by: 'dana' }),
      ],
    });
    const standing = standingOf(own);
    assert.deepEqual(standing, {
      transcript: 'session-04.transcript',
      coder: 'alice',
      role: 'coder',
      isReleased: true,
      judged: [[1, 40]],
      log: [
        { at, event: 'released', about: null },
        { at, event: 'looked', about: 'bob/t20fj3aa' },
        { at, event: 'taken_back', about: null },
      ],
    });
    assert.deepEqual(
      standing && codingStanding(standing),
      coding({
        coded: [{ from: 1, to: 40 }],
        released: { at: '', sha256: '' },
        log: [entry('released'), entry('looked', { about: 'bob/t20fj3aa' }), entry('taken_back')],
      }),
    );
  });

  test('of one who has said nothing yet is that', () => {
    const standing = standingOf(coding({ role: 'supervisor' }));
    assert.deepEqual([standing?.isReleased, standing?.judged, standing?.log], [false, null, []]);
    assert.deepEqual(standing && codingStanding(standing), coding({ role: 'supervisor' }));
  });

  test('is not told where somebody’s words would go with it', () => {
    const told = (said: Partial<Coding>): boolean => standingOf(coding(said)) !== null;
    assert.equal(told({ name: 'Alice M.' }), false);
    assert.equal(told({ log: [entry('sent_back', { about: 'bob', reason: 'Link them.' })] }), false);
    assert.equal(told({ log: [entry('approved', { about: 'bob', reason: 'Fine' })] }), false);
    assert.equal(told({ log: [entry('approved', { about: 'bob' })] }), true);
    assert.equal(told({ coder: 'Alice M.' }), false);
    for (const about of ['Bob Miller', 'bob/', 'bob/t20fj3aa/x', 'x bob', 'b'.repeat(33)])
      assert.equal(told({ log: [entry('looked', { about })] }), false, about);
    for (const about of ['bob', 'b_-9', 'b'.repeat(32), 'bob/t20fj3aa'])
      assert.equal(told({ log: [entry('looked', { about })] }), true, about);
    for (const time of ['yesterday', '', `x${at}`, `${at} x`, '2'.repeat(41)])
      assert.equal(told({ log: [{ at: time, event: 'released' }] }), false, time);
    for (const time of [at, '2026-03-04T09:00:00.5+01:00', '2'.repeat(40)])
      assert.equal(told({ log: [{ at: time, event: 'released' }] }), true, time);
  });
});
