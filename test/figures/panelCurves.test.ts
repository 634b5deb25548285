import assert from 'node:assert/strict';
import { bandOf } from '../../src/panel/picture/curve-band';
import { curves } from '../panel/curves';

const box = { top: 20, em: 10, isWide: false };

function ys(path: string): number[] {
  return [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
}

suite('panel: the band of curves', () => {
  test('support stands over the zero line and strain under it, each filling its own scale', () => {
    const band = bandOf(curves, (x) => x / 10, box);
    const support = ys(band.support.line);
    const strain = ys(band.strain.line);
    assert.equal(Math.min(...support), band.zero - 34);
    assert.ok(Math.max(...support) > band.zero, 'dips below zero where it is negative');
    assert.equal(Math.max(...strain), band.zero + 23);
    assert.equal(Math.min(...strain), band.zero);
    assert.ok(band.words.above < band.zero - 34 && band.words.below > band.zero + 23);
  });

  test('a curve that is mostly negative keeps within the room under the line', () => {
    const points: [number, number][] = [
      [0, 0.1],
      [10, -1],
    ];
    const band = bandOf({ ...curves, support: { ...curves.support, points } }, (x) => x, box);
    assert.deepEqual(ys(band.support.line), [band.zero - 2.3, band.zero + 23]);
  });

  test('strain is drawn in steps', () => {
    const points: [number, number][] = [
      [0, 0],
      [5, 2],
      [9, 2],
    ];
    const band = bandOf({ ...curves, strain: { ...curves.strain, points } }, (x) => x, box);
    const { zero } = band;
    assert.equal(band.strain.line, `M0,${zero}L5,${zero}L5,${zero + 23}L9,${zero + 23}L9,${zero + 23}`);
  });

  test('a curve that is zero throughout is a line at zero', () => {
    const points: [number, number][] = [
      [0, 0],
      [9, 0],
    ];
    const band = bandOf({ ...curves, strain: { ...curves.strain, points } }, (x) => x, box);
    assert.deepEqual(new Set(ys(band.strain.line)), new Set([band.zero]));
  });
});
