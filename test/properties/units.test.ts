import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { At } from '../../src/engine/transcript/at';
import { codePointLength } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { narrowed, sentencesIn, widened } from '../../src/engine/transcript/units';
import { runs } from './runs';

suite('widening and narrowing a passage', () => {
  const signs = [
    'a',
    'B',
    ' ',
    '.',
    '?',
    '\n',
    '(',
    ')',
    '4s',
    '((',
    '))',
    '…',
    '👩‍👧',
    'e\u0301',
    'מ',
    '我',
    '。',
    '𝔘',
    'Dr.',
  ];
  const texts = fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((parts) => parts.join(''));
  const passages = fc
    .tuple(texts, texts, fc.nat(40), fc.nat(40), fc.boolean())
    .map(([one, two, a, b, over]) => {
      const parsed = parseTranscript(`T: ${one}\nC: ${two}\n`);
      const lengths = parsed.turns.map(({ text }) => codePointLength(text));
      const start = Math.min(a, b, lengths[0] ?? 0);
      const end = Math.min(Math.max(a, b), lengths[over ? 1 : 0] ?? 0);
      const at: At = over
        ? { turn: 1, start, end_turn: 2, end }
        : { turn: 1, start, end: Math.max(start, end) };
      return { turns: parsed.turns, at };
    });
  /** Places as one row of numbers, so that passages over turns compare. */
  const reach = ({ turn, start, end_turn, end }: At): [number, number] => [
    turn * 1e6 + start,
    (end_turn ?? turn) * 1e6 + end,
  ];

  test('widening holds the passage, grows, and ends', () => {
    fc.assert(
      fc.property(passages, ({ turns: all, at }) => {
        let now: At = at;
        for (let steps = 0; ; steps++) {
          assert.ok(steps < 4);
          const next = widened(all, now);
          if (!next) break;
          const [[s, e], [ns, ne]] = [reach(now), reach(next)];
          assert.ok(ns <= s && ne >= e && ne - ns > e - s);
          now = next;
        }
        const length = codePointLength(all[(at.end_turn ?? 1) - 1]?.text ?? '');
        assert.deepEqual([now.start, now.end], [0, length]);
      }),
      runs(50),
    );
  });

  test('narrowing stays inside the passage, shrinks, and ends', () => {
    fc.assert(
      fc.property(passages, ({ turns: all, at }) => {
        let now: At = at;
        for (let next = narrowed(all, now); next; next = narrowed(all, now)) {
          const [[s, e], [ns, ne]] = [reach(now), reach(next)];
          assert.ok(ns >= s && ne <= e && ne - ns < e - s && ne > ns);
          now = next;
        }
      }),
      runs(50),
    );
  });

  test('every sign but blanks stands in one sentence', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of sentencesIn(text)) {
          assert.equal(text.slice(at, start).trim(), '');
          assert.ok(start >= at && end > start && text.slice(start, end).trim() === text.slice(start, end));
          at = end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
      runs(50),
    );
  });
});
