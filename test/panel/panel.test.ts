import assert from 'node:assert/strict';
import type { FromPanel, PanelState } from '../../src/panel/messages';
import { bench, closeBench, type Look, type OpenPanel } from './harness';
import { dangerous, dangerousTexts, empty, session, uncoded } from './states';

suite('panel', () => {
  let panel: OpenPanel | null = null;

  suiteTeardown(closeBench);

  async function open(look: Look = {}): Promise<OpenPanel> {
    panel = await (await bench()).panel(look);
    return panel;
  }

  /** Every panel of every test: no fault, no violation of the policy, nothing fetched but its own files, lawful messages. */
  teardown(async () => {
    const used = panel;
    panel = null;
    if (!used) return;
    await used.sent();
    await used.close();
    assert.deepEqual(used.faults, []);
    assert.deepEqual(
      used.requests.map((url) => new URL(url).pathname).filter((path) => path !== '/favicon.ico'),
      used.requests.length > 3
        ? ['/', '/host.js', '/panel.js', '/', '/host.js', '/panel.js']
        : ['/', '/host.js', '/panel.js'],
    );
  });

  async function shown(look: Look = {}, state: PanelState = session): Promise<OpenPanel> {
    const opened = await open(look);
    await opened.show(state);
    await opened.forgetSent();
    return opened;
  }

  async function texts(opened: OpenPanel, selector: string): Promise<string[]> {
    const all = await opened.page.locator(selector).allTextContents();
    return all.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  const lastSent = async (opened: OpenPanel): Promise<FromPanel | undefined> => (await opened.sent()).at(-1);

  test('says that it is ready, once, and shows nothing before it is told', async () => {
    const opened = await open();
    assert.deepEqual(await opened.sent(), [{ type: 'ready' }]);
    assert.equal(await opened.page.locator('main').count(), 0);
  });

  test('shows chips, sentences, figures and episodes in words', async () => {
    const opened = await shown();
    assert.deepEqual(
      await texts(opened, '.chip bdi'),
      session.chips.map((chip) => chip.text),
    );
    assert.equal(
      (await texts(opened, '.sentences'))[0],
      session.sentences.map((parts) => parts.map((part) => part.text).join('')).join(' '),
    );
    assert.deepEqual(await texts(opened, '.sentences strong'), ['one was resolved', 'ends with one open']);
    assert.deepEqual(
      await texts(opened, '.figure .value'),
      session.figures.map((figure) => figure.value),
    );
    assert.deepEqual(
      await texts(opened, '.figure .detail'),
      session.figures.map((figure) => figure.detail),
    );
    const rows = await texts(opened, '.episode');
    assert.equal(rows.length, session.episodes.length);
    for (const [index, episode] of session.episodes.entries()) {
      for (const part of [episode.quote, episode.turns, episode.stateLabel, episode.detail]) {
        assert.ok(rows[index]?.includes(part), part);
      }
    }
  });

  test('draws one mark per annotation, hollow where unconfirmed, and one arc per episode', async () => {
    const opened = await shown();
    assert.equal(await opened.page.locator('.mark').count(), session.marks.length);
    assert.equal(
      await opened.page.locator('.mark.unconfirmed').count(),
      session.marks.filter((mark) => !mark.certain).length,
    );
    assert.deepEqual(await texts(opened, '.letter'), ['B', 'G', 'T', 'R', 'P', 'H']);
    for (const state of ['resolved', 'partly', 'open']) {
      assert.equal(await opened.page.locator(`.arc.${state}`).count(), 1, state);
    }
    const labels = await opened.page
      .locator('.mark')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    assert.deepEqual(new Set(labels), new Set(session.marks.map((mark) => mark.title)));
    assert.equal(await opened.page.locator('svg title, svg [title]').count(), 0);
  });

  test('draws arcs differently by state without colour: the stroke and the mark at its end', async () => {
    const opened = await shown();
    const dashes = await opened.page
      .locator('.arc .stroke')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).strokeDasharray));
    assert.equal(new Set(dashes).size, 3);
    const ends = await opened.page
      .locator('.arc .state')
      .evaluateAll((all) => all.map((one) => one.children[1]?.tagName));
    assert.deepEqual(ends, ['circle', 'path', undefined]);
  });

  test('goes to the passage on a click: mark, arc, segment, episode', async () => {
    const opened = await shown();
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

  test('says nothing for a segment without a turn', async () => {
    const opened = await shown({}, uncoded);
    await opened.page.locator('[data-key="segment:10"]').click();
    assert.deepEqual(await opened.sent(), []);
  });

  test('a click beside a narrow mark means that mark', async () => {
    const opened = await shown();
    const box = await opened.page.locator('[data-key="mark:mark10ab"]').boundingBox();
    assert.ok(box);
    await opened.page.mouse.click(box.x - 4, box.y);
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: 'mark10ab' });
  });

  test('is walked through with the keyboard alone', async () => {
    const opened = await shown();
    const { keyboard } = opened.page;
    const visited: (string | null)[] = [];
    for (let presses = 0; presses < 8; presses += 1) {
      await keyboard.press('Tab');
      visited.push(await opened.focus());
    }
    assert.deepEqual(visited, [
      'chip:0',
      'mark:mark10ab',
      'segment:1',
      'toggle',
      'figure:0',
      'episode:episode1',
      'episode:episode2',
      'episode:episode3',
    ]);
    await keyboard.press('Enter');
    assert.deepEqual(await lastSent(opened), { type: 'reveal', annotation: session.episodes[2]?.annotation });
  });

  test('walks marks along a lane and between lanes, and comes back to where it was', async () => {
    const opened = await shown();
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
    const opened = await shown();
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
    const opened = await shown();
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
    assert.equal((await texts(opened, '.tip .title'))[0], 'Warm contact');
    await opened.page.locator('[data-key="mark:mark34ab"]').focus();
    assert.ok((await texts(opened, '.tip p')).includes(session.strings.unconfirmed));
  });

  test('turns to tables that hold every mark and segment, and remembers it', async () => {
    const opened = await shown();
    await opened.page.locator('[data-key="toggle"]').click();
    assert.equal(await opened.page.locator('.drawing').count(), 0);
    assert.deepEqual(await texts(opened, 'caption'), ['Annotations', 'Annotations by segment']);
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
      .locator('table.segments tbody tr')
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

  test('follows the cursor with a line, without drawing the picture anew', async () => {
    const opened = await shown();
    const line = opened.page.locator('.cursor');
    assert.match((await line.getAttribute('class')) ?? '', /hidden/);
    await opened.page.evaluate(() => {
      const root = document.querySelector('alliance-panel')?.shadowRoot?.querySelector('.drawing');
      const count = (): void => {
        window.changes = (window.changes ?? 0) + 1;
      };
      if (root)
        new MutationObserver(count).observe(root, { subtree: true, childList: true, characterData: true });
    });
    const left = async (): Promise<number> => (await line.locator('line').boundingBox())?.x ?? 0;
    await opened.tell({ type: 'cursor', at: { turn: 2, x: 0 } });
    await opened.page.waitForTimeout(250);
    const start = await left();
    await opened.tell({ type: 'cursor', at: { turn: 86, x: 1500 } });
    await opened.page.waitForTimeout(250);
    assert.equal(await line.locator('text').textContent(), '86');
    const plot = (await opened.page.locator('.ground').first().boundingBox())?.width ?? 0;
    assert.ok(Math.abs((await left()) - start - plot / 2) < 1);
    const changes = await opened.page.evaluate(() => window.changes ?? 0);
    assert.ok(changes <= 2, `only the number is rewritten (${changes})`);
    await opened.tell({ type: 'cursor', at: null });
    assert.match((await line.getAttribute('class')) ?? '', /hidden/);
  });

  test('keeps the focus on the same mark over an update, and beside a deleted one', async () => {
    const opened = await shown();
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

  test('draws once for many messages of one frame', async () => {
    const opened = await shown();
    const draws = await opened.page.evaluate(
      (message) =>
        new Promise<number>((resolve) => {
          const target = document.querySelector('alliance-panel')?.shadowRoot?.querySelector('.sentences');
          let batches = 0;
          if (target)
            new MutationObserver(() => (batches += 1)).observe(target, {
              subtree: true,
              characterData: true,
            });
          for (let index = 0; index < 20; index += 1) {
            window.postMessage(JSON.parse(message.replaceAll('50 minutes', `${index} minutes`)), '*');
          }
          setTimeout(() => resolve(batches), 300);
        }),
      JSON.stringify({ type: 'show', state: session }),
    );
    assert.ok(draws >= 1 && draws <= 3, String(draws));
    assert.match((await texts(opened, '.sentences'))[0] ?? '', /in 19 minutes/);
  });

  test('reads changed sentences aloud once they have settled, but not the moves of the cursor', async () => {
    const opened = await shown();
    const live = opened.page.locator('[role="status"]');
    await opened.tell({ type: 'cursor', at: { turn: 4, x: 60 } });
    await opened.show({ ...session, sentences: [[{ text: 'Four ruptures.', strong: true }]] });
    assert.notEqual(await live.textContent(), 'Four ruptures.');
    await opened.page.waitForTimeout(1200);
    assert.equal(await live.textContent(), 'Four ruptures.');
  });

  test('leaves hostile text as text, and breaks what is endless', async () => {
    const opened = await shown({}, dangerous);
    await opened.page.locator('[data-key="mark:mark10ab"]').focus();
    await opened.page.locator('[data-key="toggle"]').click();
    const found = await opened.page.evaluate(() => {
      const root = document.querySelector('alliance-panel')?.shadowRoot;
      return {
        harmed: window.harmed === true,
        strange: root?.querySelectorAll('img, script, a, iframe, style, [style*="url"], [onerror], [onload]')
          .length,
        text: root?.textContent ?? '',
      };
    });
    assert.equal(found.harmed, false);
    assert.equal(found.strange, 0);
    for (const text of dangerousTexts) assert.ok(found.text.includes(text), text.slice(0, 40));
  });

  test('drops what is no message, and says where it was wrong but not what it held', async () => {
    const opened = await shown();
    await opened.tellRaw({
      type: 'show',
      state: { ...session, marks: [{ ...session.marks[0], color: 'SECRET url(x)' }] },
    });
    await opened.tellRaw({ type: 'SECRET' });
    await opened.tellRaw('SECRET');
    const sent = await opened.sent();
    assert.equal(sent.length, 3);
    for (const message of sent) {
      assert.equal(message.type, 'failed');
      assert.ok(!JSON.stringify(message).includes('SECRET'), JSON.stringify(message));
    }
    assert.match(JSON.stringify(sent[0]), /state\.marks\.0\.color/);
    assert.equal(await opened.page.locator('.mark').count(), session.marks.length);
  });

  test('says what to press first where there is nothing to draw', async () => {
    const opened = await shown({}, empty);
    assert.deepEqual(await texts(opened, '.empty h2'), [empty.title]);
    assert.deepEqual(await texts(opened, 'kbd'), ['Ctrl+Alt+R', 'Ctrl+K', 'Ctrl+A']);
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Enter');
    assert.deepEqual(await opened.sent(), [{ type: 'act', action: 'openSample' }]);
  });

  test('moves nothing for readers who asked for less motion', async () => {
    const still = await shown({ reducedMotion: true });
    const duration = (): string => {
      const line = document.querySelector('alliance-panel')?.shadowRoot?.querySelector('.cursor');
      return line ? getComputedStyle(line).transitionDuration : '';
    };
    assert.equal(await still.page.evaluate(duration), '0s');
    await still.page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.notEqual(await still.page.evaluate(duration), '0s');
    await still.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    assert.equal(await still.page.evaluate(duration), '0s');
  });
});
