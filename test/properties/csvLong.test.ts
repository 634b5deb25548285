import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { csvLong } from '../../src/engine/interchange/csvLong';
import { readLong } from '../../src/engine/interchange/readLong';
import { dangerous } from './annotationArbitraries';
import { coding } from '../unit/builders';
import { content, mark, studyOf, withText } from '../interchange/tableStudies';
import { runs } from './runs';

suite('the table of annotations (csv-long)', () => {
  test('is read back: code, place, coder, ratings, note', () => {
    const place = fc
      .tuple(fc.integer({ min: 1, max: 10 }), fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.boolean())
      .map(([turn, start, length, over]) =>
        over && turn < 10
          ? { turn, start, end_turn: turn + 1, end: length }
          : { turn, start, end: start + 1 },
      );
    const code = fc.constantFrom('bond', 'rupture.withdrawal', 'ours.own', '=1+1', '-x', "'=y");
    const note = fc.constantFrom(...dangerous.filter((each) => !/\p{Cs}/u.test(each)));
    const one = fc.record({ code, at: place, note, impact: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (marks) => {
        const annotations = marks.map(({ code: of, at, note: said, impact }, index) =>
          mark(`a${index}`, of, at, { note: said, ratings: { impact } }),
        );
        const study = studyOf([{ codings: [coding({ annotations })] }]);
        const { rows, unread } = readLong(content(csvLong(study, withText)));
        assert.deepEqual(unread, []);
        const read = rows.map((row) =>
          JSON.stringify([row.code, row.at, row.note ?? '', row.ratings, row.coder]),
        );
        const wanted = annotations.map((each) =>
          JSON.stringify([each.code, each.at, each.note, each.ratings, 'alice']),
        );
        assert.deepEqual(read.sort(), wanted.sort());
      }),
      runs(20),
    );
  });
});
