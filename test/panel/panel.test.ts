import assert from 'node:assert/strict';
import { openings, texts } from './openings';
import { session } from './session';
import { dangerous, dangerousTexts, empty } from './states';

suite('panel: what it shows', function () {
  this.timeout(30_000);
  const panels = openings();

  test('says that it is ready, once, and shows nothing before it is told', async () => {
    const opened = await panels.open();
    assert.deepEqual(await opened.sent(), [{ type: 'ready' }]);
    assert.equal(await opened.page.locator('main').count(), 0);
  });

  test('shows chips, sentences, figures and episodes in words', async () => {
    const opened = await panels.shown();
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
    const rows = await texts(opened, '[data-key^="episode:"]');
    assert.equal(rows.length, session.episodes.length);
    for (const [index, episode] of session.episodes.entries()) {
      for (const part of [episode.quote, episode.turns, episode.stateLabel, episode.detail]) {
        assert.ok(rows[index]?.includes(part), part);
      }
    }
  });

  test('draws one mark per annotation, hollow where unconfirmed, and one arc per episode', async () => {
    const opened = await panels.shown();
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
    const opened = await panels.shown();
    const dashes = await opened.page
      .locator('.arc .stroke')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).strokeDasharray));
    assert.equal(new Set(dashes).size, 3);
    const ends = await opened.page
      .locator('.arc .state')
      .evaluateAll((all) => all.map((one) => one.children[1]?.tagName));
    assert.deepEqual(ends, ['circle', 'path', undefined]);
  });

  test('follows the cursor with a line, without drawing the picture anew', async () => {
    const opened = await panels.shown();
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
    assert.equal(await line.locator('text').textContent(), '', 'a stage’s name stands there');
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

  test('draws once for many messages of one frame', async () => {
    const opened = await panels.shown();
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
    const opened = await panels.shown();
    const live = opened.page.locator('[role="status"]');
    await opened.tell({ type: 'cursor', at: { turn: 4, x: 60 } });
    await opened.show({ ...session, sentences: [[{ text: 'Four ruptures.', strong: true }]] });
    assert.notEqual(await live.textContent(), 'Four ruptures.');
    await opened.page.waitForTimeout(1200);
    assert.equal(await live.textContent(), 'Four ruptures.');
  });

  test('leaves hostile text as text, and breaks what is endless', async () => {
    const opened = await panels.shown({}, dangerous);
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
    const opened = await panels.shown();
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
    const opened = await panels.shown({}, empty);
    assert.deepEqual(await texts(opened, '.empty h2'), [empty.title]);
    assert.deepEqual(await texts(opened, 'kbd'), ['Ctrl+Alt+R', 'Ctrl+K', 'Ctrl+A']);
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Enter');
    assert.deepEqual(await opened.sent(), [{ type: 'act', action: 'getStarted' }]);
  });

  test('moves nothing for readers who asked for less motion', async () => {
    const still = await panels.shown({ reducedMotion: true });
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
