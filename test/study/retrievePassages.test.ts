import assert from 'node:assert/strict';
import { parse } from 'papaparse';
import { hitsCsv } from '../../src/engine/retrieve/hitsCsv';
import { plain } from '../../src/words/faults';
import { quotation, readingPage } from '../../src/words/reading';
import { countWords, sourceLine } from '../../src/words/passages';
import { annotation, codebook, transcript } from '../unit/builders';
import { find, ids, searched, sessions } from './retrieveSessions';

suite('passages on paper', () => {
  const translate = plain;

  test('the source of a passage', () => {
    const sources = find('').map((hit) => sourceLine(hit, translate));
    assert.deepEqual(sources.slice(0, 1).concat(sources.slice(2)), [
      '(C017, session 4, turn 2, 00:00:12, client; bond.trust, alice)',
      '(C017, session 4, turn 4, 00:00:40, client; rupture.withdrawal.minimal, alice)',
      '(C017, session 4, turn 5, to be confirmed, 00:00:46, therapist; repair.immediate, bob)',
      '(C017, session 4, turn 6, 00:01:10, client; ours.own, bob)',
      '(C017, session 4, without a place in the text, client; rupture.confrontation, alice)',
      '(C017, session 5, turn 2, client; bond, alice)',
    ]);
    assert.match(
      sources[1] ?? '',
      /^\(C017, session 4, turns 3–4, 00:00:\d\d, therapist; rupture.withdrawal, bob\)$/,
    );
    const [own] = find('', [
      searched('a/b.transcript', null, transcript('X: Yes.'), codebook(), {
        me: [annotation('a', 'bond', 1)],
      }),
    ]);
    assert.equal(own && sourceLine(own, translate), '(a/b.transcript, turn 1, other; bond, me)');
  });

  test('a long turn is broken between words, below where it begins', () => {
    const among = [
      searched('s.transcript', 1, transcript(`C: ${'word '.repeat(40)}`), codebook(), {
        alice: [annotation('a', 'bond', 1)],
      }),
    ];
    const lines = readingPage('', find('', among), translate).split('\n');
    assert.ok(lines.every((line) => line.length <= 92));
    const turn = lines.slice(
      lines.findIndex((line) => line.startsWith('»')),
      -2,
    );
    assert.deepEqual(
      turn.map((line) => line.slice(0, 12)),
      ['»    1  C: w', '        word', '        word'],
    );
  });

  test('words with their source, and a page to read', () => {
    const [hit] = find('coder:bob code:rupture');
    assert.match(
      (hit && quotation(hit, translate)) ?? '',
      /^“that like for you\? \/ Dun” \(C017, session 4, turns 3–4/,
    );
    const page = readingPage('note:away', find('note:away'), translate);
    assert.equal(
      page,
      [
        'One passage',
        'note:away',
        '',
        'C017, session 4 · c017/session-04.transcript',
        '─'.repeat(44),
        '',
        "     2  C: Mm. I don't know.",
        '     3  T: What was that like for you?',
        '»    4  C: Dunno.',
        '     5  T: Something changed just then.',
        '     6  C: I was angry with you.',
        '        Looks away.',
        '        (C017, session 4, turn 4, 00:00:40, client; rupture.withdrawal.minimal, alice)',
        '',
      ].join('\n'),
    );
    assert.equal(countWords(find(''), translate), '7 passages in 2 sessions');
    assert.equal(countWords(find('session:4'), translate), '6 passages in one session');
    assert.equal(countWords([], translate), 'No passages');
  });
});

suite('passages as a table', () => {
  const rows = (csv: string): Record<string, string>[] =>
    parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

  test('a row for each, in their order, without a word of the session or the coder', () => {
    const csv = hitsCsv(find(''), false);
    assert.deepEqual(
      rows(csv).map(({ id }) => id),
      ids(find('')),
    );
    assert.doesNotMatch(csv, /Dunno|Looks|angry|never|Better/);
    const [, multi] = rows(csv);
    assert.deepEqual(multi, {
      case: 'C017',
      session: '4',
      transcript: 'c017/session-04.transcript',
      coder: 'bob',
      id: 'bobsone1',
      anchor: 'certain',
      turn: '3',
      start: '9',
      end_turn: '4',
      end: '3',
      time_start: multi?.['time_start'],
      speaker: 'T',
      role: 'therapist',
      code: 'rupture.withdrawal',
      label: 'rupture.withdrawal',
      family: 'rupture',
      kind: 'withdrawal',
      impact: '2',
      text: '',
      before: '',
      after: '',
      note: '',
    });
  });

  test('with text where it was chosen; nothing in it can be a formula', () => {
    const evil = '=HYPERLINK("http://x")\n+1';
    const among = [
      searched('s.transcript', 1, transcript(`C: ${evil}`, 'C: -1'), codebook(), {
        alice: [{ ...annotation('a', 'bond', 1, -2), note: '@cmd' }, annotation('b', 'bond', 2)],
      }),
    ];
    const [row, other] = rows(hitsCsv(find('', among), true));
    assert.equal(row?.['text'], `'${evil}`);
    assert.equal(row?.['note'], "'@cmd");
    assert.equal(row?.['impact'], '-2', 'numbers stay numbers');
    assert.equal(other?.['text'], "'-1");
    assert.equal(other?.['before'], `C: ${evil}`);
    assert.deepEqual(
      rows(hitsCsv(find('note:away'), true)).map(({ text, note }) => [text, note]),
      [['Dunno.', 'Looks away.']],
    );
  });

  test('the head is there without a row, and a scale called like a column has one of its own', () => {
    assert.match(hitsCsv([], false), /^case,session,.*,note\n$/);
    const among = [
      searched('s.transcript', 1, transcript('C: Yes.'), codebook(), {
        alice: [{ ...annotation('a', 'bond', 1), ratings: { turn: 5 } }],
      }),
    ];
    const [row] = rows(hitsCsv(find('', among), false));
    assert.deepEqual([row?.['turn'], row?.['rating_turn']], ['1', '5']);
  });

  test('it is the same whoever asks twice', () => {
    assert.equal(hitsCsv(find(''), true), hitsCsv(find('', sessions()), true));
  });
});
