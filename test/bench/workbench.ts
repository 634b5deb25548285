import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Annotation } from '../../src/engine/annotations/types';
import { render } from '../../src/engine/annotations/render';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';
import { chooseCoder, panelOf } from '../host/workbench/hands';
import { openWorkbench, type Workbench } from '../run/workbench.mjs';
import { clock, codingOf, pick, random, transcriptOf } from './data';
import { median, quantile, type Figure } from './ratio';

/** What a coder feels: from a key to the frame that shows it, in the whole VS Code, with the extension and without. */

const rounds = 4;
const keysInRound = 30;
const letters = 'etaoinshrdlu'.split('');
const acts = 10;

/** Longer than everything that waits for a pause in the typing. */
const settleMilliseconds = 1_000;

/** The first act wakes what was asleep. */
const patienceMilliseconds = 30_000;

interface Size {
  readonly turns: number;
  readonly annotations: number;
}

/** A long session, and one far beyond any. */
const long: Size = { turns: 1_500, annotations: 500 };
const huge: Size = { turns: 10_000, annotations: 5_000 };

export async function workbenchFigures(): Promise<Figure[]> {
  const small = await inWorkbenches(long, async ({ coding, study }) => [await tagging(coding, study)]);
  const large = await inWorkbenches(huge, async ({ plain, coding, study }) => [
    await tagging(coding, study),
    ...(await typing(plain, coding, study.turns)),
  ]);
  return [...small, ...large];
}

interface Workbenches {
  readonly plain: Page;
  readonly coding: Page;
  readonly study: Study;
}

/** The same study in two VS Codes: without the extension, and with it. */
async function inWorkbenches(
  size: Size,
  measure: (workbenches: Workbenches) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-bench-'));
  const study = writeStudy(folder, size);
  const opened: Workbench[] = [];
  try {
    const plain = await open(folder, false);
    opened.push(plain);
    const coding = await open(folder, true);
    opened.push(coding);
    await chooseCoder(coding.page, 'alice');
    await coding.page.locator('.view-line span[class*="ced-"]').first().waitFor({ state: 'attached' });
    return await measure({ plain: plain.page, coding: coding.page, study });
  } finally {
    for (const workbench of opened) await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Study {
  readonly size: Size;
  readonly turns: readonly Turn[];
  /** Turns that nobody coded. */
  readonly free: readonly Turn[];
}

function writeStudy(folder: string, size: Size): Study {
  const text = transcriptOf(size.turns);
  const coding = codingOf(text, size.annotations);
  writeFileSync(join(folder, 'session.transcript'), text);
  writeFileSync(join(folder, 'session.alice.alliance.yaml'), render(coding));
  writeFileSync(
    join(folder, 'alliance.study.yaml'),
    'alliance_study: 1\ntitle: Bench\ncoders: { alice: { role: coder } }\n',
  );
  const { turns } = parseTranscript(text);
  const coded = new Set(coding.annotations.map(({ at }: Annotation) => at?.turn));
  return { size, turns, free: turns.filter(({ number }) => !coded.has(number)) };
}

/** VS Code on the study; without the extension under the same editor settings that the extension gives its language. */
async function open(folder: string, withExtension: boolean): Promise<Workbench> {
  const workbench = await openWorkbench({
    folder,
    openFile: 'session.transcript',
    settings: settingsOfLanguage(),
    prepare: ({ extension }) => {
      addEmptyCommand(join(dirname(extension), 'empty-command'));
      if (!withExtension) rmSync(extension, { recursive: true });
    },
  });
  await workbench.page.evaluate(readFileSync('test/bench/in-page.js', 'utf8'));
  return workbench;
}

function addEmptyCommand(folder: string): void {
  const from = 'test/bench/empty-command';
  mkdirSync(folder);
  cpSync(join(from, 'package.json'), join(folder, 'package.json'));
  const { code } = transformSync(readFileSync(join(from, 'extension.ts')), { loader: 'ts', format: 'cjs' });
  writeFileSync(join(folder, 'extension.js'), code);
}

function settingsOfLanguage(): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  return isManifest(manifest) ? manifest.contributes.configurationDefaults['[session-transcript]'] : {};
}

interface Manifest {
  readonly contributes: {
    readonly configurationDefaults: { readonly '[session-transcript]': Record<string, unknown> };
  };
}

/** Our own `package.json`, whose form the compiler cannot know. */
function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'contributes' in value;
}

