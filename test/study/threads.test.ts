import assert from 'node:assert/strict';
import { Remarks, isResolved, threadsOf } from '../../src/engine/annotations/threads';
import type { Coding, Comment, LogEntry } from '../../src/engine/annotations/types';
import { codingOf } from './reviewedSessions';

/** A file of one person: `12 ID` is a comment written at second 12 of one minute. */
function said(
  coder: string,
  comments: Readonly<Record<string, Partial<Comment>>>,
  log: LogEntry[] = [],
): Coding {
  const made = Object.entries(comments).map(([key, comment]): Comment => {
    const [second = '', id = ''] = key.split(' ');
    return { id, text: `by ${coder}`, created: `2026-06-15T10:00:${second.padStart(2, '0')}Z`, ...comment };
  });
  return { ...codingOf(coder, log), comments: made };
}

const bond = { id: 'bonddddd', code: 'bond', at: { turn: 1 } };
const alice = { ...said('alice', { '20 answered': { reply_to: 'dana/firstone' } }), annotations: [bond] };
const dana = said('dana', {
  '10 firstone': { about: 'alice/bonddddd' },
  '30 lastword': { reply_to: 'alice/answered' },
  '05 onwords1': { at: { turn: 2, start: 0, end: 4 }, quote: 'Well' },
});

function shapes(...codings: readonly Coding[]): unknown[] {
  return threadsOf(codings).map(({ subject, remarks }) => [subject.kind, ...remarks.map(({ key }) => key)]);
}

suite('Threads', () => {
  test('are gathered over the files of all who wrote in them, in the order in which it was said', () => {
    assert.deepEqual(shapes(alice, dana), [
      ['passage', 'dana/onwords1'],
      ['annotation', 'dana/firstone', 'alice/answered', 'dana/lastword'],
    ]);
    assert.deepEqual(shapes(dana, alice), shapes(alice, dana), 'whoever’s file is read first');
  });

  test('on what may not be seen are not seen, nor is what answers somebody who may not', () => {
    assert.deepEqual(shapes(dana), [['passage', 'dana/onwords1']]);
    assert.deepEqual(shapes(alice), []);
    const bob = said('bob', { '40 mywordss': { reply_to: 'alice/answered' } });
    assert.deepEqual(shapes(bob, dana), [['passage', 'dana/onwords1']]);
  });

  test('on what is no more keep what was said', () => {
    const empty = said('alice', {});
    assert.deepEqual(shapes(empty, dana), [
      ['passage', 'dana/onwords1'],
      ['gone', 'dana/firstone'],
      ['gone', 'dana/lastword'],
    ]);
  });

  test('without any place are about the session', () => {
    assert.deepEqual(shapes(said('dana', { '10 whatever': {} })), [['session', 'dana/whatever']]);
  });

  test('of people who answer each other in a circle begin with the first, and end', () => {
    const ring = [
      said('alice', { '20 aaaaaaaa': { reply_to: 'dana/dddddddd' } }),
      said('dana', {
        '10 dddddddd': { reply_to: 'alice/aaaaaaaa' },
        '30 eeeeeeee': { reply_to: 'dana/dddddddd' },
      }),
    ];
    assert.deepEqual(shapes(...ring), [['gone', 'dana/dddddddd', 'alice/aaaaaaaa', 'dana/eeeeeeee']]);
    const before = said('bob', { '05 answered': { reply_to: 'alice/aaaaaaaa' } });
    assert.deepEqual(shapes(...ring, before)[0], [
      'gone',
      'dana/dddddddd',
      'bob/answered',
      'alice/aaaaaaaa',
      'dana/eeeeeeee',
    ]);
    assert.deepEqual(shapes(said('dana', { '10 itselfff': { reply_to: 'dana/itselfff' } })), [
      ['gone', 'dana/itselfff'],
    ]);
  });

  test('are resolved or open by the latest event, whoever’s file it stands in', () => {
    const event = (at: string, what: LogEntry['event'], about = 'dana/firstone'): LogEntry => ({
      at,
      event: what,
      about,
    });
    const states = (...codings: readonly Coding[]): unknown[] =>
      threadsOf(codings).map((thread) => [thread.key, isResolved(thread), thread.state?.by]);
    const resolved = { ...dana, log: [event('2026-06-16T08:00:00Z', 'resolved')] };
    const reopened = { ...alice, log: [event('2026-06-16T09:00:00Z', 'reopened')] };
    const again = { ...dana, log: [...resolved.log, event('2026-06-16T12:30:00+03:00', 'resolved')] };
    const open = ['dana/onwords1', false, undefined];
    assert.deepEqual(states(alice, dana), [open, ['dana/firstone', false, undefined]]);
    assert.deepEqual(states(alice, resolved), [open, ['dana/firstone', true, 'dana']]);
    assert.deepEqual(states(resolved, reopened), [open, ['dana/firstone', false, 'alice']]);
    assert.deepEqual(states(again, reopened), [open, ['dana/firstone', true, 'dana']]);
    const other = { ...alice, log: [event('2026-06-16T09:00:00Z', 'resolved', 'dana/lastword')] };
    assert.deepEqual(
      states(other, dana),
      [open, ['dana/firstone', false, undefined]],
      'a thread is its first comment',
    );
  });

  test('say of every answer what it is about', () => {
    const remarks = new Remarks([alice, dana]);
    const last = remarks.find('dana/lastword');
    assert.ok(last);
    assert.deepEqual(remarks.subjectOf(last), { kind: 'annotation', coder: 'alice', annotation: bond });
  });
});
