import type { Page } from 'playwright-core';
import type { Turn } from '../../src/engine/transcript/types';
import { panelOf } from '../host/workbench/hands';
import { pick, random } from './data';
import { command, goTo, settleMilliseconds, timesIn } from './hands';
import { median, quantile, type Figure } from './ratio';
import type { Workbenches } from './workbenches';

const rounds = 4;
const keysInRound = 30;
const letters = 'etaoinshrdlu'.split('');

/** The panel wakes once, on a loaded machine. */
const patienceMilliseconds = 90_000;

/** The browser reports no key that was on screen in less than 16 ms. */
const quickByBrowser = 8;

interface Typed {
  readonly typical: number;
  readonly slow: number;
  /** The same as the browser tells them, in steps of 8 ms (Event Timing: from the event to the next frame on screen). */
  readonly typicalByBrowser: number;
  readonly slowByBrowser: number;
}

/** What a coder feels at a key: until the frame that shows the letter, in the whole VS Code. */
export async function typingFigures({ plain, coding, study }: Workbenches): Promise<Figure[]> {
  const next = random(5);
  const alone: Typed[] = [];
  const besidePanel: Typed[] = [];
  // The first round warms everything up, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const turn = pick(study.turns.slice(2_000, 8_000), next);
    const without = await typeBeside(plain.page, 'View: Show Explorer', turn, round);
    const once = await typeBeside(coding.page, 'View: Show Explorer', turn, round);
    const besideEmpty = await typeBeside(plain.page, 'Focus on Empty Page View', turn, round);
    const again = await typeBeside(coding.page, 'Alliance: Show Trajectory', turn, round);
    console.error(`typing: ${round} of ${rounds}`);
    if (round === 0) continue;
    alone.push(relative(once, without));
    besidePanel.push(relative(again, besideEmpty));
  }
  return [
    ...figuresOf('a letter typed', 'the same without the extension', alone),
    ...figuresOf('… Trajectory view open', 'the same beside an empty page', besidePanel),
  ];
}

function relative(typed: Typed, without: Typed): Typed {
  return {
    typical: typed.typical / without.typical,
    slow: typed.slow / without.slow,
    typicalByBrowser: typed.typicalByBrowser / without.typicalByBrowser,
    slowByBrowser: typed.slowByBrowser / without.slowByBrowser,
  };
}

function figuresOf(what: string, against: string, found: readonly Typed[]): Figure[] {
  return [
    { what: `${what}, median`, against, ratios: found.map(({ typical }) => typical) },
    { what: `${what}, 95th of 100`, against, ratios: found.map(({ slow }) => slow) },
    {
      what: `${what}, median by the browser`,
      against,
      ratios: found.map(({ typicalByBrowser }) => typicalByBrowser),
    },
    {
      what: `${what}, 95th of 100 by the browser`,
      against,
      ratios: found.map(({ slowByBrowser }) => slowByBrowser),
    },
  ];
}

/** With one of the side bar's views open. A page in it makes VS Code compose its whole window in another way, whatever is on the page. */
async function typeBeside(page: Page, view: string, turn: Turn, round: number): Promise<Typed> {
  await command(page, view);
  const isPage = !view.includes('Explorer');
  if (isPage)
    await panelOf(page).locator('svg').first().waitFor({ state: 'attached', timeout: patienceMilliseconds });
  return typeInto(page, turn, round);
}

/** Types into a turn as a person does: letters and blanks at uneven distances, with pauses in which the deferred work falls. */
async function typeInto(page: Page, turn: Turn, round: number): Promise<Typed> {
  await goTo(page, turn);
  // Where a pointer rests on the text, VS Code looks at every frame what lies below it.
  await page.mouse.move(0, 0);
  await page.evaluate("allianceBench.watch('text')");
  const next = random(100 + round);
  for (let key = 0; key < keysInRound; key++) {
    await page.keyboard.press(next() < 0.17 ? 'Space' : pick(letters, next));
    await page.waitForTimeout(next() < 0.1 ? 700 : 60 + 240 * next());
  }
  await page.waitForTimeout(settleMilliseconds);
  const times = await timesIn(page, 'times');
  if (times.length < keysInRound * 0.95)
    throw new Error(`Only ${times.length} of ${keysInRound} keys were seen on screen.`);
  const reported = await timesIn(page, 'byBrowser');
  const quick = Math.max(0, keysInRound - reported.length);
  const byBrowser = [...reported, ...Array.from({ length: quick }, () => quickByBrowser)];
  return {
    typical: median(times),
    slow: quantile(times, 0.95),
    typicalByBrowser: median(byBrowser),
    slowByBrowser: quantile(byBrowser, 0.95),
  };
}
