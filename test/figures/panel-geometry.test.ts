import assert from 'node:assert/strict';
import { arcLevels, arcPath } from '../../src/panel/picture/arc-path';
import { layOut } from '../../src/panel/picture/layout';
import { type Rows, step } from '../../src/panel/picture/navigate';
import { hit, pictureRows, stripRows } from '../../src/panel/picture/reach';
import { spread } from '../../src/panel/picture/spread';
import { crowded } from '../panel/states';
import { session } from '../panel/session';

const em = 13;

suite('panel: marks at one place', () => {
  test('marks with room stay where they are', () => {
    assert.deepEqual(spread([10, 20, 30], 5, 8), [10, 20, 30]);
  });

  test('marks at one place stand a gap apart, around their place', () => {
    assert.deepEqual(spread([50, 50, 50], 4, 8), [46, 50, 54]);
  });

  test('a crowd stands closer rather than straying', () => {
    const places = spread(
      Array.from({ length: 40 }, () => 100),
      5,
      8,
    );
    assert.ok(Math.min(...places) >= 92 && Math.max(...places) <= 108);
  });
});

suite('panel: arcs', () => {
  test('an arc stands above the shorter ones it spans', () => {
    assert.deepEqual(
      arcLevels([
        { from: 0, to: 100 },
        { from: 10, to: 20 },
        { from: 30, to: 60 },
        { from: 35, to: 40 },
      ]),
      [2, 0, 1, 0],
    );
  });

  test('arcs side by side stand equally low, and no crowd stands higher than the highest level', () => {
    assert.deepEqual(
      arcLevels([
        { from: 0, to: 10 },
        { from: 10, to: 20 },
      ]),
      [0, 0],
    );
    const nested = Array.from({ length: 30 }, (_, index) => ({ from: index, to: 100 - index }));
    assert.equal(Math.max(...arcLevels(nested)), 3);
  });

  test('an answered arc ends on the base, an unanswered one stays up', () => {
    const heights = { base: 40, top: 20, foot: 45 };
    const down = arcPath({ from: 10, to: 60 }, heights, true);
    assert.match(down, /^M10,45/);
    assert.match(down, /60,40$/);
    assert.match(arcPath({ from: 10, to: 60 }, heights, false), /60,20$/);
  });

  test('an arc stands on the drawn rupture, and its stem on the drawn repair', () => {
    const layout = layOut(session, 300, em);
    const arc = layout.arcs?.arcs[0];
    const marks = layout.lanes.flatMap((lane) => lane.marks);
    assert.equal(arc?.from, marks.find((placed) => placed.mark.id === 'mark17ab')?.x);
    const repair = marks.find((placed) => placed.mark.id === 'mark23ab');
    assert.deepEqual([arc?.to, arc?.stem], [repair?.x, repair?.y]);
    assert.equal(layout.arcs?.arcs[2]?.to, layout.right);
  });

  test('the band of arcs lies directly above the rupture lane, and no arc leaves it', () => {
    for (const state of [session, crowded]) {
      const layout = layOut(state, 300, em);
      const rupture = layout.lanes.find((lane) => lane.family.id === 'rupture');
      assert.equal(layout.arcs?.bottom, rupture?.top);
      const highest = Math.min(...(layout.arcs?.arcs ?? []).map((arc) => arc.top));
      assert.ok(highest >= (layout.arcs?.top ?? Number.POSITIVE_INFINITY), String(highest));
    }
  });
});

