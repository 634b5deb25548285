import * as assert from 'node:assert/strict';
import { crossed } from '../../src/engine/trajectory/crossTable';
import { pooledSequence, type Sequence } from '../../src/engine/trajectory/sequences';
import { annotation, dialogue, transcript } from '../unit/builders';
import { near } from './detectors';
import { trajectory } from './trajectories';

suite('a table of what follows what', () => {
  test('comes to the figures of the worked example', () => {
    const { expected, residual, odds_ratio, yules_q, warnings } = crossed([
      [12, 8],
      [20, 160],
    ]);
    near(expected, 3.2, 1);
    near(residual.value, 5.66, 2);
    near(odds_ratio.value, 12, 6);
    near(yules_q.value, 0.846, 3);
    assert.equal(residual.n, 200);
    assert.deepEqual(warnings, ['expected-below-5']);
  });

  test('warns of small counts only', () => {
    assert.deepEqual(crossed([[20, 20], [20, 20]]).warnings, []); // prettier-ignore
    assert.deepEqual(crossed([[2, 2], [20, 160]]).warnings, ['expected-below-5', 'few-antecedents']); // prettier-ignore
  });
});

suite('what follows a rupture', () => {
  /** T C T C …, all judged; ruptures in turns 2 and 6. */
  const coded = (more: readonly ReturnType<typeof annotation>[] = [], judged = 12) =>
    trajectory(
      {
        annotations: [
          annotation('rupt1aaa', 'rupture.withdrawal.minimal', 2),
          annotation('rupt2aaa', 'rupture.confrontation', 6),
          annotation('repa1aaa', 'repair.immediate.clarify', 3),
          annotation('repa2aaa', 'repair.expressive.own', 9),
          ...more,
        ],
        coded: [{ from: 1, to: judged }],
      },
      dialogue(12),
    ).sequences;
  const by = (role: 'therapist' | 'client', all: readonly Sequence[]): Sequence =>
    all.find((each) => each.by === role) ?? assert.fail(role);
  const tables = ({ follows }: Sequence): unknown =>
    Object.fromEntries(follows.map(({ consequent, table }) => [consequent, table]));

  test('is counted by role, by family and by the codes right below it', () => {
    const therapist = by('therapist', coded());
    assert.deepEqual([therapist.n, therapist.antecedents, therapist.within], [5, 2, 3]);
    // Turns 2, 4, 6, 8 and 10 have a therapist's turn behind them; 3 is within reach of 2, and 9 of 6 and 8.
    assert.deepEqual(tables(therapist), {
      repair: [[2, 0], [1, 2]], // prettier-ignore
      'repair.expressive': [[1, 1], [1, 2]], // prettier-ignore
      'repair.immediate': [[1, 1], [0, 3]], // prettier-ignore
    });
    const client = by('client', coded());
    assert.deepEqual(tables(client), {
      rupture: [[0, 2], [1, 2]], // prettier-ignore
      'rupture.confrontation': [[0, 2], [1, 2]], // prettier-ignore
    });
  });

  test('counts a turn once however often something follows, and tells marks in other turns', () => {
    const therapist = by(
      'therapist',
      coded([
        annotation('repa3aaa', 'repair.immediate', 3),
        annotation('repa4aaa', 'repair.immediate', 5),
        annotation('rupt3aaa', 'rupture.withdrawal', 7),
      ]),
    );
    assert.equal(therapist.elsewhere, 1);
    assert.deepEqual(therapist.follows.find(({ consequent }) => consequent === 'repair.immediate')?.table, [
      [1, 1],
      [1, 2],
    ]);
  });

  test('says nothing of turns that nobody judged', () => {
    const therapist = by('therapist', coded([], 7));
    assert.deepEqual([therapist.n, therapist.antecedents], [2, 1]);
    assert.equal(by('therapist', coded([], 0)).n, 0);
    const alone = trajectory({ coded: [{ from: 1, to: 1 }] }, transcript('C: Hello.')).sequences;
    assert.deepEqual([by('therapist', alone).n, by('therapist', alone).follows], [0, []]);
  });

  test('is added up over sessions', () => {
    const one = by('therapist', coded());
    const two = pooledSequence(one, [one, one]);
    assert.deepEqual([two.n, two.antecedents], [10, 4]);
    assert.deepEqual(two.follows[0]?.table, [
      [4, 0],
      [2, 4],
    ]);
    assert.deepEqual(pooledSequence(one, [one]), one);
  });
});
