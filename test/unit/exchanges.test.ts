import assert from 'node:assert/strict';
import { exchangeOf } from '../../src/engine/transcript/exchanges';
import { parseTranscript } from '../../src/engine/transcript/parse';

/** The exchange of each turn, as `from-to`, for turns given by their labels. */
function exchanges(labels: string): string[] {
  const { turns } = parseTranscript(
    labels
      .split(' ')
      .map((label) => `${label}: yes`)
      .join('\n'),
  );
  return turns.map(({ number }) => {
    const exchange = exchangeOf(turns, number);
    return exchange ? `${exchange.from}-${exchange.to}` : '';
  });
}

suite('the exchange of a turn', () => {
  const cases: Readonly<Record<string, string>> = {
    'T C T C': '1-2 1-2 3-4 3-4',
    'T C M C T': '1-4 1-4 1-4 1-4 5-5',
    'T T C C T': '1-4 1-4 1-4 1-4 5-5',
    'C C T C': '1-2 1-2 3-4 3-4',
    'T1 T2 C T1': '1-3 1-3 1-3 4-4',
    'M F M': '1-2 1-2 3-3',
    C: '1-1',
  };
  for (const [labels, expected] of Object.entries(cases)) {
    test(`${labels} → ${expected}`, () => assert.equal(exchanges(labels).join(' '), expected));
  }

  test('is none where there is no such turn', () => {
    assert.equal(exchangeOf([], 1), null);
    assert.equal(exchangeOf(parseTranscript('T: Yes.').turns, 2), null);
  });
});
