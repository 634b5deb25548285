import assert from 'node:assert/strict';
import type { Agreement } from '../../src/engine/agreement/agreement';
import { agreementCsv } from '../../src/engine/agreement/agreementCsv';
import { intervalBasis } from '../../src/engine/agreement/codeAgreement';
import { ofOneCodebook, statedPlaces, type ComparedSession } from '../../src/engine/agreement/compared';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { coding, transcript } from '../unit/builders';
import { agreement, mark, minimal, rare, row, session, turns } from './comparedSessions';

const warmth = 'bond.warmth';

function names({ rows }: Agreement): string[] {
  return rows.map(({ code, rollup }) => (rollup ? `${code}…` : code));
}

suite('which codes have a row', () => {
  const families = ['bond…', 'goal…', 'task…', 'rupture…', 'repair…'];
  const isFamily = (name: string): boolean => families.includes(name);

  test('families always; below them what was used, and what holds it', () => {
    const found = names(agreement([session(turns(4), [[mark(minimal, 2)], [mark('rupture', 3)]])]));
    assert.deepEqual(found.filter(isFamily), families);
    assert.deepEqual(
      found.filter((name) => name.startsWith('rupture')),
      ['rupture…', 'rupture', 'rupture.withdrawal…', minimal],
    );
    assert.deepEqual(
      found.filter((name) => name.startsWith('bond')),
      ['bond…'],
    );
  });

  test('none where there is no session', () => {
    const none = agreement([]);
    assert.deepEqual([none.rows, none.spans, none.units, none.codebooks], [[], [], 0, []]);
  });

  test('passages are reckoned by turns where presence is by segments', () => {
    const one = session(turns(6), [[mark(minimal, 2)], [mark(minimal, 4)]]);
    const [bySegment, byTurn] = (['segment', 'turn'] as const).map((unit) => agreement([one], { unit }));
    assert.deepEqual(bySegment?.spans, byTurn?.spans);
    assert.notDeepEqual(bySegment?.units, byTurn?.units);
  });

  test('codes that are none are named in the order of letters, as often as they were given', () => {
    const one = session(turns(6), [[mark('odd', 2), mark('even', 2)], [mark('odd', 4)]]);
    assert.deepEqual(agreement([one]).unknownCodes, [
      { code: 'even', annotations: 1 },
      { code: 'odd', annotations: 2 },
    ]);
  });

  test('sessions add up: units, what is left out, and the codebooks the codings were made with', () => {
    const text = transcript('T: How?', 'C: Mm-hm.', 'T: And?', 'C: Well.', 'T: So.', 'C: It was.');
    const part = (from: number, version: string): ComparedSession => {
      const made = session(text, [[mark('process.unclear', 4, { at: { turn: 4, start: 0, end: 5 } })], []], {
        coded: [{ from, to: 6 }],
        codebook: { id: 'alliance-default', version },
      });
      return { ...made, path: `from ${from}` };
    };
    const found = agreement([part(1, '1.1.0'), part(2, '1.0.0'), part(1, '1.0.0')]);
    assert.deepEqual([found.units, found.sessions], [11, 3]);
    assert.deepEqual(found.leftOut, { unjudged: 1, unclear: 3, backChannels: 3 });
    assert.deepEqual(found.codebooks, ['alliance-default 1.0.0', 'alliance-default 1.1.0']);
  });
});