// Typing

interface Typed {
  readonly typical: number;
  readonly slow: number;
  readonly byBrowser: number;
}

async function typing(plain: Page, coding: Page, turns: readonly Turn[]): Promise<Figure[]> {
  const next = random(5);
  const alone: Typed[] = [];
  const besidePanel: Typed[] = [];
  // The first round warms everything up, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const turn = pick(turns.slice(2_000, 8_000), next);
    const without = await typeInto(plain, turn, round);
    await command(coding, 'View: Show Explorer');
    const once = await typeInto(coding, turn, round);
    await command(coding, 'Alliance: Show Trajectory');
    await panelOf(coding).locator('svg').first().waitFor();
    const again = await typeInto(coding, turn, round);
    console.error(`typing: ${round} of ${rounds}`);
    if (round === 0) continue;
    alone.push(relative(once, without));
    besidePanel.push(relative(again, without));
  }
  return [...figuresOf('a letter typed', alone), ...figuresOf('… Trajectory view open', besidePanel)];
}

function relative(typed: Typed, without: Typed): Typed {
  return {
    typical: typed.typical / without.typical,
    slow: typed.slow / without.slow,
    byBrowser: typed.byBrowser / without.byBrowser,
  };
}

function figuresOf(what: string, found: readonly Typed[]): Figure[] {
  const against = 'the same without the extension';
  return [
    { what: `${what}, median`, against, ratios: found.map(({ typical }) => typical) },
    { what: `${what}, 95th of 100`, against, ratios: found.map(({ slow }) => slow) },
    { what: `${what}, median by the browser`, against, ratios: found.map(({ byBrowser }) => byBrowser) },
  ];
}

/** Types into a turn as a person does: letters and blanks at uneven distances, with pauses in which the deferred work falls. */
async function typeInto(page: Page, turn: Turn, round: number): Promise<Typed> {
  await goTo(page, turn);
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
  return {
    typical: median(times),
    slow: quantile(times, 0.95),
    byBrowser: median(await timesIn(page, 'byBrowser')),
  };
}

// Tagging

/** A tag, and a command that only marks a line, in turns, each on a turn that nobody coded. */
async function tagging(page: Page, { size, free }: Study): Promise<Figure> {
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
  return {
    what: `a turn tagged among ${size.turns.toLocaleString('en')}, key to stripe on screen`,
    against: 'a command that only marks the line',
    ratios,
  };
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

// Hands

/** Puts the cursor into the middle of a turn, by line and column, and waits until nothing moves any more. */
async function goTo(page: Page, { line, text }: Turn): Promise<void> {
  await ask(page, 'Control+g', `:${line + 1}:${16 + (text.length >> 1)}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.waitForTimeout(settleMilliseconds);
}

/**
 * Opens one of VS Code's boxes and fills it. A key pressed before the box has the focus would go into the text, and an editor that
 * takes the focus back closes the box: then it is opened again.
 */
async function ask(page: Page, key: string, words: string): Promise<void> {
  const box = page.locator('.quick-input-widget input').first();
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press('Control+1');
    await page.waitForTimeout(200);
    await page.keyboard.press(key);
    try {
      await box.fill(words, { timeout: 3_000 });
      return;
    } catch {
      await page.keyboard.press('Escape');
    }
  }
  throw new Error(`The box for ${key} did not stay open.`);
}

/** From the palette, wherever the text is scrolled to. */
async function command(page: Page, title: string): Promise<void> {
  await ask(page, 'F1', `>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
}

async function timesIn(page: Page, list: 'times' | 'byBrowser'): Promise<number[]> {
  const times: unknown = await page.evaluate(`allianceBench.${list}`);
  return Array.isArray(times) ? times.map(Number) : [];
}
