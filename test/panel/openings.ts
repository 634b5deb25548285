import assert from 'node:assert/strict';
import type { FromPanel, PanelState } from '../../src/panel/messages';
import { bench, closeBench, type Look, type OpenPanel } from './harness';
import { session } from './session';

/** The one browser of the run is closed when the last suite has ended. */
suiteTeardown(closeBench);

export interface Openings {
  open(look?: Look): Promise<OpenPanel>;
  /** Opened, told to show a state, and what it sent until then forgotten. */
  shown(look?: Look, state?: PanelState): Promise<OpenPanel>;
}

const ownFiles = ['/', '/host.js', '/panel.js'];

/**
 * For the suite it is called in: a way to open panels, each closed and judged after its test. No fault, no violation of
 * the page's policy, nothing fetched but its own files, every message lawful.
 */
export function openings(): Openings {
  let used: OpenPanel[] = [];

  teardown(async () => {
    const panels = used;
    used = [];
    for (const panel of panels) {
      await panel.checkSent();
      await panel.close();
      assert.deepEqual(panel.faults, []);
      const paths = panel.requests
        .filter((url) => !url.startsWith('blob:'))
        .map((url) => new URL(url).pathname);
      assert.deepEqual(new Set(paths), new Set(ownFiles));
    }
  });

  const open = async (look: Look = {}): Promise<OpenPanel> => {
    const panel = await (await bench()).panel(look);
    used.push(panel);
    return panel;
  };
  const shown = async (look: Look = {}, state: PanelState = session): Promise<OpenPanel> => {
    const panel = await open(look);
    await panel.show(state);
    await panel.forgetSent();
    return panel;
  };
  return { open, shown };
}

/** The texts of all that a selector finds, blanks made one. */
export async function texts(panel: OpenPanel, selector: string): Promise<string[]> {
  const all = await panel.page.locator(selector).allTextContents();
  return all.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

export async function lastSent(panel: OpenPanel): Promise<FromPanel | undefined> {
  return (await panel.sent()).at(-1);
}
