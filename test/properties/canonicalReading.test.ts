import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cutCanonical } from '../../src/engine/annotations/cutCanonical';
import { readAnnotationFile, readAnyYaml } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { coding, dangerous } from './annotationArbitraries';
import { runs } from './runs';

/** A small change by hand or by accident: what it leaves may be canonical still, other YAML, or none. */
interface Slip {
  /** 0 to 1, of the text. */
  readonly place: number;
  /** Characters that go. */
  readonly taken: number;
  readonly put: string;
  /** A whole line is given twice or goes instead. */
  readonly line: 'kept' | 'twice' | 'gone';
}

const slip: fc.Arbitrary<Slip> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.nat({ max: 3 }),
  put: fc.oneof(
    fc.constantFrom(...dangerous.filter((text) => text.length < 40)),
    fc.constantFrom(
      '  - ',
      '    ',
      ': ',
      ', ',
      ' }',
      '{ ',
      '[]',
      '{}',
      '\n',
      '-',
      '1.0',
      '+1',
      '1e3',
      '.5',
      '0x1',
    ),
    fc.string({ maxLength: 3 }),
  ),
  line: fc.constantFrom('kept', 'twice', 'gone'),
});

function slipped(text: string, { place, taken, put, line }: Slip): string {
  const at = Math.floor(place * text.length);
  if (line === 'kept') return text.slice(0, at) + put + text.slice(at + taken);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at) + 1 || text.length;
  return text.slice(0, line === 'twice' ? end : start) + text.slice(line === 'twice' ? start : end);
}

suite('a file in our own layout', () => {
  test('is read as the library reads it', () => {
    fc.assert(
      fc.property(coding(), (values) => {
        const text = render(values);
        assert.deepEqual(readAnnotationFile(text), readAnyYaml(text));
        assert.ok(cutCanonical(text) !== null || text.includes('__proto__'), 'not cut by ourselves');
      }),
      runs(8),
    );
  });

  test('is read so too when somebody changed it', () => {
    fc.assert(
      fc.property(coding(3), fc.array(slip, { minLength: 1, maxLength: 2 }), (values, slips) => {
        const text = slips.reduce(slipped, render(values));
        assert.deepEqual(readAnnotationFile(text), readAnyYaml(text));
      }),
      runs(25),
    );
  });
});
