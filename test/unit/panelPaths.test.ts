import assert from 'node:assert/strict';
import { areaPath, linePath, splinePath, stepsOf, type Point } from '../../src/panel/picture/paths';

const points: readonly Point[] = [
  [0, 0],
  [6, 6],
  [12, 0],
];

suite('paths of the picture', () => {
  test('go straight from point to point, and in steps that hold until the next', () => {
    assert.equal(linePath(points), 'M0,0L6,6L12,0');
    assert.equal(linePath(stepsOf(points)), 'M0,0L6,0L6,6L12,6L12,0');
    assert.equal(linePath([[1 / 3, 2 / 3]]), 'M0.3,0.7');
    assert.equal(linePath([]), '');
  });

  test('close an area at a height', () => {
    assert.equal(areaPath(points, 9), 'M0,0L6,6L12,0L12,9L0,9Z');
    assert.equal(areaPath([], 9), '');
  });

  test('run softly past their points, from the first to the last', () => {
    // The values of a uniform cubic B-spline whose ends are held.
    assert.equal(splinePath(points), 'M0,0L1,1C2,2,4,4,6,4C8,4,10,2,11,1L12,0');
    assert.equal(splinePath([[1, 1]]), 'M1,1');
  });
});
