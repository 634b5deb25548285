import assert from 'node:assert/strict';
import type { OpenPanel } from './harness';
import { openings, texts } from './openings';
import { session } from './session';
import { byTurns } from './states';

suite('panel: zooming to a stretch', function () {
  this.timeout(30_000);
  const panels = openings();

  /** Drags over a share of the plot, above the lanes unless said otherwise. */
  async function drag(panel: OpenPanel, from: number, to: number, y = 5): Promise<void> {
    const ground = await panel.page.locator('.ground').first().boundingBox();
    const drawing = await panel.page.locator('.drawing').boundingBox();
    assert.ok(ground && drawing);
    const { mouse } = panel.page;
    await mouse.move(ground.x + ground.width * from, drawing.y + y);
    await mouse.down();
    await mouse.move(ground.x + ground.width * ((from + to) / 2), drawing.y + y + 3);
    await mouse.move(ground.x + ground.width * to, drawing.y + y);
    await mouse.up();
  }

  const part = (panel: OpenPanel): Promise<string[]> => texts(panel, '.part span');

  test('a drag shows what lies under it, named; nothing outside is drawn or reached', async () => {
    const opened = await panels.shown();
    await drag(opened, 0.2, 0.5);
    assert.match((await part(opened))[0] ?? '', /^(?:9:5\d|10:0\d)–(?:24:5\d|25:0\d) of 50:00$/);
    const keys = await opened.page
      .locator('.mark')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
    const inside = session.marks.filter(({ x }) => x >= 600 && x <= 1500);
    assert.ok(Math.abs(keys.length - inside.length) <= 1, `${keys.length} of ${inside.length}`);
    assert.ok(!keys.includes('mark:mark10ab'));
    assert.ok((await opened.page.locator('.cell').count()) <= 5);
    assert.deepEqual(await opened.sent(), [], 'a drag is no click');
  });

  test('a drag over a mark marks a stretch too, and a click there still means the mark', async () => {
    const opened = await panels.shown();
    const lane = await opened.page.locator('[data-key="mark:mark10ab"]').boundingBox();
    const drawing = await opened.page.locator('.drawing').boundingBox();
    assert.ok(lane && drawing);
    await drag(opened, 0.032, 0.4, lane.y - drawing.y + 4);
    assert.equal((await part(opened)).length, 1);
    assert.deepEqual(await opened.sent(), []);
    await opened.page.locator('[data-key="mark:mark11ab"]').click();
    assert.deepEqual(await opened.sent(), [{ type: 'reveal', annotation: 'mark11ab' }]);
  });

  test('the whole session comes back by button, Escape, 0 and double click', async () => {
    const opened = await panels.shown();
    const { page } = opened;
    const back = async (how: () => Promise<void>): Promise<void> => {
      await drag(opened, 0.2, 0.5);
      assert.equal((await part(opened)).length, 1);
      await how();
      assert.deepEqual(await part(opened), []);
      assert.equal(await page.locator('.mark').count(), session.marks.length);
    };
    await back(() => page.locator('[data-key="whole"]').click());
    await back(async () => {
      await page.mouse.move(5, 5);
      await page.waitForTimeout(250);
      await page.keyboard.press('Escape');
    });
    await back(async () => {
      await page.locator('.cell').first().focus();
      await page.keyboard.press('0');
    });
    await back(() => page.locator('.drawing').dblclick({ position: { x: 150, y: 4 } }));
  });

  test('plus and minus zoom around what has the focus, which keeps it', async () => {
    const opened = await panels.shown();
    await opened.page.locator('[data-key="mark:mark25ab"]').focus();
    await opened.page.keyboard.press('+');
    assert.equal((await part(opened)).length, 1);
    assert.equal(await opened.focus(), 'mark:mark25ab');
    await opened.page.keyboard.press('-');
    assert.deepEqual(await part(opened), []);
    assert.equal(await opened.focus(), 'mark:mark25ab');
  });

  test('Shift and the arrow keys mark segments, Enter shows them, Escape gives up', async () => {
    const opened = await panels.shown();
    const { keyboard } = opened.page;
    const brush = opened.page.locator('rect.brush');
    await opened.page.locator('[data-key="segment:3"]').focus();
    await keyboard.press('Shift+ArrowRight');
    await keyboard.press('Shift+ArrowRight');
    assert.equal(await opened.focus(), 'segment:5');
    assert.ok(await brush.getAttribute('width'));
    await keyboard.press('Escape');
    assert.equal(await brush.getAttribute('width'), null);
    await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Enter');
    assert.deepEqual(await part(opened), ['15:00–25:00 of 50:00']);
    assert.match((await opened.focus()) ?? '', /^segment:/);
    assert.deepEqual(await opened.sent(), []);
    assert.equal(await opened.page.locator('[role="status"]').textContent(), '15:00–25:00 of 50:00');
  });

  test('the cursor shows only inside the stretch', async () => {
    const opened = await panels.shown();
    await drag(opened, 0.2, 0.5);
    await opened.tell({ type: 'cursor', at: { turn: 30, x: 1000 } });
    assert.doesNotMatch((await opened.page.locator('.cursor').getAttribute('class')) ?? '', /hidden/);
    await opened.tell({ type: 'cursor', at: { turn: 90, x: 2000 } });
    assert.match((await opened.page.locator('.cursor').getAttribute('class')) ?? '', /hidden/);
  });

  test('an update keeps the stretch, another axis gives it up', async () => {
    const opened = await panels.shown();
    await drag(opened, 0.2, 0.5);
    await opened.show({ ...session, sentences: [] });
    assert.equal((await part(opened)).length, 1);
    await opened.show(byTurns);
    assert.deepEqual(await part(opened), []);
    assert.equal(await opened.page.locator('.mark').count(), session.marks.length);
  });
});
