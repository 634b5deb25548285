import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { notationsIn, spokenWords, type NotationKind } from '../../src/engine/transcript/notation';

/** `kind:words` of each notation, with the seconds where there are some. */
function found(text: string): string[] {
  return notationsIn(text).map(({ kind, start, end, seconds }) => {
    const words = text.slice(start, end);
    return seconds === undefined ? `${kind}:${words}` : `${kind}:${words}=${seconds}`;
  });
}

/** The table of notation in the documentation: what, and how it is written. */
function documented(): [string, string[]][] {
  const page = readFileSync('docs/turn-grammar.md', 'utf8');
  const rows = page.matchAll(
    /^\| (pause|non-verbal|inaudible|masked name|broken-off word) +\| (.*?) *\|$/gmu,
  );
  return [...rows].map(([, what = '', examples = '']) => [
    what,
    [...examples.matchAll(/`([^`]+)`/gu)].map(([, example = '']) => example),
  ]);
}

const kinds: Readonly<Record<string, NotationKind>> = {
  pause: 'pause',
  'non-verbal': 'nonverbal',
  inaudible: 'inaudible',
  'masked name': 'masked',
  'broken-off word': 'cutoff',
};

suite('Notation in a text', () => {
  test('everything the documentation lists is recognised, alone and inside a sentence', () => {
    const rows = documented();
    assert.equal(rows.length, 5);
    for (const [what, examples] of rows) {
      for (const example of examples) {
        const kind = kinds[what];
        for (const before of ['', 'So ', 'So, then. ']) {
          const expected = [{ kind, start: before.length, end: before.length + example.length }];
          const places = notationsIn(`${before}${example} and then`).map(({ kind: is, start, end }) => ({
            kind: is,
            start,
            end,
          }));
          assert.deepEqual(places, expected, `${before}${example}`);
        }
      }
    }
  });

  const rows: [string, string[]][] = [
    ['', []],
    ['Nothing here.', []],
    ['(4s)', ['pause:(4s)=4']],
    [
      '(0.8) (0,8) (12 sec) (3 s)',
      ['pause:(0.8)=0.8', 'pause:(0,8)=0.8', 'pause:(12 sec)=12', 'pause:(3 s)=3'],
    ],
    ['(pause: 00:10) (1:05)', ['pause:(pause: 00:10)=10', 'pause:(1:05)=65']],
    [
      '(pause, 4 sec) (long pause) [silence 2 min]',
      ['pause:(pause, 4 sec)=4', 'pause:(long pause)', 'pause:[silence 2 min]=120'],
    ],
    ['well...no… (.) (...)', ['pause:...', 'pause:…', 'pause:(.)', 'pause:(...)']],
    ['contents........ 12', []],
    ['contents………………………… 12', []],
    [
      '((laughs (a little) at that)) (sighs)',
      ['nonverbal:((laughs (a little) at that))', 'nonverbal:(sighs)'],
    ],
    ['((laughs', []],
    ['in (2019) and (1980s)', []],
    ['*sighs* *Anna and *Berlin', ['nonverbal:*sighs*', 'masked:*Anna', 'masked:*Berlin']],
    ['2*Anna** x*y', []],
    ['[LAUGHS] [NAME_1] [FIRST NAME 2]', ['nonverbal:[LAUGHS]', 'masked:[NAME_1]', 'masked:[FIRST NAME 2]']],
    [
      '[inaudible 00:12:03] [unverständlich] [?]',
      ['inaudible:[inaudible 00:12:03]', 'inaudible:[unverständlich]', 'inaudible:[?]'],
    ],
    ['xxx xxxx axxx xxx_ (xxx)', ['inaudible:xxx', 'inaudible:(xxx)']],
    ['I wan- I mean- well-known - no', ['cutoff:wan-', 'cutoff:mean-']],
    ['לא (4s) [NAME_1] ((צוחקת))', ['pause:(4s)=4', 'masked:[NAME_1]', 'nonverbal:((צוחקת))']],
    ['👩‍👧 (4s) 𝔘-', ['pause:(4s)=4', 'cutoff:𝔘-']],
    ['((begins\nends))', []],
    ['One (2s)\n(3s) two', ['pause:(2s)=2', 'pause:(3s)=3']],
  ];
  for (const [text, expected] of rows) {
    test(`${JSON.stringify(text)} holds ${expected.length}`, () => assert.deepEqual(found(text), expected));
  }

  test('a line that no person wrote holds none, and the lines around it keep theirs', () => {
    assert.deepEqual(found(`(1s)\n${'(4s) '.repeat(30_000)}\n(2s)`), ['pause:(1s)=1', 'pause:(2s)=2']);
  });
});

suite('Words spoken in a text', () => {
  const rows: [string, number][] = [
    ['', 0],
    ['How have you been?', 4],
    ["Mm-hm, I don't know.", 4],
    ['I don’t – well – know.', 4],
    ['(4s) ((looks away)) [inaudible] … xxx *sighs* (laughs)', 0],
    ["Mm. (4s) I don't know. ((looks away))", 4],
    ['yes((laughs))no', 2],
    ["[NAME_1] and *Anna's sister in [FIRST NAME 2]", 6],
    ['I wan- want', 3],
    ['well...no', 2],
    ['One\ntwo\n\nthree', 3],
    ['cafe\u0301 naïve Straße', 3],
    ['לא יודעת', 2],
    ['👩‍👧 👍🏽', 0],
    ['17 years', 2],
  ];
  for (const [text, count] of rows) {
    test(`${JSON.stringify(text)} has ${count}`, () => assert.equal(spokenWords(text), count));
  }

  test('scripts without blanks are divided into words', () => {
    // Where exactly is a matter of the dictionary that comes with the runtime.
    for (const text of ['我们今天不知道', 'สวัสดีครับ']) {
      const count = spokenWords(text);
      assert.ok(count > 1 && count < text.length, String(count));
      assert.equal(spokenWords(`${text} (4s) don't know`), count + 2);
    }
  });

  test('in Chinese and in Hebrew: wide parentheses, words of their own; what is left are the words spoken', () => {
    assert.deepEqual(found('我……不知道。（沉默）（（看别处））有点累（笑）[听不清]'), [
      'pause:……',
      'pause:（沉默）',
      'nonverbal:（（看别处））',
      'nonverbal:（笑）',
      'inaudible:[听不清]',
    ]);
    assert.deepEqual(found('לא יודעת. (4s) ((צוחקת)) [לא ברור]'), [
      'pause:(4s)=4',
      'nonverbal:((צוחקת))',
      'inaudible:[לא ברור]',
    ]);
    assert.equal(spokenWords('我不知道（沉默）。'), spokenWords('我不知道。'));
    assert.equal(spokenWords('ד״ר לוי, לא יודעת (4s)'), 4);
  });
});
