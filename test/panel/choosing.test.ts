import assert from 'node:assert/strict';
import { lastSent, openings, texts } from './openings';
import { byTurns, others } from './states';
import { session } from './session';

suite('panel: choosing how it is looked at', function () {
  this.timeout(30_000);
  const panels = openings();

  test('the axes there are stand under the picture, the one in use marked; a click asks for another', async () => {
    const opened = await panels.shown();
    assert.deepEqual(await texts(opened, '.axes button'), ['minutes', 'words', 'turns']);
    assert.deepEqual(await texts(opened, '.axes [aria-pressed="true"]'), ['minutes']);
    await opened.page.locator('[data-key="axis:turns"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'choose', choice: { of: 'axis', axis: 'turns' } });
    await opened.page.keyboard.press('ArrowLeft');
    assert.equal(await opened.focus(), 'axis:words');
    await opened.page.keyboard.press('Enter');
    assert.deepEqual(await lastSent(opened), { type: 'choose', choice: { of: 'axis', axis: 'words' } });
  });

  test('one axis alone is named and no control', async () => {
    const opened = await panels.shown({}, byTurns);
    assert.equal(await opened.page.locator('.axes').count(), 0);
    assert.match((await texts(opened, '.foot'))[0] ?? '', /^turns/);
  });

  test('whose coding is shown can be chosen from those there are', async () => {
    const opened = await panels.shown({}, others);
    const list = opened.page.locator('[data-key="coder"]');
    assert.equal(await list.inputValue(), 'bob');
    assert.deepEqual(await texts(opened, 'option'), ['alice · released', 'bob · released', 'consensus']);
    await list.selectOption('consensus');
    assert.deepEqual(await lastSent(opened), { type: 'choose', choice: { of: 'coder', coder: 'consensus' } });
    await opened.show(others);
    assert.equal(await list.inputValue(), 'bob', 'what the host shows counts');
    await opened.show(session);
    assert.equal(await list.count(), 0);
  });

  test('the list is a Tab stop whose arrow keys are its own', async () => {
    const opened = await panels.shown({}, others);
    const { keyboard } = opened.page;
    await keyboard.press('Tab');
    assert.equal(await opened.focus(), 'chip:0');
    await keyboard.press('Tab');
    assert.equal(await opened.focus(), 'coder');
    await keyboard.press('ArrowDown');
    assert.deepEqual(await lastSent(opened), { type: 'choose', choice: { of: 'coder', coder: 'consensus' } });
    assert.equal(await opened.focus(), 'coder');
  });
});
