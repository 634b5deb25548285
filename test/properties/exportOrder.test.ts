import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { csvLong } from '../../src/engine/interchange/csvLong';
import { csvUnits } from '../../src/engine/interchange/csvUnits';
import { csvWide } from '../../src/engine/interchange/csvWide';
import type { Export, ExportedStudy } from '../../src/engine/interchange/exported';
import type { TableOptions } from '../../src/engine/interchange/tables/table';
import { webAnnotation } from '../../src/engine/interchange/webAnnotation';
import { reportOf } from '../../src/report/report';
import { reportOptions } from '../interchange/reports';
import { alice, bob, mark, studyOf, withText } from '../interchange/tableStudies';
import { runs } from './runs';

const formats: Readonly<Record<string, (study: ExportedStudy, options: TableOptions) => Export>> = {
  csvLong,
  csvUnits,
  csvWide,
  webAnnotation,
  report: (study, options) => reportOf(study, options, reportOptions),
};

const more: readonly Annotation[] = [
  mark('sameones', 'rupture.withdrawal', { turn: 4 }, { note: 'a' }),
  mark('sameonet', 'rupture.withdrawal', { turn: 4 }, { note: 'b' }),
  mark('sameonez', 'bond', { turn: 4 }),
];
const second = { id: 'episode2', ruptures: ['sameones', 'sameonet'], repairs: ['sorryone'] };
const full: Coding = {
  ...alice,
  annotations: [...alice.annotations, ...more],
  episodes: [...alice.episodes, second],
};

suite('an export', () => {
  for (const [name, format] of Object.entries(formats)) {
    test(`is the same whatever the order of entries, and of coders: ${name}`, () => {
      const wanted = format(studyOf([{ codings: [full, bob] }]), withText);
      const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
        fc.shuffledSubarray([...all], { minLength: all.length });
      const orders = fc.record({
        annotations: shuffled(full.annotations),
        episodes: shuffled(full.episodes),
        ratings: shuffled(full.ratings),
      });
      fc.assert(
        fc.property(orders, fc.boolean(), (order, swap) => {
          const mixed = { ...full, ...order };
          const codings = swap ? [bob, mixed] : [mixed, bob];
          assert.deepEqual(format(studyOf([{ codings }]), withText), wanted);
        }),
        runs(8),
      );
    });
  }
});
