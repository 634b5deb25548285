import type { Page } from 'playwright-core';
import type { Turn } from '../../src/engine/transcript/types';
import { clock, random } from './data';
import { goTo, settleMilliseconds, timesIn } from './hands';
import type { Figure } from './ratio';
import type { Workbenches } from './workbenches';

const acts = 10;

/** The first act wakes what was asleep. */
const patienceMilliseconds = 30_000;

/** A tag, and a command that only marks a line, in turns, each on a turn that nobody coded. */
export async function taggingFigures({ coding: { page }, study }: Workbenches): Promise<Figure[]> {
  const { size, free } = study;
  const next = random(6);
  // No turn twice: a turn that has the code already shows nothing new.
  const turns = free
    .map((turn) => ({ turn, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ turn }) => turn)
    .values();
  const ratios: number[] = [];
  for (let act = -2; act < acts; act++) {
    const empty = await chord(page, turns.next().value, 'e');
    const tag = await chord(page, turns.next().value, 'b');
    if (act >= 0) ratios.push(tag / empty);
  }
  console.error(`tagging among ${size.turns} turns: done`);
  return [
    {
      what: `a turn tagged among ${size.turns.toLocaleString('en')}, key to stripe on screen`,
      against: 'a command that only marks the line',
      ratios,
    },
  ];
}

async function chord(page: Page, turn: Turn | undefined, key: string): Promise<number> {
  if (!turn) throw new Error('There are too few turns to tag.');
  await goTo(page, turn);
  await page.evaluate(`allianceBench.watch(${JSON.stringify(clock(turn.time ?? 0))})`);
  await page.keyboard.press('Alt+a');
  await page.keyboard.press(key);
  const deadline = Date.now() + patienceMilliseconds;
  let time: number | undefined;
  while (time === undefined) {
    if (Date.now() > deadline) throw new Error(`The key ${key} showed nothing on turn ${turn.number}.`);
    await page.waitForTimeout(settleMilliseconds);
    [time] = await timesIn(page, 'times');
  }
  return time;
}
