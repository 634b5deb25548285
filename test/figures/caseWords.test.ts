import assert from 'node:assert/strict';
import type { CaseProblemCode } from '../../src/engine/trajectory/caseTypes';
import type { DetectorResult } from '../../src/engine/trajectory/caseDetectors';
import { changePointsOf } from '../../src/engine/trajectory/detectors/changePoints';
import { dropsOf } from '../../src/engine/trajectory/detectors/criterion';
import { xmrOutside } from '../../src/engine/trajectory/detectors/xmr';
import {
  associationWords,
  caseProblemSentences,
  detectorNames,
  findingWords,
  unsaidReason,
} from '../../src/words/caseWords';
import { plain } from '../../src/words/faults';
import { measured, sixteen } from './detectors';

/** The data of each problem, as src/engine/trajectory/caseTypes.ts documents it. */
const dataOf: Readonly<Record<CaseProblemCode, readonly string[]>> = {
  'not-placed': ['transcript'],
  'no-order': [],
  'same-place': ['place', 'transcripts'],
  'dates-backwards': ['transcript', 'date', 'before'],
  'one-session': ['transcript'],
  'rating-off-scale': ['transcript', 'coder', 'rating', 'value', 'min', 'max'],
  'score-off-scale': ['transcript', 'rater', 'measure', 'value'],
  'codebook-versions': ['coder', 'versions'],
  'other-codebook': ['versions'],
  'mixed-axes': ['units'],
  'better-assumed': ['measures'],
};

const of = { series: { name: 'wai', source: 'client' } };
const axis = { kind: 'session', start: 1, end: 16, missing: [] } as const;
const given = { sigma: 'intra', residual: true, rho: 0, partial: 0.5, within: null, bridge: true } as const;

function drops(values: readonly number[]): DetectorResult {
  const found = dropsOf(measured(values), { ...given, k: [2], descent: 'single', norm: null, pooled: null });
  return { ...of, detector: 'v-2sd', method: 'criterion', ...found };
}

suite('words for what is found in a case', () => {
  test('a sentence for each problem, with nothing in braces but its data', () => {
    for (const [code, keys] of Object.entries(dataOf)) {
      const sentence = Object.entries(caseProblemSentences).find(([key]) => key === code)?.[1] ?? '';
      const used = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '');
      assert.deepEqual([...new Set(used)].sort(), [...keys].sort(), code);
      assert.match(sentence, /\.$/, code);
    }
  });

  test('a finding by its sessions, or its days', () => {
    const words = 'worse from session 4 to session 5 by 1.30 (2.36 SD), repaired at session 8';
    assert.deepEqual(findingWords(drops(sixteen), axis, plain), [words]);
    assert.deepEqual(findingWords(drops(sixteen), { ...axis, kind: 'day' }, plain), [
      words.replaceAll('session', 'day'),
    ]);
    const points = changePointsOf(measured(sixteen), { penalty: 2, min_length: 2 });
    assert.deepEqual(
      findingWords({ ...of, detector: 'change-points', method: 'change-points', ...points }, axis, plain),
      [
        'changes after session 10, from 5.28 to 4.38', // 5.825, which is a little less in binary.
        'changes after session 12, from 4.38 to 5.82',
      ],
    );
    const chart = xmrOutside(measured(sixteen), { baseline: 4, rules: [], bridge: true });
    assert.deepEqual(
      findingWords({ ...of, detector: 'xmr', method: 'xmr', ...chart }, axis, plain).slice(-2),
      ['worse from session 9 to session 10 by 0.75', 'better from session 12 to session 13 by 1.25'],
    );
  });

  test('why a method says nothing', () => {
    assert.equal(unsaidReason(drops([5, 4]), plain), 'needs 4 sessions with a value, and there are fewer: 2');
    assert.equal(unsaidReason(drops(sixteen), plain), null);
    assert.deepEqual(findingWords(drops([5, 4]), axis, plain), []);
  });

  test('a method that follows a publication in spirit only says so', () => {
    for (const name of ['v-2sd', 'v-1sd', 'crisis'] as const) assert.match(detectorNames[name], /-like\)$/);
  });

  test('alliance and outcome as a description, or not at all', () => {
    const found = { value: -0.8, chance: null, p: null, n: 14, undefined: null };
    const one = {
      alliance: of.series,
      outcome: { ...of.series, better: 'lower' },
      parameters: { permutations: 0, seed: 1, block: null },
      lags: [{ lag: 0, raw: found, detrended: { ...found, value: -0.25 } }],
    } as const;
    assert.equal(
      associationWords({ ...one, reading: 'trend-only' }, plain),
      'rank correlation -0.80, without trends -0.25 (n = 14): more than chance only through their trends. A description.',
    );
    assert.equal(associationWords({ ...one, reading: 'not-said' }, plain), null);
  });
});
