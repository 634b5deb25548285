import assert from 'node:assert/strict';
import { accept, neither } from '../../src/engine/adjudication/choice';
import {
  agreementOnCodes,
  agreementWithConsensus,
  judgedByAny,
} from '../../src/engine/adjudication/consensusAgreement';
import { decide, takeAgreed } from '../../src/engine/adjudication/decide';
import { mattersOf } from '../../src/engine/adjudication/matters';
import { setReason } from '../../src/engine/adjudication/reasons';
import { statedPlaces } from '../../src/engine/agreement/compared';
import type { Step } from '../../src/engine/annotations/change';
import { source } from '../../src/engine/annotations/file';
import { deciding, emptyConsensus, mark, text } from '../study/adjudicated';
import { session } from './comparedSessions';

const minimal = 'rupture.withdrawal.minimal';
const compared = session(text, [
  [mark('a1', 'bond.disclosure', 2), mark('a2', minimal, 4)],
  [mark('b1', 'bond.disclosure', 2), mark('b2', 'rupture.confrontation', 4)],
]);
const matters = mattersOf(compared);
const how = deciding(matters);
const [, differ] = matters;

suite('agreement before and after a consensus', () => {
  test('before, the coders with each other; after, each with the consensus, which followed the first', () => {
    assert.ok(differ);
    const chosen = accept(differ, [0]) ?? assert.fail();
    const { coding } = decide(takeAgreed(emptyConsensus(), how).file, chosen, how).file;
    const consensus = { coder: 'consensus', coding, places: statedPlaces(coding, text) };
    const options = { kind: 'turn', backChannels: false } as const;
    const before = agreementOnCodes(compared, options);
    const after = agreementWithConsensus(compared, consensus, options);
    assert.equal(before.n, 12);
    assert.ok(before.value !== null && before.value < 1);
    assert.deepEqual(
      after.map(({ coder, alpha }) => [coder, alpha.value === 1, alpha.value === before.value]),
      [
        ['coder0', true, false],
        ['coder1', false, true],
      ],
    );
  });

  test('the consensus speaks of the turns that any of the coders judged', () => {
    const parts = [
      { ...compared, codings: compared.codings.slice(0, 1) },
      session(text, [[]], { coded: [{ from: 3, to: 4 }] }),
      session(text, [[]], { coded: [{ from: 8, to: 99 }] }),
    ];
    const [all, some, others] = parts.map(({ codings }) => codings);
    const turns = (codings: typeof all = []): number => judgedByAny({ ...compared, codings }).length;
    assert.equal(turns(all), 12);
    assert.equal(turns([...(some ?? []), ...(others ?? [])]), 7);
    const { file } = takeAgreed(emptyConsensus(), deciding(matters, { judged: [{ from: 1, to: 9 }] }));
    assert.deepEqual(file.coding.coded, [{ from: 1, to: 9 }]);
  });

  test('a reason is given to what is decided, changed and taken away', () => {
    assert.ok(differ);
    const begun = takeAgreed(emptyConsensus(), how).file;
    assert.deepEqual(setReason(begun, differ, 'Why').change, [], 'it is not decided');
    for (const choice of [accept(differ, [0, 1]), neither(differ)]) {
      const { file }: Step = decide(begun, choice ?? assert.fail(), how);
      const { file: reasoned }: Step = setReason(file, differ, 'Why');
      assert.equal(source(reasoned).match(/reason: Why/g)?.length, choice?.taken.length || 1);
      assert.equal(source(setReason(reasoned, differ, '').file), source(file));
    }
  });
});
