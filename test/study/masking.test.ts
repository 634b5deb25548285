import assert from 'node:assert/strict';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { standsAt } from '../../src/engine/annotations/quote';
import { release } from '../../src/engine/annotations/acts';
import { setField, setTop } from '../../src/engine/annotations/edit';
import { sealHolds } from '../../src/engine/annotations/seal';
import { maskFile, stillHolds } from '../../src/engine/masking/maskFile';
import { maskText, mentionsLeft, type MaskedText } from '../../src/engine/masking/maskText';
import { NameFinder, wordsRefusal } from '../../src/engine/masking/names';
import { nextToken, tokenRefusal, tokensIn } from '../../src/engine/masking/tokens';
import { edited } from '../../src/engine/textEdit';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { opened } from '../unit/annotationFixtures';

const anna = new NameFinder({ words: 'Anna' });

function masked(text: string, name = anna, token = '[NAME_1]'): string {
  const parsed = parseTranscript(text);
  const masking = maskText(parsed, name, token);
  assert.ok(masking);
  return edited(parsed.lines, masking.edits);
}

const session = [
  '---',
  'speakers: { Anna: { role: other }, T: { role: therapist }, C: { role: client } }',
  '---',
  '# Interview with Anna',
  'T: How is Anna?',
  "C: Anna's left. I saw Anna and 😀 Anna Berg",
  '   on the train.',
  'Anna: I am here.',
  'T: Mm.',
].join('\n');

const parsed = parseTranscript(session);
const text: MaskedText = maskText(parsed, anna, '[NAME_1]') ?? assert.fail();

function file(annotations: string, more = ''): AnnotationFile {
  return opened(`alliance: 1
transcript: a.transcript
coder: bob
text: { sha256: "${text.before.hash}", turns: ${text.before.prints} }
annotations:
${annotations}${more}`);
}

function run(one: AnnotationFile, throughout = true): AnnotationFile {
  const said = { by: 'alice', at: '2026-03-04T09:00:00Z' };
  return maskFile(one, { name: anna, token: '[NAME_1]', text, throughout, ...said }).file;
}

suite('a name to be masked', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Anna', '*'],
    ["Anna's cat, Anna’s dog", "*'s cat, *’s dog"],
    ['Annabel, Joanna, Anna2, Anna_1, anna, ANNA', 'Annabel, Joanna, Anna2, Anna_1, anna, ANNA'],
    ['Anna-Lena, (Anna), "Anna", Anna- Anna.', '*-Lena, (*), "*", *- *.'],
    ['*Anna and *Anna-Lena', '*Anna and *Anna-Lena'],
    ['((Anna laughs)) (Anna)', '((* laughs)) (*)'],
    ['', ''],
  ];
  for (const [before, after] of cases) {
    test(`“${before}” → “${after}”`, () => assert.equal(anna.mask(before, '*'), after));
  }

  test('in all capitalisations where that is wished', () => {
    assert.equal(new NameFinder({ words: 'anna', anyCase: true }).mask('ANNA, Anna, anna', '*'), '*, *, *');
  });

  test('with a hyphen or any other mark in it', () => {
    for (const words of ['Anna-Lena', "O'Neil", 'A.+(b)*', String.raw`[x]\{2}^$|/?`]) {
      assert.equal(
        new NameFinder({ words }).mask(`(${words}), ${words}s`, '*').startsWith('(*), '),
        true,
        words,
      );
    }
    assert.equal(
      new NameFinder({ words: 'Anna-Lena' }).mask('Anna-Lena, Anna-Lenas, Anna', '*'),
      '*, Anna-Lenas, Anna',
    );
  });

  test('of several words, over a line end, with a token on each line', () => {
    const berg = new NameFinder({ words: 'Anna  Berg' });
    assert.equal(berg.mask('Anna Berg, Anna\u00a0Berg, Anna', '*'), '*, *, Anna');
    assert.equal(berg.mask('Anna\n  Berg.', '*'), '*\n  *.');
  });

  test('in both forms of Unicode, with signs of patterns in it, and in scripts without blanks', () => {
    assert.equal(new NameFinder({ words: 'José' }).mask('Jose\u0301, José', '*'), '*, *');
    assert.equal(new NameFinder({ words: 'A.B. (jr)' }).mask('A.B. (jr) AxB. (jr)', '*'), '* AxB. (jr)');
    assert.equal(new NameFinder({ words: '田中' }).mask('昨日田中さん', '*'), '昨日*さん');
  });

  test('what is left of it at a cut goes too', () => {
    const rosenberg = new NameFinder({ words: 'Rosenberg' });
    assert.equal(rosenberg.maskCut('berg said', 'start', '*'), '* said');
    assert.equal(rosenberg.maskCut('bergs said', 'start', '*'), 'bergs said');
    assert.equal(rosenberg.maskCut('I saw Rosen', 'end', '*'), 'I saw *');
    assert.equal(rosenberg.maskCut('I saw a Rosen', 'start', '*'), 'I saw a Rosen');
    assert.equal(rosenberg.maskCut('g said', 'start', '*'), 'g said');
  });

  test('must say something', () => {
    assert.equal(wordsRefusal(' . '), 'empty');
    assert.equal(wordsRefusal('x'.repeat(201)), 'too-long');
    assert.equal(wordsRefusal('Anna'), null);
  });
});

