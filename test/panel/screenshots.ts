import { bench, type Look } from './harness';
import { type StateName, states } from './states';
import { folder, takeShots } from './takeShots';
import { themeNames } from './themes';

/** Pictures of the panel to look at: `.vscode-test/screenshots/panel-*.png`. Names given as arguments limit them. */
interface Shot extends Look {
  readonly name: string;
  readonly state: StateName;
  readonly table?: boolean;
  readonly click?: string;
  readonly hover?: string;
  /** Pressed where `hover` leads. */
  readonly press?: string;
}

const shots: Shot[] = [
  ...themeNames.flatMap((theme) => [
    { name: `300-${theme}`, state: 'session', theme, width: 300, height: 1240 } as const,
    { name: `900-${theme}`, state: 'session', theme, width: 900, height: 560 } as const,
  ]),
  { name: '240-dark', state: 'session', width: 240, height: 860 },
  { name: '1600-light', state: 'session', theme: 'light', width: 1600, height: 560 },
  { name: 'turns-light', state: 'byTurns', theme: 'light', width: 300, height: 760 },
  { name: 'others-light', state: 'others', theme: 'light', width: 300, height: 760 },
  { name: 'others-hc', state: 'others', theme: 'hc-dark', width: 300, height: 760 },
  { name: 'uncoded-dark', state: 'uncoded', width: 300, height: 600 },
  { name: 'rating-dark', state: 'rating', width: 300, height: 900 },
  { name: 'continued-dark', state: 'continued', width: 300, height: 1700 },
  { name: 'continued-1600-light', state: 'continued', theme: 'light', width: 1600, height: 700 },
  { name: 'empty-dark', state: 'empty', width: 300, height: 420 },
  { name: 'empty-light', state: 'empty', theme: 'light', width: 300, height: 420 },
  { name: 'crowded-dark', state: 'crowded', width: 300, height: 760 },
  { name: 'dangerous-light', state: 'dangerous', theme: 'light', width: 300, height: 900 },
  { name: 'table-dark', state: 'session', width: 300, height: 900, table: true },
  { name: 'table-900-light', state: 'session', theme: 'light', width: 1000, height: 900, table: true },
  { name: 'hover-dark', state: 'session', width: 300, height: 620, hover: '[data-key="mark:mark17ab"]' },
  {
    name: 'arc-light',
    state: 'session',
    theme: 'light',
    width: 300,
    height: 620,
    hover: '[data-key="arc:episode1"]',
  },
  {
    name: 'segment-hc',
    state: 'session',
    theme: 'hc-dark',
    width: 300,
    height: 620,
    hover: '[data-key="segment:3"]',
  },
  {
    name: 'part-dark',
    state: 'session',
    width: 300,
    height: 760,
    hover: '[data-key="mark:mark24ab"]',
    press: '+',
  },
  {
    name: 'ratings-light',
    state: 'session',
    theme: 'light',
    width: 300,
    height: 1560,
    click: '[data-key="ratings"]',
  },
  { name: 'forced', state: 'session', width: 300, height: 760, forcedColors: true },
  { name: 'zoomed-dark', state: 'session', width: 300, height: 1300, fontSize: 26 },
];

async function take(shot: Shot): Promise<void> {
  const panel = await (await bench()).panel({ scale: 2, ...shot });
  await panel.show(states[shot.state]);
  await panel.tell({ type: 'cursor', at: { turn: 86, x: shot.state === 'byTurns' ? 86 : 2120 } });
  if (shot.table) await panel.page.locator('[data-key="toggle"]').click();
  if (shot.click) await panel.page.locator(shot.click).click();
  if (shot.hover) await panel.page.locator(shot.hover).focus();
  if (shot.hover) await panel.page.keyboard.press('ArrowRight');
  if (shot.press) await panel.page.keyboard.press(shot.press);
  await panel.page.waitForTimeout(300);
  await panel.page.screenshot({ path: `${folder}/panel-${shot.name}.png` });
  if (panel.faults.length > 0) console.error(shot.name, panel.faults);
  await panel.close();
}

void takeShots(shots, take);
