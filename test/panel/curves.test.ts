import assert from 'node:assert/strict';
import { noCurves } from './curves';
import { openings, texts } from './openings';
import { session } from './session';

suite('panel: curves of support and open strain', function () {
  this.timeout(30_000);
  const panels = openings();

  test('stand over the lanes, each named, with the top of its scale and what it assumes', async () => {
    const opened = await panels.shown();
    const words = await texts(opened, '.curves text');
    assert.deepEqual(words, ['support', 'up to 0.70 per turn', 'open strain', 'up to 7.3']);
    const names = await opened.page
      .locator('.curve')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('role'), one.getAttribute('aria-label')]));
    assert.deepEqual(
      new Set(names.map(String)),
      new Set([`img,${session.curves.support.title}`, `img,${session.curves.strain.title}`]),
    );
    assert.ok((await texts(opened, '.foot')).includes(session.curves.note));
  });

  test('are reached by the arrow keys above the lanes, and explained under the pointer', async () => {
    const opened = await panels.shown();
    await opened.page.locator('[data-key="mark:mark10ab"]').focus();
    await opened.page.keyboard.press('ArrowUp');
    assert.equal(await opened.focus(), 'curve:strain');
    await opened.page.keyboard.press('ArrowUp');
    assert.equal(await opened.focus(), 'curve:support');
    const box = await opened.page.locator('.curve.strain .area').boundingBox();
    assert.ok(box);
    await opened.page.mouse.move(box.x + box.width - 10, box.y + box.height - 10);
    assert.deepEqual(await texts(opened, '.tip .title'), [session.curves.strain.title]);
    await opened.page.mouse.click(box.x + box.width - 10, box.y + box.height - 10);
    assert.deepEqual(await opened.sent(), []);
  });

  test('take no room where nothing is to be drawn', async () => {
    const opened = await panels.shown();
    const height = async (): Promise<number> =>
      (await opened.page.locator('.drawing').boundingBox())?.height ?? 0;
    const before = await height();
    await opened.show({ ...session, curves: noCurves });
    assert.equal(await opened.page.locator('.curves').count(), 0);
    assert.ok((await height()) < before - 80);
    assert.ok(!(await texts(opened, '.foot')).includes(session.curves.note));
  });
});