suite('the figures of a row', () => {
  test('of the rare code: agreement where it was given, what margins allow, and by chance', () => {
    const { coefficients, kappa_max: most, sessions } = row(agreement([rare()]), minimal);
    const values = Object.entries(coefficients).map(([name, { value }]) => `${name} ${value?.toFixed(4)}`);
    // 2·8 / (2·8 + 4 + 3); 2·.965 − 1; the κ of margins .06 and .055 is at most (.995 − .8916) / .1084.
    assert.deepEqual(values, [
      'percent 0.9650',
      'positive_agreement 0.6957',
      'cohen_kappa 0.6771',
      'scott_pi 0.6771',
      'fleiss_kappa 0.6771',
      'krippendorff_alpha 0.6779',
      'gwet_ac1 0.9607',
      'pabak 0.9300',
    ]);
    assert.deepEqual([most?.toFixed(4), sessions], ['0.9539', 1]);
    assert.equal(coefficients.cohen_kappa.ci, null, 'turns of a session are not independent');
  });

  test('a session without units is none, and a code that nobody gave has no positive agreement', () => {
    const used = session(turns(4), [[mark(minimal, 2)], []]);
    const unjudged = { ...session(turns(4), [[], []], { coded: [] }), path: 's02' };
    const found = agreement([used, unjudged]);
    assert.equal(row(found, minimal).sessions, 1);
    assert.equal(row(found, minimal).coefficients.positive_agreement.value, 0);
    const { positive_agreement: none } = row(found, 'goal', true).coefficients;
    assert.deepEqual([none.value, none.undefined, none.n], [null, 'one-category', 4]);
  });

  test('of three coders who differ: who gave the code and who did not, and how often all did', () => {
    const one = session(turns(8), [
      [mark(minimal, 2), mark(minimal, 4)],
      [mark(minimal, 2), mark(minimal, 4), mark(minimal, 6)],
      [mark(minimal, 4)],
    ]);
    const found = row(agreement([one]), minimal);
    assert.deepEqual(
      found.disagreements.map(({ unit, coded_by: by, not_by: others }) => [unit, by, others]),
      [
        [2, ['coder0', 'coder1'], ['coder2']],
        [6, ['coder1'], ['coder0', 'coder2']],
      ],
    );
    assert.deepEqual([found.prevalence, found.bias], [6 / 12, null]);
  });

  test('of characters a turn differs where any of its characters does', () => {
    const at = (end: number) => ({ at: { turn: 2, start: 0, end } });
    const of = (first: number, second: number): number[] => {
      const one = session(turns(2), [[mark(minimal, 2, at(first))], [mark(minimal, 2, at(second))]]);
      return row(agreement([one], { unit: 'character' }), minimal).disagreements.map(({ unit }) => unit);
    };
    assert.deepEqual([of(4, 4), of(4, 10)], [[], [2]]);
  });

  test('intervals are over sessions where there are several, and are too few below ten', () => {
    const basis = (sessions: number): unknown => {
      const { over, clusters, warning } = intervalBasis(sessions, 40, { resamples: 9, seed: 1 });
      return [over, clusters, warning];
    };
    assert.deepEqual([1, 2, 9, 10].map(basis), [
      ['units', 40, 'one-session'],
      ['sessions', 2, 'few-sessions'],
      ['sessions', 9, 'few-sessions'],
      ['sessions', 10, null],
    ]);
  });

  test('sessions that are all alike have no width; those that differ have their extremes', () => {
    const like = (turn: number, path: string): ComparedSession => ({
      ...session(turns(4), [[mark(minimal, 2)], [mark(minimal, turn)]]),
      path,
    });
    const percent = (...sessions: readonly ComparedSession[]) =>
      row(agreement(sessions, { resampling: { resamples: 40, seed: 3 } }), minimal).coefficients.percent.ci;
    assert.deepEqual(percent(like(2, 'a'), like(2, 'b')), [1, 1]);
    assert.deepEqual(percent(like(2, 'a'), like(4, 'b')), [0, 1]);
    const three = [like(2, 'a'), like(4, 'b'), like(2, 'c')];
    const unjudged = { ...session(turns(4), [[], []], { coded: [] }), path: 'd' };
    assert.deepEqual(percent(...three, unjudged), percent(...three), 'one without units is not drawn');
    const half = session(turns(8), [[mark(minimal, 2)], [mark(minimal, 2), mark(minimal, 4)]]);
    assert.deepEqual(percent(half, unjudged), percent(half), 'units of the only one that has some are');
    assert.notDeepEqual(percent(half), [0.75, 0.75]);
    assert.equal(
      row(agreement([like(2, 'a'), like(4, 'b')]), minimal).coefficients.percent.ci,
      null,
      'unless they are asked for, there are none',
    );
  });
});

