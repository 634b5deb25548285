import assert from 'node:assert/strict';
import type { OpenPanel } from './harness';
import { openings } from './openings';
import {
  differences,
  putBeside,
  shots,
  showShot,
  storedPicture,
  storePictures,
  takePicture,
  type Picture,
  type Shot,
} from './pictures';

/** `npm run pictures` takes the stored ones anew instead of comparing. */
const renews = process.env['PICTURES'] === 'renew';

suite('panel: pictures', function () {
  this.timeout(60_000);
  const panels = openings();
  const taken = new Map<Shot, Picture>();

  async function shown(shot: Shot): Promise<OpenPanel> {
    const panel = await panels.open(shot);
    await showShot(panel, shot);
    return panel;
  }

  for (const shot of shots) {
    test(`it looks as it did: ${shot.name}`, async () => {
      const panel = await shown(shot);
      const now = await takePicture(panel);
      taken.set(shot, now);
      if (renews) return;
      const differ = await differences(panel.page, storedPicture(shot), now);
      putBeside(shot, now, differ.length > 0);
      assert.deepEqual(differ, [], `see test/panel/pictures/${shot.name}.now.png, and \`npm run pictures\``);
    });
  }

  suiteTeardown(() => {
    if (renews) storePictures(taken);
  });
});

suite('panel: what a picture tells', function () {
  this.timeout(60_000);
  const panels = openings();

  const shotOf = (name: string): Shot => shots.find((shot) => shot.name === name) ?? assert.fail(name);

  /** What is told when the page was changed after its first picture. */
  async function told(
    name: string,
    change: (panel: OpenPanel) => Promise<unknown>,
    theme?: Shot['theme'],
  ): Promise<string> {
    const shot = shotOf(name);
    const panel = await panels.open(shot);
    await showShot(panel, shot);
    const before = await takePicture(panel);
    const other = theme ? await panels.open({ ...shot, theme }) : panel;
    if (theme) await showShot(other, shot);
    await change(other);
    await other.page.waitForTimeout(100);
    return (await differences(panel.page, before, await takePicture(other))).join('; ');
  }

  const type =
    (family: string) =>
    (panel: OpenPanel): Promise<unknown> =>
      panel.page.evaluate(
        (name) => document.documentElement.style.setProperty('--vscode-font-family', name),
        family,
      );
  const hide =
    (selector: string) =>
    (panel: OpenPanel): Promise<unknown> =>
      panel.page
        .locator(selector)
        .first()
        .evaluate((one) => one.setAttribute('display', 'none'));

  for (const name of ['session-300-hc-dark', 'case-300-light', 'case-900-dark']) {
    test(`other type is no difference: ${name}`, async () => {
      for (const family of ['sans-serif', 'serif', 'monospace', 'Arial', 'Georgia']) {
        assert.equal(await told(name, type(family)), '', family);
      }
    });
  }

  test('a band, an arc, a curve, a strip or a bar that is missing is a difference', async () => {
    const [session, ofCase] = ['session-300-light', 'case-900-hc-dark'];
    for (const selector of ['.lane', '.arc', '.curve']) {
      assert.match(await told(session, hide(selector)), /^drawing 1 differs/, selector);
    }
    for (const selector of ['.series', '.bar']) {
      assert.match(await told(ofCase, hide(selector)), /^drawing 1 differs/, selector);
    }
  });

  test('a part that is missing is a difference', async () => {
    const remove = (panel: OpenPanel): Promise<void> =>
      panel.page.locator('.movers').evaluate((one) => one.remove());
    assert.match(await told('session-300-dark', remove), /its parts were: .*\.movers.*; and are: /);
  });

  test('another theme is a difference', async () => {
    const same = (): Promise<void> => Promise.resolve();
    assert.match(await told('session-300-dark', same, 'hc-dark'), /the ground has another colour/);
    assert.match(await told('case-300-light', same, 'hc-light'), /the ground has another colour/);
    assert.match(await told('case-300-light', same, 'dark'), /drawing 1 differs/);
  });
});
