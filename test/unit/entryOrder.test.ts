import assert from 'node:assert/strict';
import type { Entries, Section } from '../../src/engine/annotations/layout';
import { compareEntries } from '../../src/engine/annotations/order';
import type {
  Annotation,
  Comment,
  Episode,
  LogEntry,
  Memo,
  Rating,
} from '../../src/engine/annotations/types';
import type { LooseAt } from '../../src/engine/transcript/at';

/** Whether the entries of each list stand in the order in which they are written, each before the next. */
function inOrder<S extends Section>(
  section: S,
  entries: readonly Entries[S][],
  annotations: readonly Annotation[] = [],
  ratings: readonly string[] = [],
): void {
  const compare = compareEntries(section, { annotations }, ratings);
  for (const [index, entry] of entries.entries()) {
    assert.equal(compare(entry, entry), 0, `${section} ${index}`);
    for (const later of entries.slice(index + 1)) {
      assert.ok(compare(entry, later) < 0, `${JSON.stringify(entry)} before ${JSON.stringify(later)}`);
      assert.ok(compare(later, entry) > 0, `${JSON.stringify(later)} behind ${JSON.stringify(entry)}`);
    }
  }
}

const passage = (id: string, at?: LooseAt): Annotation => ({ id, code: 'bond', ...(at ? { at } : {}) });

suite('the order of entries in a file', () => {
  test('annotations by turn, start, last turn, end and id; without an end behind all ends, without a place last', () => {
    inOrder('annotations', [
      passage('z', { turn: 1 }),
      passage('y', { turn: 2, start: 0, end: 4 }),
      passage('x', { turn: 2, start: 0, end: 5 }),
      passage('a', { turn: 2 }),
      passage('b', { turn: 2 }),
      passage('w', { turn: 2, end_turn: 3, end: 1 }),
      passage('v', { turn: 2, start: 1, end: 2 }),
      passage('u', { turn: 10 }),
      passage('c'),
      passage('d'),
    ]);
  });

  test('episodes by the place of their first rupture, in whatever order they name them; those of none last, by id', () => {
    const annotations = [passage('a', { turn: 1 }), passage('b', { turn: 2 }), passage('c', { turn: 3 })];
    const episode = (id: string, ruptures: readonly string[], repairs: readonly string[] = []): Episode => ({
      id,
      ruptures,
      repairs,
    });
    inOrder(
      'episodes',
      [
        episode('z', ['c', 'a']),
        episode('x', ['gone', 'b']),
        episode('y', ['b', 'c']),
        episode('w', ['c']),
        episode('u', ['gone'], ['a']),
        episode('v', []),
      ],
      annotations,
    );
  });

  test('ratings of the session, then of each segment, by the codebook; unknown ones behind', () => {
    const rating = (name: string, segment: number): Rating => ({
      rating: name,
      scope: segment === 0 ? 'session' : { segment, from_turn: 1, to_turn: 2 },
      value: 1,
    });
    inOrder(
      'ratings',
      [
        rating('task', 0),
        rating('bond', 0),
        rating('own', 0),
        rating('task', 1),
        rating('bond', 1),
        rating('task', 2),
        rating('task', 10),
      ],
      [],
      ['task', 'bond'],
    );
  });

  test('memos on the session, then by place', () => {
    const memo = (id: string, at?: LooseAt): Memo => ({ id, text: 'Hm', ...(at ? { at } : {}) });
    inOrder('memos', [
      memo('z'),
      memo('b', { turn: 2 }),
      memo('a', { turn: 3, start: 1, end: 4 }),
      memo('c', { turn: 3, start: 2 }),
    ]);
  });

  test('comments, decisions and log by time', () => {
    const comment = (created?: string): Comment => ({ id: 'aaaaaaag', text: 'Hm', created, at: { turn: 1 } });
    inOrder('comments', [comment(), comment('2026-03-02'), comment('2026-03-03')]);
    const entry = (at: string): LogEntry => ({ at, event: 'looked' });
    inOrder('log', [entry('2026-03-02'), entry('2026-03-03')]);
    inOrder('decisions', [
      { from: ['bob/a'], decision: 'dropped' },
      { from: ['bob/a'], decision: 'dropped', at: '2026-03-02' },
    ]);
  });
});
