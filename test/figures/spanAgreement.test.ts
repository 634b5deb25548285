import assert from 'node:assert/strict';
import { agreementSteps, type Agreement } from '../../src/engine/agreement/agreement';
import { comparedCoding, lookedIn } from '../../src/engine/agreement/compared';
import type { SpanAgreement } from '../../src/engine/agreement/spanAgreement';
import { printsOf } from '../../src/engine/annotations/prints';
import { sealOf } from '../../src/engine/annotations/seal';
import type { Coding } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { coding, transcript } from '../unit/builders';
import { agreement, mark, minimal, session, turns } from './comparedSessions';

const warmth = 'bond.warmth';

function at(turn: number, start: number, end: number): { at: { turn: number; start: number; end: number } } {
  return { at: { turn, start, end } };
}

function row({ spans }: Agreement, code: string, rollup = false): SpanAgreement {
  return spans.find((each) => each.code === code && each.rollup === rollup) ?? assert.fail(`no row ${code}`);
}

/** One turn of 100 characters, as the line of the worked example. */
const long = transcript(`T: ${'a'.repeat(100)}`);

suite('agreement on passages that begin and end anywhere', () => {
  test('the worked example of three codes in one family, from two codings', () => {
    const children = [...defaultCodebook().codes.values()].filter(({ parent }) => parent === 'bond');
    const [wd = '', cf = '', rp = ''] = children
      .filter(({ speaker }) => speaker === null || speaker === 'dyad' || speaker === 'therapist')
      .map(({ id }) => id);
    assert.ok(rp !== '', 'three codes that a therapist may be given');
    const found = agreement([
      session(long, [
        [
          mark(wd, 1, { id: 'a1', ...at(1, 10, 30) }),
          mark(cf, 1, { id: 'a2', ...at(1, 50, 60) }),
          mark(rp, 1, { id: 'a3', ...at(1, 80, 95) }),
        ],
        [
          mark(wd, 1, { id: 'b1', ...at(1, 12, 30) }),
          mark(wd, 1, { id: 'b2', ...at(1, 48, 60) }),
          mark(rp, 1, { id: 'b3', ...at(1, 80, 90) }),
        ],
      ]),
    ]);
    const { u_alpha, u_alpha_binary, cu_alpha, n, passages } = row(found, 'bond', true);
    assert.deepEqual([n, passages], [100, [3, 3]]);
    assert.deepEqual(
      [u_alpha, u_alpha_binary, cu_alpha].map(({ value }) => value?.toFixed(4)),
      ['0.6886', '0.8223', '0.6063'],
    );
  });

  test('the continuum is the turns that count for the code, laid end to end', () => {
    const wide = mark(minimal, 2, { at: { turn: 2, start: 4, end_turn: 4, end: 6 } });
    const found = row(agreement([session(turns(6), [[wide], [wide]])]), minimal);
    assert.deepEqual(
      [found.n, found.passages],
      [30, [1, 1]],
      'three turns of the client, one passage over two',
    );
    assert.equal(found.u_alpha.value, 1);
    assert.equal(found.cu_alpha.undefined, 'one-category');
  });

  test('where a family’s passages overlap within one coder, codes have no single line', () => {
    const both = [mark('bond.warmth', 1, at(1, 0, 8)), mark('bond', 1, { id: 'other', ...at(1, 4, 10) })];
    const found = row(agreement([session(turns(2), [both, [mark(warmth, 1, at(1, 0, 10))]])]), 'bond', true);
    assert.equal(found.u_alpha.undefined, 'layer-overlaps');
    assert.equal(found.u_alpha_binary.value, 1);
  });

  test('says why there is none: no turns, nobody used it, passages that never meet', () => {
    const none = agreement([session(turns(4), [[], []], { coded: [] })]);
    assert.equal(row(none, 'bond', true).u_alpha.undefined, 'no-units');
    const apart = agreement([session(turns(4), [[mark(warmth, 1)], [mark(warmth, 3)]])]);
    assert.equal(row(apart, warmth).cu_alpha.undefined, 'never-meet');
    assert.ok((row(apart, warmth).u_alpha.value ?? 1) < 0);
    assert.equal(row(apart, 'goal', true).u_alpha_binary.undefined, 'one-category');
  });

  test('intervals over sessions only, again the same for the same seed', () => {
    const sessions = [2, 4, 6].map((turn) => ({
      ...session(turns(8), [[mark(minimal, 2)], [mark(minimal, turn, at(turn, 0, 8))]]),
      path: `s${turn}`,
    }));
    const ask = (seed: number): SpanAgreement =>
      row(agreement(sessions, { resampling: { resamples: 30, seed } }), minimal);
    assert.ok(ask(1).u_alpha.ci);
    assert.deepEqual(ask(1), ask(1));
    assert.equal(
      row(agreement(sessions.slice(0, 1), { resampling: { resamples: 30, seed: 1 } }), minimal).u_alpha.ci,
      null,
    );
  });
});

