import { manyCases, someCases, tableNotices } from '../figures/caseTables';
import { bench, type Look } from './harness';
import { folder, takeShots } from './takeShots';
import { themeNames } from './themes';

/** Pictures of the table of cases to look at: `.vscode-test/screenshots/cases-*.png`. Names given as arguments limit them. */
interface Shot extends Look {
  readonly name: string;
  readonly state: 'some' | 'many' | 'reading' | 'empty';
  readonly click?: string;
}

const shots: readonly Shot[] = [
  ...themeNames.map((theme) => ({ name: `300-${theme}`, state: 'some', theme, height: 1500 }) as const),
  ...themeNames.map(
    (theme) => ({ name: `1600-${theme}`, state: 'some', theme, width: 1600, height: 500 }) as const,
  ),
  { name: '900-dark', state: 'some', width: 900, height: 900 },
  { name: 'many-1600-dark', state: 'many', width: 1600, height: 1000, click: '[data-key="head:level"]' },
  { name: 'reading-1600-dark', state: 'reading', width: 1600, height: 300 },
  { name: 'empty-300-light', state: 'empty', theme: 'light', height: 300 },
  { name: 'forced-1600', state: 'some', width: 1600, height: 500, forcedColors: true },
];

async function take(shot: Shot): Promise<void> {
  const panel = await (await bench()).panel({ scale: 1.5, root: 'alliance-case-table', ...shot });
  const states = { some: someCases, many: manyCases };
  const { state } = shot;
  const shown = state === 'some' || state === 'many' ? await states[state]() : tableNotices[state];
  await panel.tellRaw({ type: 'show', state: shown });
  if (shot.click) await panel.page.locator(shot.click).click();
  await panel.page.waitForTimeout(200);
  await panel.page.screenshot({ path: `${folder}/cases-${shot.name}.png` });
  if (panel.faults.length > 0) console.error(shot.name, panel.faults);
  await panel.close();
}

void takeShots(shots, take);
