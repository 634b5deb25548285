import fc from 'fast-check';
import { assertNothingLost, assertSameTurns, captioned, captionText } from '../unit/captionArbitraries';

/** What the unit suite shows on a few files, on thousands. */
suite('captions, in large numbers', () => {
  test('every word is in a turn or in a remark, once and in its order', () => {
    fc.assert(fc.property(captionText, assertNothingLost), { numRuns: 20_000 });
  });

  test('the captions of a session are read as the turns it has', () => {
    fc.assert(fc.property(captioned, assertSameTurns), { numRuns: 5_000 });
  });
});