suite('panel: the picture', () => {
  test('all bands share one axis from edge to edge', () => {
    const layout = layOut(session, 300, em);
    assert.equal(layout.place(session.axis.start), layout.left);
    assert.equal(layout.place(session.axis.end), layout.right);
    assert.equal(layout.strip.cells[0]?.x, layout.left);
    const last = layout.strip.cells.at(-1);
    assert.equal(Math.round((last?.x ?? 0) + (last?.width ?? 0)), Math.round(layout.right));
    assert.ok(layout.right < 300 && layout.height > layout.bottom);
  });

  test('a mark outside the axis is drawn at its end, never outside the picture', () => {
    const marks = session.marks.slice(0, 1).map((mark) => ({ ...mark, x: 9000 }));
    const layout = layOut({ ...session, marks }, 300, em);
    assert.equal(layout.lanes[0]?.marks[0]?.x, layout.right);
  });

  test('an axis without length does not break the picture', () => {
    const layout = layOut({ ...session, axis: { ...session.axis, end: 0 } }, 300, em);
    for (const placed of layout.lanes.flatMap((lane) => lane.marks)) assert.ok(Number.isFinite(placed.x));
  });

  test('higher impact stands taller, and a height beyond the scale is bounded', () => {
    const heights = [1, 3, 5, 99].map((impact) => {
      const marks = session.marks.slice(0, 1).map((mark) => ({ ...mark, impact }));
      return layOut({ ...session, marks }, 300, em).lanes[0]?.marks[0]?.height ?? 0;
    });
    const [low = 0, middle = 0, high = 0, beyond = 0] = heights;
    assert.ok(low < middle && middle < high);
    assert.equal(beyond, high);
  });

  test('ticks are whole minutes, fewer where there is less room', () => {
    const labels = (width: number): string[] => layOut(session, width, em).ticks.map((tick) => tick.label);
    assert.deepEqual(labels(300), ['0', '10', '20', '30', '40', '50']);
    assert.equal(labels(900).length, 11);
    assert.ok(labels(150).length < 6);
  });

  test('ticks of an axis in turns are turns', () => {
    const axis = { ...session.axis, kind: 'turns' as const, start: 1, end: 120 };
    const labels = layOut({ ...session, axis }, 300, em).ticks.map((tick) => tick.label);
    assert.deepEqual(labels, ['20', '40', '60', '80', '100', '120']);
  });
});

suite('panel: reaching things', () => {
  const layout = layOut(session, 300, em);

  test('a point on any mark, cell or arc means just that', () => {
    for (const lane of layout.lanes) {
      for (const placed of lane.marks)
        assert.equal(hit(layout, placed.x, lane.baseline - 2), `mark:${placed.mark.id}`);
    }
    for (const cell of layout.strip.cells) {
      assert.equal(
        hit(layout, cell.x + cell.width / 2, layout.strip.top + 3),
        `segment:${cell.segment.number}`,
      );
    }
    const [arc] = layout.arcs?.arcs ?? [];
    assert.equal(
      hit(layout, ((arc?.from ?? 0) + (arc?.to ?? 0)) / 2, (layout.arcs?.base ?? 0) - 4),
      'arc:episode1',
    );
  });

  test('a point near nothing means nothing', () => {
    assert.equal(hit(layout, layout.right - 2, (layout.lanes[1]?.baseline ?? 0) - 2), null);
    assert.equal(hit(layout, 100, 2), null);
  });

  test('every curve, mark and arc can be walked to, in the order it is drawn', () => {
    const rows = pictureRows(layout);
    assert.equal(rows.flat().length, session.marks.length + session.arcs.length + 2);
    assert.deepEqual(
      rows.map((row) => row[0]?.key.split(':')[0]),
      ['curve', 'curve', 'mark', 'mark', 'mark', 'arc', 'mark', 'mark', 'mark'],
    );
    for (const row of rows)
      assert.deepEqual(
        row,
        row.toSorted((a, b) => a.x - b.x),
      );
    assert.equal(stripRows(layout)[0]?.length, session.segments.length);
  });

  test('arrow keys stop at the edges, skip empty rows and land on the nearest', () => {
    const rows: Rows = [
      [
        { key: 'a', x: 0 },
        { key: 'b', x: 50 },
      ],
      [],
      [
        { key: 'c', x: 10 },
        { key: 'd', x: 45 },
      ],
    ];
    assert.equal(step(rows, 'a', 'ArrowLeft'), 'a');
    assert.equal(step(rows, 'a', 'ArrowRight'), 'b');
    assert.equal(step(rows, 'b', 'ArrowDown'), 'd');
    assert.equal(step(rows, 'c', 'ArrowUp'), 'a');
    assert.equal(step(rows, 'c', 'ArrowDown'), 'c');
    assert.equal(step(rows, 'd', 'Home'), 'c');
    assert.equal(step(rows, 'a', 'x'), null);
    assert.equal(step(rows, 'gone', 'ArrowLeft'), null);
  });

  test('Home and End reach the ends of a plain list', () => {
    const rows: Rows = [[{ key: 'a', x: 0 }], [{ key: 'b', x: 0 }], [{ key: 'c', x: 0 }]];
    assert.equal(step(rows, 'b', 'Home'), 'a');
    assert.equal(step(rows, 'b', 'End'), 'c');
  });
});
