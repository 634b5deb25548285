import assert from 'node:assert/strict';
import { maskedNames, nextMaskedName } from '../../src/engine/transcript/maskedNames';
import { nextSpeakers } from '../../src/engine/transcript/nextSpeakers';
import { parseTranscript } from '../../src/engine/transcript/parse';

const next = (text: string, line = text.split('\n').length): string =>
  nextSpeakers(parseTranscript(text), line)
    .map(({ label }) => label)
    .join(' ');

suite('whoever may speak next', () => {
  const cases: readonly [string, string][] = [
    ['', 'T C'],
    ['T: Yes.', 'C T'],
    ['C: Yes.', 'T C'],
    ['T: a\nC: b\nT: c', 'C T'],
    ['T: a\nC1: b\nT: c\nC2: d\nT: e', 'C2 C1 T'],
    ['T: a\nM: b\nC: c\nT: d', 'M C T'],
    ['---\nspeakers: { T, Anna: client, Ben: client }\n---\nT: a', 'Anna Ben T'],
    ['---\nspeakers: { Anna: client }\n---\nAnna: a', 'Anna'],
    ['T: a\nT: b\nC: c\nM: d', 'C T M'],
  ];
  for (const [text, expected] of cases) {
    test(`${JSON.stringify(text)} → ${expected}`, () => assert.equal(next(text), expected));
  }

  test('depends on the line', () => assert.equal(next('T: a\nC: b\nT: c', 2), 'T C'));
});

suite('masked names', () => {
  test('are found once each, as written, and the next number is free', () => {
    const { turns } = parseTranscript(
      'T: [NAME_1] and *Anna.\nC: [NAME_3], [NAME_1]. ((looks away)) [CITY_9]\n',
    );
    const names = maskedNames(turns);
    assert.deepEqual(names, ['[NAME_1]', '*Anna', '[NAME_3]', '[CITY_9]']);
    assert.equal(nextMaskedName(names), '[NAME_4]');
    assert.equal(nextMaskedName([]), '[NAME_1]');
  });
});
