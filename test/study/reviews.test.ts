import assert from 'node:assert/strict';
import { reviewOf, reviewTime } from '../../src/engine/annotations/reviews';
import { afterAll, latest } from '../../src/engine/annotations/times';
import type { Coding, LogEntry } from '../../src/engine/annotations/types';
import { codingOf } from './reviewedSessions';

const event = (hour: number, what: LogEntry['event'], about?: string, reason?: string): LogEntry => ({
  at: `2026-06-11T${String(hour).padStart(2, '0')}:00:00Z`,
  event: what,
  about,
  reason,
});

const bob = codingOf('bob', [event(8, 'released')]);
const dana = (...log: LogEntry[]): Coding => codingOf('dana', log, 'supervisor');
const state = (own: Coding, ...others: Coding[]): string | undefined =>
  reviewOf(own, [own, ...others])?.event;

suite('Reviews of a session', () => {
  test('the latest event is its state, over the files of all supervisors', () => {
    assert.equal(state(bob), undefined);
    assert.equal(state(bob, dana(event(9, 'sent_back', 'bob', 'Link them.'))), 'sent_back');
    assert.equal(state(bob, dana(event(9, 'sent_back', 'bob'), event(10, 'approved', 'bob'))), 'approved');
    const erik = codingOf('erik', [event(11, 'sent_back', 'bob')], 'supervisor');
    assert.equal(state(bob, dana(event(10, 'approved', 'bob')), erik), 'sent_back');
    assert.equal(state(bob, erik, dana(event(12, 'approved', 'bob'))), 'approved');
    assert.deepEqual(reviewOf(bob, [dana(event(9, 'sent_back', 'bob', 'Link them.'))]), {
      event: 'sent_back',
      by: 'dana',
      at: '2026-06-11T09:00:00Z',
      reason: 'Link them.',
    });
  });

  test('what was sent back is so until its coder releases it again, what was approved until it is taken back', () => {
    const sent = dana(event(9, 'sent_back', 'bob'));
    const taken = codingOf('bob', [...bob.log, event(10, 'taken_back')]);
    assert.equal(state(taken, sent), 'sent_back');
    assert.equal(state(codingOf('bob', [...taken.log, event(11, 'released')]), sent), undefined);
    assert.equal(state(taken, dana(event(9, 'approved', 'bob'))), undefined);
  });

  test('only supervisors count, of the coder named, and nobody of themselves', () => {
    assert.equal(state(bob, codingOf('alice', [event(9, 'approved', 'bob')])), undefined);
    assert.equal(state(bob, dana(event(9, 'approved', 'alice'))), undefined);
    const herself = dana(event(9, 'approved', 'dana'));
    assert.equal(state(herself), undefined);
  });

  test('what is said now is later than all that was said, though another clock be fast', () => {
    const fast = dana(event(20, 'sent_back', 'bob'));
    assert.equal(reviewTime('2026-06-11T10:00:00Z', bob, [fast]), '2026-06-11T20:00:01Z');
    assert.equal(reviewTime('2026-06-11T10:00:00Z', bob, []), '2026-06-11T10:00:00Z');
    const now = '2026-06-11T08:00:00Z';
    assert.equal(afterAll(now, [{ at: now }]), '2026-06-11T08:00:01Z');
    assert.equal(afterAll(now, [{ at: 'yesterday' }, { at: '' }]), now);
    assert.equal(afterAll(now, [{ at: '+275760-09-13T00:00:00Z' }]), now, 'a slip of the pen');
  });

  test('of events at one time the last counts, and one without a time was before all others', () => {
    assert.equal(latest([]), null);
    const at = '2026-06-11T08:00:00Z';
    assert.equal(
      latest([
        { at, n: 1 },
        { at, n: 2 },
        { at: 'soon', n: 3 },
      ])?.n,
      2,
    );
  });
});
