import assert from 'node:assert/strict';
import { readNames } from '../../src/engine/identifiers/capitals';
import { identifiersIn } from '../../src/engine/identifiers/identifiers';
import { allowWords, emptyWordList, readWordList } from '../../src/engine/identifiers/wordList';
import { parseTranscript } from '../../src/engine/transcript/parse';

function found(text: string, list = emptyWordList): string[] {
  return identifiersIn(parseTranscript(text), list).found.map(({ kind, words }) => `${kind}: ${words}`);
}

suite('what may identify somebody', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['I told Anna and then Anna Berg left.', ['name: Anna', 'name: Anna Berg']],
    ['Anna left. I miss Anna. Anna’s cat too.', ['name: Anna', 'name: Anna', 'name: Anna']],
    ['Well. Then. We. So? “No.” … But I, I’m, I think.', []],
    ['I spoke to Dr. Weber. Weber said no.', ['name: Weber', 'name: Weber']],
    ['on Monday in March I spoke German with God', []],
    ['I met *Anna and [NAME_1] (Laughs) [CITY_2] [LAUGHS]', []],
    ['write to a.berg+x@mail.example.org please', ['email: a.berg+x@mail.example.org']],
    [
      'see https://example.org/a?b=1 and www.example.org',
      ['web: https://example.org/a?b=1', 'web: www.example.org'],
    ],
    ['my address is 192.168.0.12 or 300.1.1.1', ['web: 192.168.0.12']],
    ['it was 123-45-6789', ['number: 123-45-6789']],
    ['born 3.4.1987, seen 2026-03-02 and 12/31/99', ['date: 3.4.1987', 'date: 2026-03-02', 'date: 12/31/99']],
    [
      'on March 3rd, the 4th of May, in June 2019',
      ['date: March 3rd', 'date: 4th of May', 'date: June 2019'],
    ],
    ['am 3. März, in maybe May', ['date: 3. März']],
    ['she is 93 years old, I am 43 years old', ['age: 93']],
    [
      'call +49 30 1234567 or (555) 123-4567 or 030 / 123 45 67',
      ['phone: +49 30 1234567', 'phone: (555) 123-4567', 'phone: 030 / 123 45 67'],
    ],
    [
      'at 12 Elm Street, near SW1A 1AA, in NY 10001',
      ['place: 12 Elm Street', 'place: SW1A 1AA', 'place: NY 10001'],
    ],
    ['in der Lindenstraße 12', ['place: Lindenstraße 12']],
    ['the plate was B-MW 1234', ['plate: B-MW 1234']],
    ['my MRN 99812 and case number AB-4411', ['number: MRN 99812', 'number: case number AB-4411']],
    ['in case we go, patient people, file it', []],
    ['it costs 1200 or 17:30 or 2019, session 12', []],
    ['account DE89 3704 0044 0532 0130 00 is mine', ['number: DE89 3704 0044 0532 0130 00']],
    ['number 12345678901', ['number: 12345678901']],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.deepEqual(found(`C: ${text}`), expected));
  }

  test('stands in turns, comments and before the first turn; labels and header say no name', () => {
    const text = '---\ncase: Anna\n---\nwith Anna\nTherapist: hello\n# and Anna\nT: yes\n   and Anna';
    const places = identifiersIn(parseTranscript(text), emptyWordList).found.map(
      ({ range }) => range.start.line,
    );
    assert.deepEqual(places, [3, 5, 7]);
  });

  test('where nouns have capitals only titles and the list tell', () => {
    const text = Array.from({ length: 12 }, () => 'C: ich habe das Haus und den Hund im Garten gesehen').join(
      '\n',
    );
    const parsed = parseTranscript(`${text}\nT: und Frau Weber, und Ulm?\nC: Weber?`);
    const { found: all, byCapitals } = identifiersIn(parsed, readWordList('Ulm'));
    assert.equal(byCapitals, false);
    assert.deepEqual(
      all.map(({ words }) => words),
      ['Weber', 'Ulm', 'Weber'],
    );
  });

  test('a name is one at the beginning of a sentence too, in whatever turn it was found', () => {
    assert.deepEqual([...readNames(['Rose is here.', 'I like Rose', 'a rose']).names], ['rose']);
    const quoted = ['He said, “It is no, No”', 'it is', 'no', 'no', 'and It was'];
    assert.deepEqual([...readNames([...quoted, 'it']).names], [], 'oftener small than not');
    assert.deepEqual(found('C: I did (4s) But no ((sighs)) Mm'), [], 'behind a pause a sentence begins');
    assert.deepEqual(found('C: Rose came.\nT: Who is Rose?'), ['name: Rose', 'name: Rose']);
  });
});

suite('the list of identifiers of a study', () => {
  const list = readWordList('\ufeff# ours\r\nthe old mill # a place\n\nok: Monday Club\nOK: Weber\n...\n');

  test('names, in whatever capitals; what is none; remarks', () => {
    assert.deepEqual(found('C: at The Old Mill with Weber of the Monday Club and Ina', list), [
      'listed: The Old Mill',
      'name: Ina',
    ]);
  });

  test('names with hyphens', () => {
    assert.deepEqual(found('C: and Ina-Lea', readWordList('Ina-Lea')), ['listed: Ina-Lea']);
  });

  test('one more that is none is added as a line', () => {
    assert.equal(allowWords('', 'Ina'), 'ok: Ina\n');
    assert.equal(allowWords('a', 'Ina\nBerg'), 'a\nok: Ina Berg\n');
    assert.equal(allowWords('a\r\n', 'Ina'), 'a\r\nok: Ina\r\n');
    assert.deepEqual(found('C: and Ina', readWordList(allowWords('', 'Ina'))), []);
  });

  test('a turn longer than any that is said is not searched', () => {
    assert.deepEqual(found(`T: ${'so '.repeat(40_000)}and Anna Berg left.\nC: I met Tom Lee.`), [
      'name: Tom Lee',
    ]);
  });
});
