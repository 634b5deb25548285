import type { Page } from 'playwright-core';
import type { Turn } from '../../src/engine/transcript/types';
import { panelOf } from '../host/workbench/hands';
import { pick, random } from './data';
import { command, goTo, settleMilliseconds, timesIn } from './hands';
import { median, quantile, type Figure } from './ratio';
import type { Workbench } from '../run/workbench.mjs';
import type { Workbenches } from './workbenches';

const rounds = 8;
const keysInRound = 30;
const letters = 'etaoinshrdlu'.split('');

/** The panel wakes once, on a loaded machine. */
const patienceMilliseconds = 90_000;

/** The browser reports no key that was on screen in less than 16 ms. */
const quickByBrowser = 8;

/** One key: milliseconds until its frame by the page's own clock, and as the browser tells them. */
interface Key {
  readonly milliseconds: number;
  readonly byBrowser: number;
}

interface Typed {
  readonly typical: number;
  readonly slow: number;
  /** The same as the browser tells them, in steps of 8 ms (Event Timing: from the event to the next frame on screen). */
  readonly typicalByBrowser: number;
  readonly slowByBrowser: number;
}

/**
 * What a coder feels at a key: until the frame that shows the letter, in the whole VS Code. Beside it, what of that is VS Code's
 * own for a text with drawn passages, and how far two measurements of the same differ. The order is drawn by lot in each round:
 * whoever comes first pays for what the one before left to be done.
 */
export async function typingFigures({ plain, coding, openDrawing, study }: Workbenches): Promise<Figure[]> {
  const drawing = await openDrawing();
  const next = random(5);
  const found: Record<keyof typeof comparisons, Typed[]> = {
    alone: [],
    floor: [],
    drawn: [],
    again: [],
    besidePanel: [],
  };
  const explorer = 'View: Show Explorer';
  const ways: readonly Way[] = [
    ['without', plain, explorer],
    ['again', plain, explorer],
    ['coded', coding, explorer],
    ['drawn', drawing, explorer],
    ['besideEmpty', plain, 'Focus on Empty Page View'],
    ['besidePanel', coding, 'Alliance: Show Trajectory'],
  ];
  // The first round warms everything up, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const turn = pick(study.turns.slice(2_000, 8_000), next);
    const typed = new Map<WayName, readonly Key[]>();
    for (const [name, { page }, view] of shuffled(ways, next))
      typed.set(name, await typeBeside(page, view, turn, round));
    console.error(`typing: ${round} of ${rounds}`);
    if (round === 0) continue;
    const of = (...names: readonly WayName[]): Typed =>
      figuresOfKeys(names.flatMap((name) => typed.get(name) ?? []));
    found.alone.push(relative(of('coded'), of('without', 'again')));
    found.floor.push(relative(of('drawn'), of('without', 'again')));
    found.drawn.push(relative(of('coded'), of('drawn')));
    found.again.push(relative(of('again'), of('without')));
    found.besidePanel.push(relative(of('besidePanel'), of('besideEmpty')));
  }
  return [
    ...figuresOf(...comparisons.alone, found.alone),
    ...figuresOf(...comparisons.floor, found.floor),
    ...figuresOf(...comparisons.drawn, found.drawn),
    ...figuresOf(...comparisons.again, found.again),
    ...figuresOf(...comparisons.besidePanel, found.besidePanel),
  ];
}

type WayName = 'without' | 'again' | 'coded' | 'drawn' | 'besideEmpty' | 'besidePanel';

/** Where is typed, and with which view beside it. */
type Way = readonly [WayName, Workbench, string];

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const drawn = items.map((item) => ({ item, lot: next() }));
  return drawn.toSorted((a, b) => a.lot - b.lot).map(({ item }) => item);
}

const comparisons = {
  alone: ['a letter typed', 'the same without the extension'],
  floor: ['an extension that draws the same passages once, and does nothing else', 'no extension'],
  drawn: ['a letter typed', 'an extension that draws the same passages once, and does nothing else'],
  again: ['a letter typed without the extension', 'the same, a second time'],
  besidePanel: ['a letter typed, Trajectory view open', 'without the extension, beside an empty page'],
} as const;

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
async function typeBeside(page: Page, view: string, turn: Turn, round: number): Promise<readonly Key[]> {
  await command(page, view);
  const isPage = !view.includes('Explorer');
  if (isPage)
    await panelOf(page).locator('svg').first().waitFor({ state: 'attached', timeout: patienceMilliseconds });
  return typeInto(page, turn, round);
}

/** Types into a turn as a person does: letters and blanks at uneven distances, with pauses in which the deferred work falls. */
async function typeInto(page: Page, turn: Turn, round: number): Promise<readonly Key[]> {
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
  // No key is told of twice, and which one the browser left out does not matter to a median.
  const reported = await timesIn(page, 'byBrowser');
  return times.map((milliseconds, index) => ({ milliseconds, byBrowser: reported[index] ?? quickByBrowser }));
}

function figuresOfKeys(keys: readonly Key[]): Typed {
  const times = keys.map(({ milliseconds }) => milliseconds);
  const byBrowser = keys.map((key) => key.byBrowser);
  return {
    typical: median(times),
    slow: quantile(times, 0.95),
    typicalByBrowser: median(byBrowser),
    slowByBrowser: quantile(byBrowser, 0.95),
  };
}
