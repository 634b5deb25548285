import assert from 'node:assert/strict';
import { layOut } from '../../src/panel/picture/layout';
import { pictureRows, stripRows } from '../../src/panel/picture/reach';
import { nameOf, stretchBetween } from '../../src/panel/picture/stretch';
import { session } from '../panel/session';

const { axis } = session;

suite('panel: a stretch of the axis', () => {
  test('lies between two places in either order, within the axis, never too short', () => {
    assert.deepEqual(stretchBetween(axis, 600, 1500), { start: 600, end: 1500 });
    assert.deepEqual(stretchBetween(axis, 1500, 600), { start: 600, end: 1500 });
    assert.deepEqual(stretchBetween(axis, 1000, 1000), { start: 962.5, end: 1037.5 });
    assert.deepEqual(stretchBetween(axis, 3000, 3000), { start: 2925, end: 3000 });
    assert.equal(stretchBetween(axis, 0, 3000), null);
  });

  test('is named in the measure of its axis', () => {
    const words = '{0}–{1} of {2}';
    assert.equal(nameOf(axis, { start: 720, end: 1110 }, words), '12:00–18:30 of 50:00');
    const turns = { ...axis, kind: 'turns' as const, start: 1, end: 121 };
    assert.equal(nameOf(turns, { start: 12.4, end: 40 }, words), '12–40 of 120');
  });

  test('only what lies in it is laid out; an arc from outside runs on to be cut off', () => {
    const layout = layOut(session, 300, 13, { start: 1000, end: 1500 });
    const marks = session.marks.filter(({ x }) => x >= 1000 && x <= 1500);
    const keys = pictureRows(layout).flat();
    assert.equal(keys.filter(({ key }) => key.startsWith('mark:')).length, marks.length);
    assert.deepEqual(
      keys.filter(({ key }) => key.startsWith('arc:')).map(({ key }) => key),
      ['arc:episode1'],
    );
    assert.ok((layout.arcs?.arcs[0]?.from ?? 0) < layout.left, 'its rupture lies before');
    assert.deepEqual(
      stripRows(layout)[0]?.map(({ key }) => key),
      ['segment:4', 'segment:5'],
    );
    assert.equal(layout.valueAt(layout.left), 1000);
    assert.equal(layout.valueAt(9999), 1500);
    assert.equal(layout.lanes.length, session.families.length);
  });
});
