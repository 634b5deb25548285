import assert from 'node:assert/strict';
import type { PictureFormat, SessionState } from '../../src/panel/messages';
import { caseNamed, pages } from './caseStates';
import type { OpenPanel } from './harness';
import { openings } from './openings';
import { session } from './session';
import { dangerous, empty } from './states';

suite('panel: the picture as a file', function () {
  this.timeout(30_000);
  const panels = openings();

  async function take(opened: OpenPanel, format: PictureFormat): Promise<string> {
    await opened.tell({ type: 'take', format, request: 7 });
    await opened.page.waitForFunction(() =>
      window.sent.some((each) => JSON.stringify(each).startsWith('{"type":"picture"')),
    );
    const answer = (await opened.sent()).find((each) => each.type === 'picture');
    assert.equal(answer?.request, 7);
    return answer?.data ?? '';
  }

  function wellFormed(opened: OpenPanel, text: string): Promise<boolean> {
    return opened.page.evaluate(
      (svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null,
      text,
    );
  }

  const words = (state: SessionState): string[] => state.marks.flatMap(({ quote, note }) => [quote, note]);

  test('an SVG is the same in every theme: literal colours on white, no style, no word of the session', async () => {
    const taken: string[] = [];
    for (const look of [{ theme: 'dark' }, { theme: 'hc-light' }, { forcedColors: true }] as const) {
      const opened = await panels.shown(look);
      taken.push(await take(opened, 'svg'));
      assert.ok(await wellFormed(opened, taken[0] ?? ''));
    }
    const [svg = ''] = taken;
    assert.equal(new Set(taken).size, 1);
    assert.match(svg, /<rect x="-16" y="-16" width="752" height="\d+" fill="#ffffff"/);
    assert.doesNotMatch(svg, /var\(|color-mix|oklab|class=|style=|aria-|data-|tabindex|<!--/);
    for (const part of words(session)) assert.ok(part === '' || !svg.includes(part), part);
    for (const { label } of session.families) assert.ok(svg.includes(label), label);
    for (const part of ['C017', 'alice · coding 86 %', session.curves.note, 'minutes', 'up to 0.70 per turn'])
      assert.ok(svg.includes(part), part);
    assert.ok(!svg.includes('2 unconfirmed'));
  });

  test('a PNG is drawn from it, 300 dots to the inch, on white', async () => {
    const opened = await panels.shown();
    const png = Buffer.from(await take(opened, 'png'), 'base64');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.equal(png.readUInt32BE(16), 2350);
    const corner = await opened.page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas?.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), 0, 0);
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])];
    }, png.toString('base64'));
    assert.deepEqual(corner, [255, 255, 255, 255]);
  });

  test('hostile names stay text in it', async () => {
    const opened = await panels.shown({}, dangerous);
    const svg = await take(opened, 'svg');
    assert.ok(await wellFormed(opened, svg));
    assert.doesNotMatch(svg, /<(?:script|img)/);
    const acting = await opened.page.evaluate(
      (text) =>
        [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('*')].flatMap((one) =>
          one.getAttributeNames().filter((name) => name.startsWith('on')),
        ).length,
      svg,
    );
    assert.equal(acting, 0);
  });

  test('shows the stretch that is shown, and says so', async () => {
    const opened = await panels.shown();
    await opened.page.locator('[data-key="segment:4"]').focus();
    await opened.page.keyboard.press('Shift+ArrowRight');
    await opened.page.keyboard.press('Enter');
    assert.match(await take(opened, 'svg'), /15:00–25:00 of 50:00/);
  });

  test('of the page of a case it is the course with the heat map below, on the axis shown, and the methods with their parameters', async () => {
    const opened = await panels.open({ theme: 'hc-dark' });
    const state = await caseNamed('case');
    await opened.tell({ type: 'show', state, pages });
    const svg = await take(opened, 'svg');
    assert.ok(await wellFormed(opened, svg));
    assert.doesNotMatch(svg, /var\(|color-mix|oklab|class=|style=|aria-|data-|tabindex|role=|<!--/);
    for (const { label, detail } of state.strips)
      assert.ok(svg.includes(label) && svg.includes(detail), label);
    assert.equal(svg.match(/<svg/g)?.length, 7 + state.strips.length, 'page, 2 parts, 2 stages, names');
    const found = state.detectors.filter(({ says }) => says.some(({ unsaid }) => !unsaid));
    assert.ok(found.length > 0);
    for (const { name } of found) assert.ok(svg.includes(`${name}. `), name);
    assert.ok(svg.includes('C1 · 4 sessions · Alice M.'));
    await opened.page.locator('[data-key="axis:day"]').click();
    await opened.forgetSent();
    assert.match(await take(opened, 'svg'), /days since the first/);
    await opened.forgetSent();
    const png = Buffer.from(await take(opened, 'png'), 'base64');
    assert.equal(png.readUInt32BE(16), 2350);
  });

  test('where there is no picture the answer is empty', async () => {
    const opened = await panels.shown({}, empty);
    assert.equal(await take(opened, 'svg'), '');
  });

  test('leaves nothing behind in the page', async () => {
    const opened = await panels.shown();
    await take(opened, 'svg');
    assert.deepEqual(
      await opened.page.evaluate(() => [...document.body.children].map((one) => one.tagName)),
      ['SCRIPT', 'SCRIPT', 'ALLIANCE-PANEL'],
    );
  });
});
