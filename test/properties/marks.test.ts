import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minimalDifference } from '../../src/engine/transcript/difference';
import { liveWith, marked, replace, replaceAll, wordsOf } from '../unit/markedTexts';
import { runs } from './runs';

suite('Marks in an open transcript', () => {
  test('an edit that leaves a passage alone leaves its words alone', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é'), maxLength: 8 });
    const edit = fc.record({ at: fc.nat(), length: fc.nat(4), text: letters });
    fc.assert(
      fc.property(letters, letters, letters, fc.array(edit, { maxLength: 8 }), (head, words, tail, edits) => {
        if (words === '') return;
        let [before, after] = [head, tail];
        const live = liveWith(head + words + tail, head.length, head.length + words.length);
        for (const { at, length, text } of edits) {
          const whole = before + words + after;
          if (at % 2 === 0) {
            const from = at % (before.length + 1);
            const to = Math.min(from + length, before.length);
            replace(live, whole, from, to, text);
            before = before.slice(0, from) + text + before.slice(to);
          } else {
            const from = at % (after.length + 1);
            const to = Math.min(from + length, after.length);
            const offset = before.length + words.length;
            replace(live, whole, offset + from, offset + to, text);
            after = after.slice(0, from) + text + after.slice(to);
          }
        }
        assert.equal(wordsOf(live, 'a'), words);
        assert.equal(live.marks.get('a')?.state, 'sure');
      }),
      runs(100),
    );
  });

  test('a minimal difference rebuilds the new text and splits no pair', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', 'é'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (old, next) => {
        const { start, end, text: inserted } = minimalDifference(old, next);
        assert.equal(old.slice(0, start) + inserted + old.slice(end), next);
        assert.ok(!/\p{Cs}/u.test(inserted) && !/\p{Cs}/u.test(old.slice(0, start)));
      }),
      runs(100),
    );
  });
});

suite('Marks when a whole text is replaced', () => {
  test('any text replaced by any other is the other, and no mark stands on words it never had as sure', () => {
    const text = fc.array(fc.constantFrom('T: a', 'C: Mm.', 'T: b c', '', '# x', 'C: long words here'), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const old = before.length > 0 ? before : [''];
        const live = marked(old);
        replaceAll(live, after.length > 0 ? after : ['']);
        for (const mark of live.marks.all()) {
          if (mark.state !== 'sure') continue;
          assert.equal(wordsOf(live, mark.id), old[Number(mark.id)]?.slice(3));
        }
      }),
      runs(100),
    );
  });
});
