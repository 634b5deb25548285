import assert from 'node:assert/strict';
import { lastSent, openings, texts } from './openings';
import { others } from './states';

suite('panel: rating', function () {
  this.timeout(30_000);
  const panels = openings();

  test('is folded away; opened it shows each rating of the session with its words', async () => {
    const opened = await panels.shown();
    assert.equal(await opened.page.locator('.rating').count(), 0);
    await opened.page.locator('[data-key="ratings"]').click();
    assert.deepEqual(await texts(opened, '.rating .label'), ['Bond', 'Overall resolution']);
    assert.deepEqual(await texts(opened, '.rating .quiet'), ['not rated yet, starts at 4', 'partly']);
    assert.deepEqual(await texts(opened, '[aria-checked="true"]'), ['3']);
    assert.deepEqual(await opened.sent(), []);
  });

  test('a value is given by a click, and taken away by another; its words are explained', async () => {
    const opened = await panels.shown({ height: 1600 });
    await opened.page.locator('[data-key="ratings"]').click();
    await opened.page.locator('[data-key="rate.bond:5"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'rate', rating: 'bond', segment: null, value: 5 });
    await opened.page.locator('[data-key="rate.bond:4"]').hover();
    assert.deepEqual(await texts(opened, '.tip .title'), ['4: none']);
    await opened.page.locator('[data-key="rate.resolution:3"]').click();
    assert.deepEqual(await lastSent(opened), {
      type: 'rate',
      rating: 'resolution',
      segment: null,
      value: null,
    });
    await opened.page.locator('[data-key="rate.resolution:na"]').click();
    assert.deepEqual(await lastSent(opened), {
      type: 'rate',
      rating: 'resolution',
      segment: null,
      value: 'na',
    });
  });

  test('is done by keyboard alone: R on a segment, the arrow keys along a scale', async () => {
    const opened = await panels.shown();
    const { keyboard } = opened.page;
    await opened.page.locator('[data-key="segment:2"]').focus();
    await keyboard.press('r');
    assert.equal(await opened.focus(), 'scope');
    assert.equal(await opened.page.locator('[data-key="scope"]').inputValue(), '2');
    assert.deepEqual(await texts(opened, '.rating .label'), ['Bond'], 'only what segments are rated by');
    await keyboard.press('Tab');
    assert.equal(await opened.focus(), 'rate.bond:6', 'the value that stands');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    assert.deepEqual(await lastSent(opened), { type: 'rate', rating: 'bond', segment: 2, value: 7 });
    await opened.page.locator('[data-key="scope"]').selectOption('3');
    assert.deepEqual(await texts(opened, '.rating .quiet'), ['not rated yet, starts at 4']);
  });

  test('another’s ratings, and released ones, are read only and say so', async () => {
    const opened = await panels.shown({}, others);
    await opened.page.locator('[data-key="ratings"]').click();
    assert.deepEqual((await texts(opened, '.ratings > .quiet'))[0], others.ratings?.locked);
    assert.equal(await opened.page.locator('[role="radio"]:enabled').count(), 0);
    assert.deepEqual(await opened.sent(), []);
  });
});