suite('a token', () => {
  test('is a mask that is recognised and does not say the name', () => {
    for (const token of ['[NAME_1]', '[PARTNER]', '*Berta', '[CITY_12]', '[EMPLOYER]']) {
      assert.equal(tokenRefusal(token, anna), null, token);
    }
    for (const token of ['', 'NAME', '[name]', '[NAME_1', 'x [NAME_1]', '[LAUGHS]', '*sighs*', '* Anna']) {
      assert.equal(tokenRefusal(token, anna), 'no-token', token);
    }
    assert.equal(tokenRefusal('*Anna', anna), 'holds-name');
    assert.equal(tokenRefusal('[CITY]', new NameFinder({ words: 'city', anyCase: true })), 'holds-name');
  });

  test('the next of a kind is one behind the highest in the case', () => {
    const used = tokensIn([
      parseTranscript('T: [NAME_1] and [NAME_7], [CITY_2]\n# [NAME_9]'),
      parseTranscript('C: [NAME_1], *Berta'),
    ]);
    assert.deepEqual(
      [...used],
      [
        ['[NAME_1]', 2],
        ['[NAME_7]', 1],
        ['[CITY_2]', 1],
        ['[NAME_9]', 1],
        ['*Berta', 1],
      ],
    );
    assert.equal(nextToken('NAME', used.keys()), '[NAME_10]');
    assert.equal(nextToken('CITY', used.keys()), '[CITY_3]');
    assert.equal(nextToken('PLACE', used.keys()), '[PLACE_1]');
  });
});

suite('a transcript with a name masked', () => {
  test('turns and comments, never labels and header', () => {
    const now = masked(session);
    assert.deepEqual(now.split('\n').slice(3), [
      '# Interview with [NAME_1]',
      'T: How is [NAME_1]?',
      "C: [NAME_1]'s left. I saw [NAME_1] and 😀 [NAME_1] Berg",
      '   on the train.',
      'Anna: I am here.',
      'T: Mm.',
    ]);
    assert.ok(now.startsWith(session.slice(0, session.indexOf('# '))));
    assert.equal(text.mentions, 5);
    assert.equal(mentionsLeft(parsed, anna), 2);
  });

  test('what stands before the first turn, and a name over two lines', () => {
    const berg = new NameFinder({ words: 'Anna Berg' });
    assert.equal(
      masked('Anna Berg, 2026\nT: I saw Anna\n# Anna\n   Berg there.', berg, '*Carla'),
      '*Carla, 2026\nT: I saw *Carla\n# Anna\n   *Carla there.',
    );
  });

  test('here only', () => {
    const here = { start: { line: 5, character: 22 }, end: { line: 5, character: 22 } };
    const one = maskText(parsed, anna, '[NAME_1]', here);
    assert.deepEqual(
      one?.edits.map(({ range }) => range.start),
      [{ line: 5, character: 22 }],
    );
  });

  test('not where lines would be other turns afterwards', () => {
    assert.equal(maskText(parseTranscript('T: Hello\nAnna: x'), anna, 'C'), null);
  });
});

