import assert from 'node:assert/strict';
import type { Annotation } from '../../src/engine/annotations/types';
import type { Codebook } from '../../src/engine/codebook/types';
import { placesInText } from '../../src/engine/retrieve/retrieve';
import { annotation, codebook, codeOf, transcript } from '../unit/builders';
import { find, ids, searched, sessions } from './retrieveSessions';

suite('retrieving passages', () => {
  const table: readonly [string, readonly string[]][] = [
    ['', ['trusts12', 'bobsone1', 'mumbles1', 'changed1', 'unknown1', 'lostone1', 'betters1']],
    ['code:rupture', ['bobsone1', 'mumbles1', 'lostone1']],
    ['code:Rupture.Withdrawal', ['bobsone1', 'mumbles1']],
    ['code:rupture coder:alice', ['mumbles1', 'lostone1']],
    ['code:bond,repair', ['trusts12', 'changed1', 'betters1']],
    ['code:ours', ['unknown1']],
    ['kind:withdrawal', ['bobsone1', 'mumbles1']],
    ['role:therapist', ['bobsone1', 'changed1']],
    ['role:client', ['trusts12', 'bobsone1', 'mumbles1', 'unknown1', 'lostone1', 'betters1']],
    ['speaker:t', ['bobsone1', 'changed1']],
    ['session:5', ['betters1']],
    ['case:c017 session:5', ['betters1']],
    ['case:K02', []],
    ['DUNNO', ['mumbles1']],
    ['"dunno" "better"', ['mumbles1', 'betters1']],
    ['I don’t know', ['trusts12']],
    ['that like for you? Dun', ['bobsone1']],
    ['you never', ['lostone1']],
    ['note:AWAY', ['mumbles1']],
    ['note:Dunno', []],
    ['state:lost', ['lostone1']],
    ['state:unconfirmed', ['changed1']],
    ['with:rupture', ['bobsone1', 'mumbles1']],
    ['with:bond', []],
  ];
  for (const [line, expected] of table) {
    test(line === '' ? 'an empty line finds everything, what is lost last' : line, () => {
      assert.deepEqual(ids(find(line)), expected);
    });
  }

  test('a hit has its turns, those around, its words as they stand now, and the time it begins', () => {
    const [hit] = find('coder:bob code:rupture');
    assert.deepEqual(
      hit?.turns.map(({ number }) => number),
      [3, 4],
    );
    assert.deepEqual(
      hit?.before.map(({ number }) => number),
      [1, 2],
    );
    assert.deepEqual(
      hit?.after.map(({ number }) => number),
      [5, 6],
    );
    assert.equal(hit?.words, 'that like for you?\nDun');
    assert.deepEqual([hit?.speaker, hit?.role], ['T', 'therapist']);
    assert.deepEqual(hit?.also, ['rupture.withdrawal.minimal']);
    const time = hit?.time ?? 0;
    assert.ok(time > 12 && time < 40, 'between the stamps around it');
    assert.equal(find('Dunno')[0]?.time, 40);
    assert.equal(find('session:5')[0]?.time, null, 'no stamps, no time');
  });

  test('in a text that changed what has one place is found there, and what has none is lost', () => {
    const before = transcript('T: How are you?', 'C: Dunno.', 'C: I was angry with you.', 'C: Gone now.');
    const now = transcript('T: Come in.', 'T: How are you?', 'C: Dunno.', 'C: I was so angry with you.');
    const said = (id: string, turn: number, quote: string): Annotation => {
      return { ...annotation(id, 'bond', turn), quote };
    };
    const made = [
      said('same', 2, 'Dunno.'),
      said('angry', 3, 'I was angry with you.'),
      said('gone', 4, 'Gone now.'),
    ];
    const among = [searched('s.transcript', 1, now, codebook(), { alice: made }, before)];
    assert.deepEqual(
      find('', among).map(
        ({ annotation: { id }, at, state, words }) => `${id} ${at?.turn} ${state} ${words}`,
      ),
      [
        'same 3 certain Dunno.',
        'angry 4 unconfirmed I was so angry with you.',
        'gone undefined lost Gone now.',
      ],
    );
  });

  test('a coding that does not say for which text it was made is to be confirmed', () => {
    const [each] = sessions();
    const made = { annotations: [annotation('a', 'bond', 1)] };
    const places = placesInText(made, false)(each?.transcript.turns ?? []);
    assert.deepEqual(
      [...places.values()].map(({ state }) => state),
      ['unconfirmed'],
    );
  });

  test('an old code is found by the code that replaced it; one that was divided by each of them', () => {
    const book: Codebook = {
      ...codebook(codeOf('history', 0)),
      replacements: new Map([
        ['rupture.old', ['history']],
        ['mixed', ['bond.trust', 'goal']],
      ]),
    };
    const among = [
      searched('s.transcript', 1, transcript('C: Yes.'), book, {
        alice: [annotation('was1', 'rupture.old', 1), annotation('was2', 'mixed', 1)],
      }),
    ];
    assert.deepEqual(ids(find('code:history', among)), ['was1']);
    assert.deepEqual(ids(find('code:rupture', among)), []);
    assert.deepEqual(ids(find('code:rupture.old', among)), ['was1']);
    for (const code of ['bond', 'goal', 'mixed'])
      assert.deepEqual(ids(find(`code:${code}`, among)), ['was2']);
    assert.deepEqual(
      find('code:goal', among)[0]?.codes.map(({ id }) => id),
      ['bond.trust', 'goal'],
    );
  });
});
