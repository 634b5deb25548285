import fc from 'fast-check';
import {
  assertNothingLost,
  assertRead,
  assertSameTurns,
  brokenCaptions,
  captioned,
  captionText,
} from './captionArbitraries';
import { runs } from './runs';

suite('captions', () => {
  test('every word is in a turn or in a remark, once and in its order', () => {
    fc.assert(fc.property(captionText, assertNothingLost), runs(60));
  });

  test('whatever is in a file, it is read or refused', () => {
    fc.assert(fc.property(brokenCaptions, assertRead), runs(60));
  });

  test('the captions of a session are read as the turns it has', () => {
    fc.assert(fc.property(captioned, assertSameTurns), runs(40));
  });
});
