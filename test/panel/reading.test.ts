import assert from 'node:assert/strict';
import { lastSent, openings, texts } from './openings';
import { session } from './session';
import { others, uncoded } from './states';

suite('panel: reading with pointer and keys', function () {
  this.timeout(30_000);
  const panels = openings();

  test('goes to the passage on a click: mark, arc, segment, episode', async () => {
    const opened = await panels.shown();
    const [first] = session.marks;
    await opened.page.locator(`[data-key="mark:${first?.id}"]`).click();
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: first?.id });
    await opened.page.locator('[data-key="segment:3"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'revealTurn', turn: 25 });
    await opened.page.locator('[data-key="episode:episode2"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: session.episodes[1]?.annotation });
    await opened.page.locator('[data-key="arc:episode1"]').click({ position: { x: 30, y: 4 } });
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: session.episodes[0]?.annotation });
    assert.equal((await opened.sent()).length, 4);
  });

  test('an episode that is not resolved, and a repair that answers none, can be linked from here', async () => {
    const opened = await panels.shown();
    assert.deepEqual(await texts(opened, '.episodes h3'), ['Repairs that answer no rupture']);
    const [one] = session.unlinked;
    await opened.page.locator(`[data-key="unlinked:${one?.annotation}"]`).click();
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: one?.annotation });
    await opened.page.locator(`[data-key="link:${one?.annotation}"]`).click();
    assert.deepEqual(await lastSent(opened), { type: 'link', annotation: one?.annotation });
    assert.equal(await opened.page.locator('.join').count(), 3, 'not the resolved one');
    await opened.show(others);
    assert.equal(await opened.page.locator('.join').count(), 0, 'nothing is linked in another’s coding');
  });

  test('says nothing for a segment without a turn', async () => {
    const opened = await panels.shown({}, uncoded);
    await opened.page.locator('[data-key="segment:10"]').click();
    assert.deepEqual(await opened.sent(), []);
  });

  test('a click beside a narrow mark means that mark', async () => {
    const opened = await panels.shown();
    const box = await opened.page.locator('[data-key="mark:mark10ab"]').boundingBox();
    assert.ok(box);
    await opened.page.mouse.click(box.x - 4, box.y);
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: 'mark10ab' });
  });

  test('is walked through with the keyboard alone', async () => {
    const opened = await panels.shown();
    const { keyboard } = opened.page;
    const visited: (string | null)[] = [];
    for (let presses = 0; presses < 10; presses += 1) {
      await keyboard.press('Tab');
      visited.push(await opened.focus());
    }
    assert.deepEqual(visited, [
      'chip:0',
      'curve:support',
      'segment:1',
      'axis:time',
      'toggle',
      'figure:0',
      'episode:episode1',
      'episode:episode2',
      `link:${session.episodes[1]?.annotation}`,
      'episode:episode3',
    ]);
    await keyboard.press('Enter');
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: session.episodes[2]?.annotation });
  });

  test('walks marks along a lane and between lanes, and comes back to where it was', async () => {
    const opened = await panels.shown();
    const { keyboard } = opened.page;
    await opened.page.locator('[data-key="mark:mark10ab"]').focus();
    const walk = async (...keys: string[]): Promise<string | null> => {
      for (const key of keys) await keyboard.press(key);
      return opened.focus();
    };
    assert.equal(await walk('ArrowRight'), 'mark:mark11ab');
    assert.equal(await walk('ArrowLeft', 'ArrowLeft'), 'mark:mark10ab');
    assert.equal(await walk('ArrowDown'), 'mark:mark12ab');
    assert.equal(await walk('End'), 'mark:mark36ab');
    assert.equal(await walk('ArrowDown', 'ArrowDown'), 'arc:episode3');
    assert.equal(await walk('Enter'), 'arc:episode3');
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: session.episodes[2]?.annotation });
    assert.equal(await walk('ArrowDown'), 'mark:mark40ab');
    await keyboard.press(' ');
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: 'mark40ab' });
    assert.equal(await walk('Tab', 'Shift+Tab'), 'mark:mark40ab');
    assert.equal(await walk('Tab', 'End', 'Home', 'ArrowRight'), 'segment:2');
    await keyboard.press('Enter');
    assert.deepEqual(await lastSent(opened), { type: 'revealTurn', turn: 13 });
  });

  test('shows what has the focus', async () => {
    const opened = await panels.shown();
    for (let presses = 0; presses < 6; presses += 1) {
      await opened.page.keyboard.press('Tab');
      const outline = await opened.page.evaluate(() => {
        const focused = document.querySelector('alliance-panel')?.shadowRoot?.activeElement;
        return focused ? getComputedStyle(focused).outline : '';
      });
      assert.match(outline, /rgb\(0, 120, 212\) solid 1px/);
    }
  });

  test('explains on hover and on focus; Escape puts the explanation away', async () => {
    const opened = await panels.shown();
    const tip = opened.page.locator('.tip');
    await opened.page.locator('[data-key="mark:mark17ab"]').hover();
    assert.deepEqual(await texts(opened, '.tip p'), [
      'Minimal response',
      '15:36 · C · Impact 2',
      'Dunno. It’s fine, really.',
      'Looks away.',
    ]);
    await tip.hover();
    await opened.page.waitForTimeout(250);
    assert.equal(await tip.count(), 1, 'stays while the pointer is over it');
    await opened.page.keyboard.press('Escape');
    assert.equal(await tip.count(), 0);
    await opened.page.mouse.move(5, 890);
    await opened.page.keyboard.press('Tab');
    assert.deepEqual(await texts(opened, '.tip p'), ['Case C017']);
    await opened.page.keyboard.press('Tab');
    assert.deepEqual(await texts(opened, '.tip p'), [session.curves.support.title, session.curves.note]);
    await opened.page.locator('[data-key="mark:mark10ab"]').focus();
    assert.equal((await texts(opened, '.tip .title'))[0], 'Warm contact');
    await opened.page.locator('[data-key="mark:mark34ab"]').focus();
    assert.ok((await texts(opened, '.tip p')).includes(session.strings.unconfirmed));
  });

  test('turns to tables that hold every mark and segment, and remembers it', async () => {
    const opened = await panels.shown();
    await opened.page.locator('[data-key="toggle"]').click();
    assert.equal(await opened.page.locator('.drawing').count(), 0);
    assert.deepEqual(await texts(opened, '.tables caption'), [
      'Annotations',
      'Annotations by segment',
      'Support and open strain by segment',
    ]);
    const rows = await opened.page
      .locator('table.marks tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
      );
    const expected = session.marks
      .toSorted((a, b) => a.x - b.x)
      .map((mark) => [
        String(mark.turn),
        mark.where,
        session.families.find((family) => family.id === mark.family)?.label,
        mark.certain ? mark.code : `${mark.code} ${session.strings.unconfirmed}`,
        String(mark.impact),
        mark.quote,
        mark.note,
      ]);
    assert.deepEqual(rows, expected);
    const counts = await opened.page
      .locator('table.segments')
      .first()
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].slice(2).map((cell) => Number(cell.textContent))),
      );
    assert.deepEqual(
      counts,
      session.segments.map((segment) => segment.counts),
    );
    await opened.page.locator('[data-key="row:mark12ab"]').click();
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: 'mark12ab' });
    await opened.page.keyboard.press('ArrowDown');
    assert.equal(await opened.focus(), 'row:mark13ab');

    await opened.page.reload();
    await opened.show(session);
    assert.equal(await opened.page.locator('table.marks').count(), 1);
    await opened.page.locator('[data-key="toggle"]').click();
    assert.equal(await opened.page.locator('.drawing').count(), 1);
  });

  test('keeps the focus on the same mark over an update, and beside a deleted one', async () => {
    const opened = await panels.shown();
    const earlier = session.marks
      .slice(0, 1)
      .map((mark) => ({ ...mark, id: 'earlier1', x: 30, family: 'rupture' }));
    await opened.page.locator('[data-key="mark:mark17ab"]').focus();
    await opened.show({ ...session, marks: [...earlier, ...session.marks] });
    assert.equal(await opened.focus(), 'mark:mark17ab');
    await opened.show({ ...session, marks: session.marks.filter((mark) => mark.id !== 'mark17ab') });
    assert.match((await opened.focus()) ?? '', /^mark:/);
    await opened.page.locator('[data-key="episode:episode3"]').focus();
    await opened.show({ ...session, episodes: session.episodes.toReversed() });
    assert.equal(await opened.focus(), 'episode:episode3');
  });
});
