import assert from 'node:assert/strict';
import type { Agreement } from '../../src/engine/agreement/agreement';
import { comparedCoding, lookedIn, type ComparedSession } from '../../src/engine/agreement/compared';
import type { ScaleAgreement, ScaleSubject } from '../../src/engine/agreement/scaleAgreement';
import type { Annotation, Coding, LogEntry, Rating } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { coding } from '../unit/builders';
import { agreement, mark, minimal, session, turns } from './comparedSessions';

/** A session with these ratings of each coder. */
function rated(...ratings: readonly (readonly Rating[])[]): ComparedSession {
  const made = session(
    turns(10),
    ratings.map(() => []),
  );
  return {
    ...made,
    codings: made.codings.map((each, coder) => ({
      ...each,
      coding: { ...each.coding, ratings: ratings[coder] ?? [] },
    })),
  };
}

function bond(value: Rating['value'], scope: Rating['scope'] = 'session'): Rating {
  return { rating: 'bond', scope, value };
}

function scale({ scales }: Agreement, subject: ScaleSubject, of: string): ScaleAgreement {
  return scales.find((each) => each.subject === subject && each.of === of) ?? assert.fail(`no ${of}`);
}

function values({
  weighted_kappa_quadratic: kappa,
  krippendorff_alpha: alpha,
  icc,
}: ScaleAgreement): string[] {
  return [kappa, alpha, icc['2,1']].map(({ value, undefined: reason }) => value?.toFixed(4) ?? reason ?? '');
}

suite('agreement on scales', () => {
  const four = [
    [1, 1],
    [2, 3],
    [4, 4],
    [7, 5],
  ];

  test('counts the steps between values, those too that nobody used', () => {
    const found = scale(
      agreement(four.map((pair) => rated(...pair.map((value) => [bond(value)])))),
      'session',
      'bond',
    );
    // Reckoned apart from this program: κ with the steps 1 to 7, α by ranks.
    assert.deepEqual(values(found), ['0.8333', '0.9573', '0.8696']);
    assert.deepEqual([found.rated, found.n, found.off_scale, found.report], [4, 4, 0, '2,1']);
    assert.deepEqual(found.bands, { cicchetti: 'excellent', koo_li: 'good' });
  });

  test('of segments goes by the turns they mean, in each session its own', () => {
    const segment = (from: number, to: number) => ({ segment: 1, from_turn: from, to_turn: to });
    const pairs = four.map(([first = 0, second = 0]) =>
      rated(
        [bond(first, segment(1, 5)), bond(2, segment(6, 10))],
        [bond(second, segment(1, 5)), bond('na', segment(6, 10))],
      ),
    );
    const found = scale(agreement(pairs), 'segment', 'bond');
    assert.deepEqual([found.rated, found.n], [8, 4]);
    assert.deepEqual(values(found)[2], '0.8696');
  });

  test('of one who rated alone is rated and no more; off the scale it is neither', () => {
    const found = scale(
      agreement([rated([bond(3)], []), rated([bond(99)], [bond(4)]), rated([bond(99)], [])]),
      'session',
      'bond',
    );
    assert.deepEqual([found.rated, found.n, found.off_scale], [2, 0, 2]);
    assert.deepEqual(values(found), ['no-overlap', 'no-units', 'no-overlap']);
    const off = scale(agreement([rated([bond(99)], [bond(98)])]), 'session', 'bond');
    assert.deepEqual([off.rated, off.off_scale], [0, 2]);
    assert.deepEqual(values(off), ['no-overlap', 'no-units', 'no-overlap']);
  });

  test('of a rating that the codebook has not goes by the values alone, whole or not', () => {
    const own = (value: number): Rating => ({ rating: 'own', scope: 'session', value });
    const pairs = [
      [1.5, 1.5],
      [2.5, 2.5],
      [4, 3],
    ];
    const found = scale(
      agreement(pairs.map((pair) => rated(...pair.map((value) => [own(value)])))),
      'session',
      'own',
    );
    // Steps 1.5, 2.5, 3, 4.
    assert.deepEqual(values(found).slice(0, 2), ['0.8571', '0.9495']);
  });

  test('of three coders has no weighted κ', () => {
    const found = scale(
      agreement(four.map((pair) => rated(...[...pair, 4].map((value) => [bond(value)])))),
      'session',
      'bond',
    );
    assert.deepEqual(found.weighted_kappa_quadratic, {
      value: null,
      ci: null,
      n: 4,
      undefined: 'more-than-two-raters',
    });
  });

  test('of passages takes those of one code, whatever their bounds; not those of another code or family', () => {
    const on = (code: string, turn: number, impact: number, end = 10): Annotation =>
      mark(code, turn, { at: { turn, start: 0, end }, ratings: { impact } });
    const one = session(turns(10), [
      [on(minimal, 2, 1), on(minimal, 4, 2), on(minimal, 6, 3), on(minimal, 8, 4), on(minimal, 10, 5)],
      [
        on(minimal, 2, 1),
        on(minimal, 4, 3, 5),
        on('rupture.withdrawal.denial', 6, 3),
        on('bond.warmth', 8, 4),
      ],
    ]);
    const found = agreement([one]);
    const { rated: all, n } = scale(found, 'annotation', 'impact');
    assert.deepEqual([all, n], [2, 2]);
    const three = session(turns(4), [[on(minimal, 2, 1)], [on(minimal, 2, 1)], [on(minimal, 2, 1)]]);
    assert.ok(agreement([three]).scales.every(({ subject }) => subject !== 'annotation'));
  });

  test('of how often a family was given goes by the distance of numbers', () => {
    const often = (count: number): Annotation[] =>
      Array.from({ length: count }, (_, index) => mark('bond.warmth', index + 1, { id: `b${index}` }));
    const counts = [
      [0, 1],
      [2, 2],
      [3, 1],
    ];
    const found = agreement(counts.map((pair) => session(turns(6), pair.map(often))));
    assert.deepEqual(values(scale(found, 'count', 'bond')), ['0.1176', '0.2424', '0.1667']);
    assert.deepEqual(
      found.scales.map(({ of }) => of),
      ['bond'],
      'a family that nobody gave is not counted',
    );
  });
});

