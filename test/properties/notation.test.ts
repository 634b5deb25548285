import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notationsIn, spokenWords } from '../../src/engine/transcript/notation';
import { runs } from './runs';

suite('Notation in a text', () => {
  test('notations stand in order, do not overlap, and lie within the text', () => {
    const piece = fc.constantFrom(
      '(',
      '((',
      ')',
      '))',
      '[',
      ']',
      '*',
      '.',
      '...',
      '…',
      '-',
      'x',
      'xxx',
      '4',
      's',
      ' ',
      '\n',
      'A',
      'pause',
      '𝔘',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let behind = 0;
        for (const { start, end } of notationsIn(text)) {
          assert.ok(start >= behind && end > start && end <= text.length, text);
          assert.ok(!text.slice(start, end).includes('\n'), text);
          behind = end;
        }
      }),
      runs(300),
    );
  });
});

suite('Words spoken in a text', () => {
  test('a text in Latin letters is counted as it would be among others', () => {
    const sign = fc.constantFrom(
      "'",
      '’',
      '-',
      '_',
      ' ',
      '½',
      '²',
      'ß',
      'ÿ',
      '×',
      '÷',
      '·',
      '\xad',
      'a',
      '7',
      '…',
      '“',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = signs.join('');
        assert.equal(spokenWords(`${text} ל`), spokenWords(text) + 1);
      }),
      runs(500),
    );
  });

  test('notation between words changes nothing', () => {
    const word = fc.constantFrom('yes', "don't", 'Straße', 'mm-hm', 'לא');
    const mark = fc.constantFrom('', '(4s)', '((nods))', '[crosstalk]', '…');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, mark), { maxLength: 12 }), (pairs) => {
        const plain = pairs.map(([said]) => said).join(' ');
        const marked = pairs.map(([said, sign]) => `${said} ${sign}`).join(' ');
        assert.equal(spokenWords(marked), spokenWords(plain));
      }),
      runs(100),
    );
  });
});
