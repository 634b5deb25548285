import assert from 'node:assert/strict';
import { lastSent, openings, texts } from './openings';
import { continued, others, rating } from './states';

suite('panel: what the session before left open', () => {
  const panels = openings();

  test('is offered as rows: a click goes there, the button goes on with it here, the rest is asked about', async () => {
    const opened = await panels.shown({ height: 2000 }, continued);
    assert.equal((await texts(opened, '.carrying h3'))[0], 'Open from session 3');
    assert.match(
      (await texts(opened, '.carrying .episode'))[0] ?? '',
      /like my father.*96–.*attempted, not resolved/,
    );
    await opened.page.locator('[data-key="left:before1a"]').click();
    const transcript = 'c017/session-03.transcript';
    assert.deepEqual(await lastSent(opened), { type: 'openSession', session: transcript });
    await opened.page.locator('[data-key="goOn:before2b"]').focus();
    await opened.page.keyboard.press('Enter');
    const from = { transcript, episode: 'before2b' };
    assert.deepEqual(await lastSent(opened), { type: 'carryOver', from });
    await opened.page.locator('[data-key="carryMore"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'carryOver', from: null });
  });

  test('carried over it is an episode: repairs join it, it can be let go, and its row leads to where it began', async () => {
    const opened = await panels.shown({ height: 2000 }, continued);
    await opened.page.locator('[data-key="episode:goeson1a"]').click();
    const session = 'c017/session-03.transcript';
    assert.deepEqual(await lastSent(opened), { type: 'openSession', session });
    await opened.page.locator('[data-key="join:goeson1a"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'join', episode: 'goeson1a' });
    await opened.page.locator('[data-key="notCarriedOver:goeson1a"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'notCarriedOver', episode: 'goeson1a' });
    await opened.show({ ...continued, canLink: false });
    assert.equal(await opened.page.locator('.episodes [data-key$=":goeson1a"]').count(), 1, 'read only');
  });

  test('is not offered where nothing can be done about it', async () => {
    const opened = await panels.shown({}, others);
    assert.equal(await opened.page.locator('.carrying').count(), 0);
  });

  test('is offered, as ratings are, before anything is coded', async () => {
    const opened = await panels.shown({ height: 1600 }, rating);
    await opened.page.locator('[data-key="goOn:before2b"]').click();
    assert.equal((await lastSent(opened))?.type, 'carryOver');
    await opened.page.locator('[data-key="ratings"]').click();
    await opened.page.locator('[data-key="rate.bond:4"]').hover();
    assert.deepEqual(await texts(opened, '.tip .title'), ['4: none']);
    await opened.page.locator('[data-key="rate.bond:4"]').focus();
    await opened.page.keyboard.press('ArrowRight');
    await opened.page.keyboard.press('Enter');
    assert.deepEqual(await lastSent(opened), { type: 'rate', rating: 'bond', segment: null, value: 5 });
  });
});