suite('an annotation file with a name masked', () => {
  const whole = `  - id: aaaaaaag
    code: bond
    at: { turn: 2, start: 0, end: 11 }
    quote: Anna's left
    context: { before: "How is Anna?", after: ". I saw Anna and 😀 Anna Berg\\non " }
    note: Anna again
  - { id: baaaaaag, code: goal, at: { turn: 2, start: 22, end: 37 }, quote: "a and 😀 Anna Be" }
  - { id: caaaaaag, code: goal, at: { turn: 1 }, quote: "How is Anna?" }
  - { id: daaaaaag, code: goal, at: { turn: 4 }, quote: Mm. }
  - { id: eaaaaaag, code: goal, at: { turn: 2, start: 0, end: 4 }, quote: Anna }
`;

  test('places move by the edits, quotes and contexts are the new words', () => {
    const now = run(file(whole));
    const { annotations } = now.coding;
    const at = (id: string): unknown => annotations.find((one) => one.id === id)?.at;
    for (const one of annotations) assert.equal(standsAt(text.after.turns, one), 'exact', one.id);
    assert.deepEqual(at('aaaaaaag'), { turn: 2, start: 0, end: 15 });
    assert.deepEqual(at('eaaaaaag'), { turn: 2, start: 0, end: 8 });
    assert.deepEqual(at('caaaaaag'), { turn: 1 });
    assert.equal(annotations.find(({ id }) => id === 'baaaaaag')?.quote, '[NAME_1] and 😀 [NAME_1] Be');
    const first = annotations.find(({ id }) => id === 'aaaaaaag');
    assert.equal(first?.note, '[NAME_1] again');
    assert.equal(first.context?.before, 'How is [NAME_1]?');
    assert.equal(first.context.after, '. I saw [NAME_1] and 😀 [NAME_1] ');
    assert.deepEqual(now.coding.text, { sha256: text.after.hash, turns: text.after.prints });
    assert.equal(stillHolds(now, anna), false, source(now));
  });

  test('the log says who and with what, never the name', () => {
    assert.deepEqual(run(file(whole)).coding.log, [
      { at: '2026-03-04T09:00:00Z', event: 'masked', about: '[NAME_1]', by: 'alice' },
    ]);
  });

  test('memos, comments, reasons, keys of one’s own and remarks follow', () => {
    const more = `episodes:
  - { id: faaaaaag, ruptures: [ aaaaaaag ], repairs: [], note: "Anna, again" }
memos:
  # about Anna
  - { id: gaaaaaag, text: "Anna\\n\\nAnna # Anna", at: { turn: 1 } } # Anna here
comments:
  - { id: haaaaaag, at: { turn: 2, start: 0, end: 4 }, quote: Anna, text: Is this Anna? }
log:
  - { at: "2026-01-01T00:00:00Z", event: looked, reason: Anna asked }
mine: { who: [ Anna ] }
`;
    const now = run(file(whole, more));
    assert.equal(stillHolds(now, anna), false, source(now));
    assert.equal(now.coding.memos[0]?.text, '[NAME_1]\n\n[NAME_1] # [NAME_1]');
    assert.equal(now.coding.comments[0]?.quote, '[NAME_1]');
    assert.deepEqual(now.coding.comments[0].at, { turn: 2, start: 0, end: 8 });
    assert.match(source(now), /# about \[NAME_1\]\n.*# \[NAME_1\] here\n/);
    assert.equal(now.coding.log[0]?.reason, '[NAME_1] asked');
    assert.equal(now.coding.log.length, 2);
    assert.deepEqual(opened(source(now)).coding, now.coding);
  });

  test('here only, what people wrote stays', () => {
    const now = run(file(whole), false);
    const first = now.coding.annotations.find(({ id }) => id === 'aaaaaaag');
    assert.equal(first?.note, 'Anna again');
    assert.equal(first.quote, "[NAME_1]'s left");
  });

  test('a seal that held holds, a broken one stays broken', () => {
    const released = release(file(whole), '2026-03-03T09:00:00Z', 4).file;
    const now = run(released);
    assert.ok(sealHolds(now.coding));
    assert.equal(now.coding.released?.at, '2026-03-03T09:00:00Z');
    assert.notEqual(now.coding.released.sha256, released.coding.released?.sha256);
    const broken = setField(released, 'annotations', 'daaaaaag', 'code', 'task').file;
    assert.equal(sealHolds(run(broken).coding), false);
    assert.equal(run(broken).coding.released?.sha256, released.coding.released?.sha256);
  });

  test('a file made in another text keeps its places, and its words are masked', () => {
    const other = setTop(file(whole), 'text', { sha256: 'abc' }).file;
    const now = run(other);
    assert.deepEqual(now.coding.text, { sha256: 'abc' });
    const first = now.coding.annotations.find(({ id }) => id === 'aaaaaaag');
    assert.deepEqual(first?.at, { turn: 2, start: 0, end: 11 });
    assert.equal(first.quote, "[NAME_1]'s left");
    assert.equal(stillHolds(now, anna), false);
  });

  test('an annotation with several equally good places keeps all of them', () => {
    const two = `  - id: aaaaaaag
    code: bond
    unconfirmed: { state: ambiguous, places: [ { turn: 2, start: 19, end: 23 }, { turn: 2, start: 30, end: 34 } ] }
    quote: Anna
`;
    const [one] = run(file(two)).coding.annotations;
    assert.equal(one?.quote, '[NAME_1]');
    assert.deepEqual(one.unconfirmed?.places, [
      { turn: 2, start: 23, end: 31 },
      { turn: 2, start: 38, end: 46 },
    ]);
  });

  test('a file with nothing to change is not touched', () => {
    const other = opened(
      'alliance: 1\ntranscript: a.transcript\ncoder: bob\nannotations:\n  - { code: bond, at: { turn: 4 } }\n',
    );
    assert.equal(run(other), other);
    const once = run(file(whole));
    const again = maskText(parseTranscript(masked(session)), anna, '[NAME_1]') ?? assert.fail();
    const said = { by: 'alice', at: '2026-03-05T09:00:00Z' };
    const twice = maskFile(once, { name: anna, token: '[NAME_1]', text: again, throughout: true, ...said });
    assert.deepEqual(twice.change, []);
  });
});
