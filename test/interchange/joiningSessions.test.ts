import assert from 'node:assert/strict';
import { session, type Entry, type ImportedSession } from '../../src/engine/interchange/imported';
import { joinSessions } from '../../src/engine/interchange/joinSessions';
import { problem } from '../../src/engine/interchange/problems';

function speech(text: string, start: number | null, speaker: string | null = null): Entry {
  return { kind: 'speech', speaker, text, start, end: start === null ? null : start + 1, line: 1 };
}

function note(text: string): Entry {
  return { kind: 'remark', about: 'note', text, line: 1 };
}

function file(name: string, entries: readonly Entry[], more: Partial<ImportedSession> = {}): ImportedSession {
  return session({ name, entries, unit: 'cues', ...more });
}

function lines({ entries }: ImportedSession): string[] {
  return entries.map((entry) =>
    entry.kind === 'speech' ? `${entry.speaker ?? '?'}: ${entry.text}` : `# ${entry.text}`,
  );
}

suite('one session of several files', () => {
  test('is in the order of time, and who is named nowhere is called as the file', () => {
    const joined = joinSessions([
      file('anna', [speech('How was it?', 1), note('leans forward'), speech('I see.', 8)]),
      file('ben', [speech('Long.', 3), speech('Very long.', 5)]),
    ]);
    assert.deepEqual(lines(joined), [
      'anna: How was it?',
      '# leans forward',
      'ben: Long.',
      'ben: Very long.',
      'anna: I see.',
    ]);
    assert.equal(joined.name, 'anna');
  });

  test('what the names of the files share is the name of the session, and the rest is the speaker', () => {
    const joined = joinSessions([
      file('c017_s02 therapist', [speech('How was it?', 1)]),
      file('c017_s02 client', [speech('Long.', 3)]),
    ]);
    assert.equal(joined.name, 'c017_s02');
    assert.deepEqual(lines(joined), ['therapist: How was it?', 'client: Long.']);
  });

  test('speakers that a file names stay, and a file without times comes last, in its order', () => {
    const joined = joinSessions([
      file('rest', [speech('one', null), speech('two', null)]),
      file('ben', [speech('Long.', 3, 'Ben'), speech('Hm.', null), speech('Yes.', 4, 'Ben')]),
      file('eva', [speech('And?', 3, 'Eva')]),
    ]);
    assert.deepEqual(lines(joined), [
      'Ben: Long.',
      '?: Hm.',
      'Eva: And?',
      'Ben: Yes.',
      'rest: one',
      'rest: two',
    ]);
  });

  test('memos stay at what they are about, counts are added up, and facts are those of the first that has them', () => {
    const joined = joinSessions([
      file('a', [speech('late', 9)], {
        memos: [{ text: 'why?', author: null, entry: 0 }],
        ignored: [{ what: 'tiers', count: 2 }],
        warnings: [problem('no-speakers')],
        roles: new Map([['Ann', 'client']]),
      }),
      file('b', [speech('early', 1)], {
        unit: 'turns',
        memos: [{ text: 'all of it', author: 'x', entry: null }],
        ignored: [
          { what: 'tiers', count: 1 },
          { what: 'notes', count: 1 },
        ],
        facts: { media: 'b.mp4', date: null, language: 'de' },
      }),
    ]);
    assert.deepEqual(
      joined.memos.map(({ entry }) => entry),
      [1, null],
    );
    assert.deepEqual(joined.ignored, [
      { what: 'tiers', count: 3 },
      { what: 'notes', count: 1 },
    ]);
    assert.deepEqual(joined.facts, { media: 'b.mp4', date: null, language: 'de' });
    assert.deepEqual([joined.unit, joined.warnings, joined.roles.get('Ann')], ['cues', [], 'client']);
  });

  test('of one file is that file, with its name for who is not named; of none, nothing', () => {
    assert.deepEqual(lines(joinSessions([file('a b', [speech('x', 1)])])), ['a b: x']);
    assert.equal(joinSessions([file('a b', [])]).name, 'a b');
    assert.deepEqual(joinSessions([]).entries, []);
  });
});
