import assert from 'node:assert/strict';
import { agreementState as schema } from '../../src/panel/agreement/messages';
import { reckon } from '../../src/views/agreement/reckon';
import { agreementNotice, whyNothing } from '../../src/views/agreement/state';
import type { LeftOutCoding } from '../../src/views/agreement/types';
import {
  asked,
  assertWhole,
  gathered,
  page,
  person,
  table,
  under,
  wording,
  words,
} from './agreementReckoned';
import { mark, minimal, session, turns } from './comparedSessions';

suite('the page of agreement', () => {
  test('an undefined figure says why, and a band stands last, named by its system, or not at all', async () => {
    const given = gathered([session(turns(20), [[mark(minimal, 2)], [mark(minimal, 2)]])]);
    const off = table(await page(given), 'codes');
    assert.match(under(off, 'all:bond', 'κ'), /^– only one category was used/);
    const classic = table(await page(given, { bands: 'classic' }), 'codes');
    assert.equal(under(classic, 'all:rupture', 'Landis & Koch'), 'almost perfect');
    const strict = await page(given, { bands: 'strict' });
    assert.equal(under(table(strict, 'codes'), 'all:bond', 'Krippendorff'), '–');
    assert.ok(table(strict, 'scales').heads.some(({ text }) => text === 'Koo & Li'));
    assertWhole(strict);
  });

  test('three coders: Fleiss and α of all, and κ of each two with its n', async () => {
    const three = session(turns(20), [[mark(minimal, 2)], [mark(minimal, 4)], [mark(minimal, 2)]]);
    const coders = ['alice', 'bob', 'carol'].map(person);
    const named = {
      ...three,
      codings: three.codings.map((one, at) => ({ ...one, coder: coders[at]?.id ?? '' })),
    };
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map((pair) => ({
      coders: pair.flatMap((at) => coders[at] ?? []),
      sessions: [{ ...named, codings: pair.flatMap((at) => named.codings[at] ?? []) }],
    }));
    const state = await page(gathered([named], { coders, people: coders, pairs }));
    assertWhole(state);
    assert.ok(table(state, 'codes').heads.some(({ text }) => text === 'Fleiss’ κ'));
    assert.equal(under(table(state, 'pairs'), `one:${minimal}`, 'Alice M. – Carol P.'), '1.00 n 10');
    assert.match(under(table(state, 'pairs'), `one:${minimal}`, 'Alice M. – Bob K.'), /^−\.11 n 10$/);
  });

  test('against a gold coding: hits, misses, false alarms, and the criterion met or not yet', async () => {
    const trained = session(turns(20), [
      [mark(minimal, 2), mark(minimal, 4), mark('bond.warmth', 1)],
      [mark(minimal, 2), mark(minimal, 6), mark('bond.warmth', 1)],
    ]);
    const coders = ['alice', 'consensus'].map(person);
    const training = { gold: 'consensus', criterion: { kappa: 0.6, icc: 0.7 } };
    const given = gathered([trained], { coders, people: coders, training });
    const state = await page(given, { gold: 'consensus' });
    assertWhole(state);
    const codes = table(state, 'codes');
    const of = (key: string): string[] =>
      ['Hits', 'Misses', 'False alarms', 'Criterion'].map((head) => under(codes, key, head));
    assert.deepEqual(of(`one:${minimal}`), ['1', '1', '1', 'not yet']);
    assert.deepEqual(of('one:bond.warmth'), ['1', '0', '0', 'met']);
    assert.deepEqual(of('all:goal'), ['0', '0', '0', 'cannot be judged']);
    assert.match(words(state.entry), /^The gold coding is that of consensus\. .* κ ≥ \.60 .* ICC ≥ \.70/);
  });

  test('names what is left out by reason, in words with what to do', async () => {
    const reasons = ['not-released', 'seal-broken', 'you-have-not-released', 'duplicate-file'] as const;
    const leftOut = reasons.map((reason, index): LeftOutCoding => {
      return { session: `c/s${index}.transcript`, coder: 'bob', reason };
    });
    const gone = session(turns(4), [[mark('gone.code', 2)], []]);
    const state = await page(gathered([gone], { leftOut, coders: ['alice', 'bob'].map(person) }));
    const groups = state.leftOut?.groups ?? [];
    assert.equal(groups.length, 5);
    assert.deepEqual(groups[0]?.items, ['c/s0: Bob K.']);
    assert.match(groups[2]?.reason ?? '', /Hidden from you until you have released your own/);
    assert.deepEqual(groups[4]?.items, ['“gone.code” 1']);
  });

  test('versions of the codebook are named where they differ', async () => {
    const made = session(turns(4), [[mark(minimal, 2)], []]);
    const codings = made.codings.map((one, at) => ({
      ...one,
      coding: { ...one.coding, codebook: { id: 'alliance-default', version: `1.${at}.0` } },
    }));
    const state = await page(gathered([{ ...made, codings }]));
    assert.match(
      words(state.sentences),
      /different versions of the codebook: alliance-default 1\.0\.0, alliance-default 1\.1\.0/,
    );
  });

  test('without sessions there is no number, but the reason and what to do', () => {
    const coders = ['alice', 'bob'].map(person);
    const leftOut: LeftOutCoding[] = [
      { session: 's.transcript', coder: 'bob', reason: 'you-have-not-released' },
    ];
    const given = gathered([], { coders, people: coders, leftOut });
    const nothing = whyNothing(given, wording) ?? assert.fail('there is nothing');
    const state = agreementNotice(given, asked, { ...nothing, stop: '' }, wording);
    schema.parse(state);
    assert.equal(state.tables.length + state.figures.length, 0);
    assert.match(state.notice?.text ?? '', /no session that Alice M\., Bob K\. both coded and released/);
    assert.match(state.leftOut?.groups[0]?.reason ?? '', /run “Release This Session”/);
    assert.equal(
      whyNothing(gathered([], { coders: [person('alice')], people: coders }), wording)?.title,
      'Choose two coders',
    );
    assert.equal(whyNothing(gathered([], { people: [] }), wording)?.title, 'Nobody to compare');
  });

  test('is not reckoned further where nobody waits any more', async () => {
    const given = gathered([session(turns(400), [[mark(minimal, 2)], []])]);
    let told = 0;
    const found = await reckon(given, { isStale: () => true, progress: () => told++ });
    assert.equal(found === null, told > 0);
  });
});
