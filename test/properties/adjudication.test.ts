import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accept, merge, neither } from '../../src/engine/adjudication/choice';
import { decide, takeAgreed } from '../../src/engine/adjudication/decide';
import { refsOf } from '../../src/engine/adjudication/matter';
import { progressOf, verdictsIn } from '../../src/engine/adjudication/verdicts';
import { apply } from '../../src/engine/annotations/apply';
import type { Step } from '../../src/engine/annotations/change';
import { source } from '../../src/engine/annotations/file';
import type { Coding } from '../../src/engine/annotations/types';
import { deciding, emptyConsensus, matters, shown } from '../study/adjudicated';
import { episode } from '../unit/builders';
import { runs } from './runs';

const minimal = 'rupture.withdrawal.minimal';

suite('disagreements, for all codings', () => {
  const annotation = fc
    .record({
      code: fc.constantFrom(minimal, 'rupture.withdrawal', 'bond.trust', 'gone.code'),
      turn: fc.integer({ min: 1, max: 6 }),
      start: fc.integer({ min: 0, max: 8 }),
      more: fc.integer({ min: 0, max: 2 }),
      impact: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ code, turn, start, more, impact }) => ({
      code,
      at: { turn, start, ...(more > 0 ? { end_turn: turn + more } : {}), end: 10 },
      ratings: { impact },
    }));
  const coded = fc.array(annotation, { maxLength: 7 }).chain((list) =>
    fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 3 }).map((links): Partial<Coding> => {
      const annotations = list.map((each, index) => ({ id: `i${index}`, ...each }));
      const linked = links.filter((link) => link.every((index) => index < list.length));
      return {
        annotations,
        episodes: linked.map(([one, other], index) => episode(`e${index}`, [`i${one}`], [`i${other}`])),
        ratings: [{ rating: 'bond', scope: 'session', value: list.length % 3 }],
      };
    }),
  );

  test('with herself a coder has none', () => {
    fc.assert(
      fc.property(coded, (one) => {
        const open = matters({ alice: one, bob: one }).filter(({ kinds }) => kinds.length > 0);
        assert.deepEqual(open.map(shown), []);
      }),
      runs(30),
    );
  });

  test('who comes first changes nothing but the order of the sides', () => {
    fc.assert(
      fc.property(coded, coded, coded, (alice, bob, carol) => {
        const said = (codings: Record<string, Partial<Coding>>): string[] =>
          matters(codings)
            .map(({ key, kinds }) => `${key}: ${kinds.join(' ')}`)
            .sort();
        assert.deepEqual(said({ alice, bob, carol }), said({ carol, alice, bob }));
      }),
      runs(30),
    );
  });

  test('each entry of each coder is in exactly one matter', () => {
    fc.assert(
      fc.property(coded, coded, coded, (alice, bob, carol) => {
        const codings = { alice, bob, carol };
        const all = Object.entries(codings).flatMap(([coder, { annotations, episodes }]) => [
          ...[annotations ?? [], episodes ?? []].flat().map(({ id }) => `${coder}/${id}`),
          `${coder}/bond session`,
        ]);
        assert.deepEqual(matters(codings).flatMap(refsOf).sort(), all.sort());
      }),
      runs(30),
    );
  });

  test('whatever is decided: all can be, in the end nothing is open, and each decision is taken back byte for byte', () => {
    fc.assert(
      fc.property(coded, coded, fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), (alice, bob, kinds) => {
        const all = matters({ alice, bob });
        const how = deciding(all);
        const done: Step[] = [takeAgreed(emptyConsensus(), how)];
        for (const [index, matter] of all.filter((each) => each.kinds.length > 0).entries()) {
          const kind = kinds[index % kinds.length];
          const some = [...matter.alternatives.keys()];
          const chosen = [accept(matter, [0]), accept(matter, some), merge(matter, some.length - 1)][
            kind ?? 0
          ];
          done.push(decide(done.at(-1)?.file ?? emptyConsensus(), chosen ?? neither(matter), how));
        }
        const { file: last } = done.at(-1) ?? { file: emptyConsensus() };
        const { total, decided, agreed, takenOver } = progressOf(all, verdictsIn(last.coding));
        assert.deepEqual([decided, takenOver], [total, agreed]);
        for (const [index, { file, inverse }] of [...done.entries()].reverse()) {
          const before = done[index - 1]?.file ?? emptyConsensus();
          assert.equal(source(apply(file, inverse).file), source(before));
        }
      }),
      runs(8),
    );
  });
});
