import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LiveText } from '../../src/engine/transcript/liveText';
import { minimalDifference } from '../../src/engine/transcript/difference';

/** Words of a mark, as the text stands now; `null` when it is lost. */
function wordsOf(live: LiveText, id: string): string | null {
  const mark = live.marks.get(id);
  if (!mark || mark.state === 'lost') return null;
  const first = live.lineNumber(mark.start.line);
  const last = live.lineNumber(mark.end.line);
  assert.ok(first >= 0 && last >= first, 'a mark stands on lines of the text');
  const lines = live.lines.slice(first, last + 1).map((line) => line.text);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, mark.end.character);
  lines[0] = (lines[0] ?? '').slice(mark.start.character);
  return lines.join('\n');
}

function liveWith(text: string, from: number, to: number): LiveText {
  const live = new LiveText(text.split('\n'));
  const start = place(text, from);
  const end = place(text, to);
  const anchor = ({ line, character }: { line: number; character: number }) => ({
    line: live.lines[line] ?? assert.fail(),
    character,
  });
  live.transcript();
  live.marks.put('a', anchor(start), anchor(end));
  return live;
}

function place(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

function replace(live: LiveText, text: string, from: number, to: number, inserted: string): string {
  live.apply({ start: place(text, from), end: place(text, to), text: inserted });
  return text.slice(0, from) + inserted + text.slice(to);
}

/** `«»` holds the passage, `‹›` what is replaced. */
function edited(sketch: string, inserted: string): { words: string | null; state: string | undefined } {
  const without = (marks: RegExp): string => sketch.replace(marks, '');
  const passage = without(/[‹›]/g);
  const cut = without(/[«»]/g);
  const text = without(/[«»‹›]/g);
  const live = liveWith(text, passage.indexOf('«'), passage.indexOf('»') - 1);
  replace(live, text, cut.indexOf('‹'), cut.indexOf('›') - 1, inserted);
  return { words: wordsOf(live, 'a'), state: live.marks.get('a')?.state };
}

suite('Marks in an open transcript', () => {
  const rows: [string, string, string, string | null, string][] = [
    ['text typed before stays outside', 'T: ‹›«Dunno.» Well.', 'I ', 'Dunno.', 'sure'],
    ['text typed behind stays outside', 'T: «Dunno.»‹› Well.', '!', 'Dunno.', 'sure'],
    ['text typed inside belongs to it', 'T: «Dun‹›no.» Well.', 'n', 'Dunnno.', 'sure'],
    [
      'a replacement counts as its minimal difference',
      'T: ‹so «Dunno.» Well›.',
      'so Dunno. Good',
      'Dunno.',
      'sure',
    ],
    ['the head is cut off with what it lost', 'T: ‹oh «Du›nno.»', 'x', 'nno.', 'sure'],
    ['the tail is cut off with what it lost', 'T: «Dun‹no.» Well›', '', 'Dun', 'sure'],
    ['wholly replaced, it covers the replacement, unsure', 'T: ‹«Dunno.»› Well.', 'I see', 'I see', 'unsure'],
    ['its first words replaced, it keeps the new ones', 'T: ‹«Dunno»›. Well.', 'Dunkel', 'Dunkel', 'sure'],
    ['replaced by nothing, it is lost', 'T: ‹«Dunno.»› Well.', '', null, 'lost'],
    ['replaced over two turns, it is lost', 'T: a‹b «Dunno.»\nC: x›y', 'z', null, 'lost'],
    ['a replacement that brings a label is no place for it', 'T: ‹«Dunno.»›', 'hm\nC: no', null, 'lost'],
    ['a new line above moves it', '‹›T: «Dunno.»', 'C: hm\n', 'Dunno.', 'sure'],
    ['a line split inside keeps it', 'T: «Dun‹›no.»', '\n', 'Dun\nno.', 'sure'],
    ['lines joined keep it', 'T: «Dun‹\n›no.»', ' ', 'Dun no.', 'sure'],
    [
      'a passage over three lines follows an edit in the middle',
      'T: «a\nC: b‹b›b\nT: c»',
      '',
      'a\nC: bb\nT: c',
      'sure',
    ],
  ];
  for (const [name, sketch, inserted, words, state] of rows) {
    test(name, () => {
      assert.deepEqual(edited(sketch, inserted), { words, state });
    });
  }

  test('where all words of a passage over a line end were replaced, it is unsure, wherever its blank end stands', () => {
    assert.deepEqual(edited('T: a.\nC: so« \n‹gone›»\nT: b', 'went'), { words: ' \nwent', state: 'unsure' });
    assert.deepEqual(edited('T: a.\nC: «so\n‹gone›»\nT: b', 'went'), { words: 'so\nwent', state: 'sure' });
    assert.deepEqual(edited('T: a.\nC: so« \nand\n‹gone›»\nT: b', 'went').state, 'sure');
  });

  test('text undo brings a lost passage back', () => {
    const text = 'T: Dunno. Well.\nC: Yes.';
    const live = liveWith(text, 3, 9);
    const without = replace(live, text, 0, 16, '');
    assert.equal(wordsOf(live, 'a'), null);
    replace(live, without, 0, 0, 'T: Dunno. Well.\n');
    assert.equal(wordsOf(live, 'a'), 'Dunno.');
  });

  test('the same words elsewhere bring nothing back', () => {
    const text = 'T: Mm.\nC: Yes.\nT: Mm.';
    const live = liveWith(text, 3, 6);
    const without = replace(live, text, 3, 6, '');
    replace(live, without, without.length, without.length, 'Mm.');
    assert.equal(wordsOf(live, 'a'), null);
  });

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
      { numRuns: 100 },
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
      { numRuns: 100 },
    );
  });
});

suite('Marks when a whole text is replaced', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'C' : 'T'}: words of line ${i}.`);

  function marked(texts: readonly string[]): LiveText {
    const live = new LiveText(texts);
    live.transcript();
    live.lines.forEach((line, i) => {
      live.marks.put(String(i), { line, character: 3 }, { line, character: line.text.length });
    });
    return live;
  }

  function replaceAll(live: LiveText, next: readonly string[]): void {
    const last = live.lines.length - 1;
    const end = { line: last, character: live.lines[last]?.text.length ?? 0 };
    live.apply({ start: { line: 0, character: 0 }, end, text: next.join('\n') });
    assert.deepEqual(
      live.lines.map((line) => line.text),
      next,
    );
  }

  test('what lies between two changed lines stays where it was, and sure', () => {
    const live = marked(lines);
    const next = lines.map((line, i) => (i === 3 || i === 36 ? line.replace('words of', 'words and') : line));
    replaceAll(live, next);
    lines.forEach((_line, i) => {
      assert.equal(live.marks.get(String(i))?.state, 'sure', String(i));
      assert.equal(wordsOf(live, String(i)), next[i]?.slice(3));
    });
  });

  test('beside a look-alike that went, nothing is sure', () => {
    const texts = [...lines.slice(0, 10), 'C: Mm.', 'C: Mm.', ...lines.slice(10)];
    const live = marked(texts);
    replaceAll(live, [...lines.slice(0, 10).map((line) => `${line}!`), 'C: Mm.', ...lines.slice(10)]);
    const states = ['10', '11'].map((id) => live.marks.get(id)?.state);
    assert.ok(!states.includes('sure'), states.join());
  });

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
      { numRuns: 100 },
    );
  });
});