suite('sets of codes', () => {
  const alpha = (unit: 'turn' | 'segment', ...codings: readonly (readonly Annotation[])[]): string => {
    const { sets } = agreement([session(turns(4), codings)], { unit });
    return sets?.value?.toFixed(4) ?? sets?.undefined ?? '';
  };
  const wide = { at: { turn: 1, start: 0, end_turn: 3, end: 10 } };

  test('that overlap agree in part', () => {
    const [first, second] = [mark('bond.warmth', 2), mark('task.engagement', 2)];
    // Turn 2: both against one of them, distance 1 − 1/2 · 2/3; else nothing against nothing. Of the eight sets six are empty.
    const [apart, none] = [2 / 3, 1];
    const expected = 2 * (apart + 6 * none + 6 * none);
    assert.equal(alpha('turn', [first, second], [first]), (1 - (7 * 2 * apart) / expected).toFixed(4));
  });

  test('of a turn are what lies there, of a segment what begins there; a code of the client’s is none of the therapist’s', () => {
    const passage = [mark('bond.warmth', 1, wide)];
    const each = [mark('bond.warmth', 1), mark('bond.warmth', 2), mark('bond.warmth', 3)];
    assert.deepEqual(
      [alpha('turn', passage, each), alpha('segment', passage, each.slice(1))],
      ['1.0000', 'one-category'],
    );
    const client = [mark(minimal, 1, wide)];
    assert.equal(alpha('turn', client, [mark(minimal, 2)]), '1.0000');
    assert.equal(alpha('turn', [mark('gone', 1)], []), 'one-category', 'a code that is none is in no set');
  });

  test('need turns that all judged', () => {
    assert.equal(agreement([session(turns(4), [[], []], { coded: [] })]).sets?.undefined, 'no-units');
  });
});

suite('codings of a text', () => {
  const text = turns(4);
  const ground = { transcript: text, codebook: defaultCodebook(), sameText: false, includeUnreleased: true };

  test('that name no text stand where they say; unreleased ones are compared where that is asked for', () => {
    const found = comparedCoding(coding({ annotations: [mark(minimal, 2)] }), ground);
    assert.ok(typeof found !== 'string');
    assert.deepEqual([...found.places.values()], [{ turn: 2, start: 0, end: 10 }]);
    const otherwise = coding({ annotations: [mark(minimal, 2, { quote: 'said by hand' })] });
    const taken = [
      comparedCoding(otherwise, ground),
      comparedCoding(otherwise, { ...ground, sameText: true }),
    ];
    assert.ok(
      taken.every((each) => typeof each !== 'string'),
      'at their word',
    );
    const own = coding({ codebook: { id: ground.codebook.id, version: '0' } });
    assert.ok(typeof comparedCoding(own, ground) !== 'string', 'another version of the same codebook');
  });

  test('were looked at before release by a coder whose log says so, of another who is compared', () => {
    const looked = (entry: Partial<LogEntry>, said: Partial<Coding> = {}): number => {
      const log: LogEntry[] = [{ at: '2026-03-04T08:00:00Z', event: 'looked', about: 'coder1', ...entry }];
      const [first, second] = session(text, [[], []]).codings;
      assert.ok(first && second);
      const own = { ...first, coding: { ...first.coding, log, ...said } };
      const one = { ...session(text, []), codings: [own, second] };
      return lookedIn([one, session(text, [[], []])], ['coder0', 'coder1']);
    };
    const released = { at: '2026-03-04T09:00:00Z', sha256: '' };
    assert.equal(looked({}), 1, 'who has not released yet looked before');
    assert.equal(looked({}, { released }), 1);
    assert.equal(looked({ at: released.at }, { released }), 0);
    assert.equal(looked({ event: 'resolved' }), 0);
    assert.equal(looked({ about: 'coder0/k7f3m2q9' }), 0, 'at their own');
    assert.equal(looked({ about: 'dana' }), 0);
    assert.equal(looked({ about: undefined }), 0);
  });
});
