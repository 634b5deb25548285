import assert from 'node:assert/strict';
import { findings } from './findings';
import type { OpenPanel } from './harness';
import { openings } from './openings';
import { stateNames, states } from './states';
import { session } from './session';
import { themeNames } from './themes';

/** Contrast of what is drawn against what it is drawn on, the panel's background under a stage band, by WCAG's formula. */
function contrasts(): { what: string; ratio: number }[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) return [];
  const luminance = (...layers: string[]): number => {
    for (const layer of layers) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const back = getComputedStyle(document.documentElement).getPropertyValue('--vscode-sideBar-background');
  const root = document.querySelector('alliance-panel')?.shadowRoot;
  const stage = root?.querySelector('rect.stage');
  const band = stage ? getComputedStyle(stage).fill : back;
  const behind = luminance(back, band);
  const ratio = (color: string): number => {
    const own = luminance(back, band, color);
    return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
  };
  const all = (selector: string): Element[] => [...(root?.querySelectorAll(selector) ?? [])];
  return [
    ...all('.mark.certain').map((one) => ({
      what: 'mark',
      ratio: ratio(getComputedStyle(one).fill),
    })),
    ...all('.mark.unconfirmed').map((one) => ({
      what: 'hollow mark',
      ratio: ratio(getComputedStyle(one).stroke),
    })),
    ...all('.arc .stroke').map((one) => ({ what: 'arc', ratio: ratio(getComputedStyle(one).stroke) })),
    ...all('.curve .edge').map((one) => ({ what: 'curve', ratio: ratio(getComputedStyle(one).stroke) })),
    ...all('.cell .support, .cell .strain').map((one) => ({
      what: 'cell',
      ratio: ratio(getComputedStyle(one).fill),
    })),
    ...all('.cursor line').map((one) => ({ what: 'cursor', ratio: ratio(getComputedStyle(one).stroke) })),
    ...all('.drawing text').map((one) => ({
      what: 'text',
      ratio: ratio(getComputedStyle(one).fill),
    })),
  ];
}

suite('panel for everyone', function () {
  this.timeout(60_000);

  const panels = openings();

  async function turn(panel: OpenPanel): Promise<void> {
    await panel.page.locator('[data-key="toggle"]').click();
  }

  for (const theme of themeNames) {
    test(`axe finds nothing in any state, nor in its tables: ${theme}`, async () => {
      const panel = await panels.shown({ theme });
      for (const state of stateNames) {
        await panel.show(states[state]);
        assert.deepEqual(await findings(panel.page), [], state);
      }
      await panel.show(states.session);
      await turn(panel);
      for (const width of [300, 900]) {
        await panel.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await findings(panel.page), [], `tables at ${width}`);
      }
    });

    test(`signs and letters stand out from the background: ${theme}`, async () => {
      const panel = await panels.shown({ theme });
      const measured = await panel.page.evaluate(contrasts);
      assert.ok(measured.length > session.marks.length);
      for (const { what, ratio } of measured) {
        assert.ok(ratio >= (what === 'text' ? 4.5 : 3), `${what}: ${ratio.toFixed(2)}`);
      }
    });
  }

  test('never scrolls sideways, from 150 to 1600 pixels, at any size of type', async () => {
    for (const fontSize of [13, 26]) {
      const panel = await panels.shown({ fontSize });
      const check = async (what: string): Promise<void> => {
        const over = await panel.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, `${what}, type ${fontSize}`);
      };
      const widths = fontSize === 13 ? [150, 240, 300, 900, 1600] : [300, 600];
      for (const state of stateNames) {
        await panel.show(states[state]);
        for (const width of state === 'crowded' ? [300] : widths) {
          await panel.page.setViewportSize({ width, height: 900 });
          await check(`${state} at ${width}`);
          if (states[state].kind === 'empty') continue;
          await turn(panel);
          await check(`tables of ${state} at ${width}`);
          await turn(panel);
        }
      }
    }
  });

  test('draws at the width it has, also when that changes', async () => {
    const panel = await panels.shown({ width: 300 });
    const ground = async (): Promise<number> =>
      (await panel.page.locator('.ground').first().boundingBox())?.width ?? 0;
    const narrow = await ground();
    await panel.page.setViewportSize({ width: 520, height: 900 });
    await panel.page.waitForTimeout(100);
    assert.ok(Math.abs((await ground()) - narrow - 220) < 1);
  });

  test('sets its parts side by side where there is room', async () => {
    const panel = await panels.shown();
    for (const [width, columns] of [
      [300, 1],
      [900, 2],
      [1600, 3],
    ] as const) {
      await panel.page.setViewportSize({ width, height: 900 });
      const lefts = await panel.page
        .locator('.sentences, .trajectory, .figures, .episodes')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
      assert.equal(new Set(lefts).size, columns, String(width));
    }
  });

  test('keeps marks at one place apart, so that each can be seen and hit', async () => {
    const panel = await panels.shown({ width: 300 });
    const places = await panel.page.locator('.lane').evaluateAll((lanes) =>
      lanes.map((lane) =>
        [...lane.querySelectorAll('.mark')].map((mark) => {
          const box = mark.getBoundingClientRect();
          return box.left + box.width / 2;
        }),
      ),
    );
    for (const lane of places) {
      for (const [index, place] of lane.entries()) {
        const next = lane[index + 1];
        assert.ok(next === undefined || next - place > 3, `${place} and ${next}`);
      }
    }
  });

  test('stays legible where the system forces its colours', async () => {
    const panel = await panels.shown({ forcedColors: true });
    const fills = await panel.page
      .locator('.mark.certain')
      .evaluateAll((all) => new Set(all.map((one) => getComputedStyle(one).fill)).size);
    assert.equal(fills, 1);
    assert.deepEqual(await findings(panel.page), []);
  });
});