suite('the table of agreement', () => {
  test('has for each code, each free passage and each scale its statistics, with their units and n', () => {
    const one = session(turns(6), [[mark(warmth, 1)], [mark(warmth, 1), mark(warmth, 3)]], {
      ratings: [
        { rating: 'bond', scope: 'session', value: 4 },
        { rating: 'bond', scope: { segment: 1, from_turn: 1, to_turn: 6 }, value: 5 },
      ],
    });
    const lines = agreementCsv([{ coders: ['al', 'bo'], session: 's01', agreement: agreement([one]) }]).split(
      /\r?\n/,
    );
    assert.equal(
      lines[0],
      'coders,session,kind,of,with_below,unit,statistic,value,ci_low,ci_high,n,undefined',
    );
    const of = (start: string): string[] =>
      lines.filter((line) => line.startsWith(`al bo,s01,${start},`)).map((line) => line.slice(10 + start.length + 1)); // prettier-ignore
    assert.deepEqual(
      [of('sets,all'), of('sample,all')],
      [['1,turn,sets_alpha,0.5925925925925926,,,6,'], ['1,turn,sessions,1,,,1,', '1,turn,units,6,,,6,']],
    );
    // Observed 5/6; by chance, from margins 1/6 and 2/6, 11/18; from their mean 1/4, 5/8.
    assert.deepEqual(of(`code,${warmth}`), [
      '0,turn,prevalence,0.25,,,6,',
      '0,turn,bias,-0.16666666666666666,,,6,',
      '0,turn,kappa_max,0.5714285714285712,,,6,',
      '0,turn,both,1,,,6,',
      '0,turn,only_first,0,,,6,',
      '0,turn,only_second,1,,,6,',
      '0,turn,neither,4,,,6,',
      '0,turn,differ,1,,,6,',
      '0,turn,percent,0.8333333333333334,,,6,',
      '0,turn,positive_agreement,0.6666666666666666,,,6,',
      '0,turn,cohen_kappa,0.5714285714285715,,,6,',
      '0,turn,scott_pi,0.5555555555555557,,,6,',
      '0,turn,fleiss_kappa,0.5555555555555557,,,6,',
      '0,turn,krippendorff_alpha,0.5925925925925926,,,6,',
      '0,turn,gwet_ac1,0.7333333333333334,,,6,',
      '0,turn,pabak,0.6666666666666667,,,6,',
    ]);
    // Observed 20; expected 2·30·90 / (120 − 390/120).
    assert.deepEqual(of(`passages,${warmth}`), [
      '0,character,u_alpha,0.5675925925925926,,,60,',
      '0,character,u_alpha_binary,0.5675925925925926,,,60,',
      '0,character,cu_alpha,,,,60,one-category',
    ]);
    const iccs = ['1_1', '2_1', '3_1', '1_k', '2_k', '3_k'].map((form) => `icc_${form},,,,1,one-unit`);
    const others = ['weighted_kappa_quadratic', 'krippendorff_alpha'];
    const undefinedIn = (unit: string): string[] =>
      [...iccs, ...others.map((name) => `${name},,,,1,one-category`)].map((line) => `0,${unit},${line}`);
    assert.deepEqual(of('rating,bond'), [...undefinedIn('session'), ...undefinedIn('segment')]);
    assert.deepEqual(
      of('count,bond'),
      [...iccs, ...others.map((name) => `${name},0,,,1,`)].map((line) => `0,session,${line}`),
    );
  });

  test('leaves empty what there is none of: a table of three coders, and everything of no session', () => {
    const csv = (sessions: readonly ComparedSession[], coders: readonly string[]): string[] =>
      agreementCsv([{ coders, session: '', agreement: agreement(sessions, { coders }) }]).split(/\r?\n/);
    const three = csv([session(turns(4), [[mark(minimal, 2)], [], []])], ['a', 'b', 'c']);
    const counts = three.filter(
      (line) => line.includes(`code,${minimal},`) && /both|only|neither|bias|kappa_max/.test(line),
    );
    assert.deepEqual(
      counts.map((line) => line.split(',').slice(6)),
      ['bias', 'kappa_max', 'both', 'only_first', 'only_second', 'neither'].map((name) => [
        name,
        '',
        '',
        '',
        '2',
        '',
      ]),
    );
    assert.deepEqual(csv([], ['a', 'b']).slice(1).filter(Boolean), [
      'a b,,sets,all,1,,sets_alpha,,,,0,no-units',
      'a b,,sample,all,1,,sessions,0,,,0,',
      'a b,,sample,all,1,,units,0,,,0,',
    ]);
  });
});

suite('codings that are compared', () => {
  test('stand at their places, a whole turn where the file says no more; those in doubt or beyond are left out', () => {
    const text = transcript('T: Hello', 'C: Hi 👍', 'T: So');
    const placed = coding({
      annotations: [
        mark('a', 2, { at: { turn: 2 } }),
        mark('b', 2, { at: { turn: 2, start: 1 } }),
        mark('c', 1, { at: { turn: 1, end_turn: 3 } }),
        mark('d', 1, { at: { turn: 1, start: 1, end_turn: 2, end: 2 } }),
        mark('gone', 4, { at: { turn: 4 } }),
        mark('beyond', 3, { at: { turn: 3, end_turn: 4 } }),
        mark('doubt', 1, { at: { turn: 1 }, unconfirmed: { state: 'moved' } }),
        { id: 'nowhere', code: 'nowhere' },
      ],
    });
    const places = [...statedPlaces(placed, text)].map(([{ code }, at]) => [code, at]);
    assert.deepEqual(places, [
      ['a', { turn: 2, start: 0, end: 4 }],
      ['b', { turn: 2, start: 1, end: 4 }],
      ['c', { turn: 1, start: 0, end_turn: 3, end: 2 }],
      ['d', { turn: 1, start: 1, end_turn: 2, end: 2 }],
    ]);
  });

  test('are of the first session’s codebook; others are set aside', () => {
    const one = session(turns(2), [[], []]);
    const other = { ...one, codebook: { ...defaultCodebook(), id: 'other' } };
    assert.deepEqual(ofOneCodebook([one, other, one]), { same: [one, one], other: [other] });
    assert.deepEqual(ofOneCodebook([]), { same: [], other: [] });
  });
});