suite('what is compared', () => {
  const text = turns(4);
  const made = (said: Partial<Coding> = {}): Coding => coding({ annotations: [mark(minimal, 2)], ...said });
  const ground = { transcript: text, codebook: defaultCodebook(), sameText: true, includeUnreleased: false };
  const sealed = (one: Coding): Coding => ({
    ...one,
    released: { at: '2026-03-04T09:00:00Z', sha256: sealOf(one) },
  });

  test('is released, sealed, of this codebook and at places that are certain; else the reason is said', () => {
    assert.equal(comparedCoding(made(), ground), 'not-released');
    assert.equal(comparedCoding({ ...sealed(made()), annotations: [] }, ground), 'seal-broken');
    const foreign = sealed(made({ codebook: { id: 'other', version: '1' } }));
    assert.equal(comparedCoding(foreign, ground), 'other-codebook');
    const elsewhere = sealed(made({ text: { sha256: 'ab', turns: '' } }));
    assert.equal(comparedCoding(elsewhere, { ...ground, sameText: false }), 'text-changed');
    assert.ok(typeof comparedCoding(sealed(made()), ground) !== 'string');
  });

  test('goes over to a text in which all of it stands untouched, with the turns judged and the segments rated', () => {
    const now = transcript('T: A new one before', 'T: Hello there now', 'C: No idea at all');
    const one = sealed(
      coding({
        annotations: [mark(minimal, 2, { at: { turn: 2, start: 0, end: 7 }, quote: 'No idea' })],
        coded: [{ from: 1, to: 2 }],
        ratings: [{ rating: 'bond', scope: { segment: 1, from_turn: 1, to_turn: 2 }, value: 4 }],
        text: { sha256: 'ab', turns: printsOf(parseTranscript('T: Hello there now\nC: No idea at all')) },
      }),
    );
    const found = comparedCoding(one, { ...ground, transcript: now, sameText: false });
    assert.ok(typeof found !== 'string');
    assert.deepEqual([...found.places.values()], [{ turn: 3, start: 0, end: 7 }]);
    assert.deepEqual(found.coding.coded, [{ from: 2, to: 3 }]);
    assert.deepEqual(found.coding.ratings[0]?.scope, { segment: 1, from_turn: 2, to_turn: 3 });
  });

  test('without turns judged or a codebook named it is compared by its annotations alone, those nobody confirmed left out', () => {
    const now = transcript('T: A new one before', 'T: Hello there now', 'C: No idea at all');
    const place = { at: { turn: 2, start: 0, end: 7 }, quote: 'No idea' };
    const one = sealed(
      coding({
        annotations: [
          mark(minimal, 2, place),
          mark('bond', 2, { ...place, unconfirmed: { state: 'moved' } }),
        ],
        text: { sha256: 'ab', turns: printsOf(parseTranscript('T: Hello there now\nC: No idea at all')) },
      }),
    );
    const found = comparedCoding(one, { ...ground, transcript: now, sameText: false });
    assert.ok(typeof found !== 'string');
    assert.deepEqual(
      [...found.places].map(([{ code }, { turn }]) => [code, turn]),
      [[minimal, 3]],
    );
    assert.equal(found.coding.coded, undefined);
  });

  test('knows who had looked at another’s codes before release, not after it', () => {
    const looking = (when: string, about: string): number => {
      const released = { at: '2026-03-04T09:00:00Z', sha256: '' };
      const looked = session(text, [[], []], { released, log: [{ at: when, event: 'looked', about }] });
      return lookedIn([looked], ['coder0', 'coder1']);
    };
    assert.equal(looking('2026-03-04T08:00:00Z', 'coder1'), 1);
    assert.equal(looking('2026-03-04T10:00:00Z', 'coder1/k7f3m2q9'), 0);
    assert.equal(looking('2026-03-04T08:00:00Z', 'dana'), 0);
  });

  test('codes that the codebook has no more count nowhere, and are named; values off a scale are counted', () => {
    const gone = agreement([session(text, [[mark('gone.code', 2)], []])]);
    assert.deepEqual(gone.unknownCodes, [{ code: 'gone.code', annotations: 1 }]);
    const rated = (values: readonly number[]) =>
      session(text, [[], []]).codings.map((each, coder) => ({
        ...each,
        coding: {
          ...each.coding,
          ratings: [{ rating: 'bond', scope: 'session' as const, value: values[coder] ?? 0 }],
        },
      }));
    const sessions = [
      [4, 5],
      [6, 99],
    ].map((values) => ({ ...session(text, [[], []]), codings: rated(values) }));
    const [bond] = agreement(sessions).scales;
    assert.deepEqual([bond?.rated, bond?.n, bond?.off_scale], [2, 1, 1]);
  });

  test('is reckoned in steps that come to the same', () => {
    const steps = agreementSteps({
      sessions: [session(text, [[mark(minimal, 2)], []])],
      coders: ['coder0', 'coder1'],
      unit: 'turn',
      backChannels: false,
      resampling: null,
    });
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    assert.ok(shares.length > 10 && shares.at(-1) === 1);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.deepEqual(step.value, agreement([session(text, [[mark(minimal, 2)], []])]));
  });
});
