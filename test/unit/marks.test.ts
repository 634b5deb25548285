import assert from 'node:assert/strict';
import { liveWith, marked, replace, replaceAll, wordsOf } from './markedTexts';

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
      'its first line replaced, it keeps the words below a line without any',
      'T: ‹so «Dunno.›\n - \nC: Well.»',
      'Hm',
      '\n - \nC: Well.',
      'sure',
    ],
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
});

suite('Marks when a whole text is replaced', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'C' : 'T'}: words of line ${i}.`);

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
});
