import fc from 'fast-check';
import {
  assertNothingLost,
  assertRead,
  assertSameTurns,
  brokenCaptions,
  captioned,
  captionText,
} from '../properties/captionArbitraries';

/** What the unit suite shows on a few files, on thousands. */
suite('captions, in large numbers', () => {
  test('every word is in a turn or in a remark, once and in its order', () => {
    fc.assert(fc.property(captionText, assertNothingLost), { numRuns: 20_000 });
  });

  test('whatever is in a file, it is read or refused', () => {
    fc.assert(fc.property(brokenCaptions, assertRead), { numRuns: 20_000 });
  });

  test('the captions of a session are read as the turns it has', () => {
    fc.assert(fc.property(captioned, assertSameTurns), { numRuns: 5_000 });
  });
});
