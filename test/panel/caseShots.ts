import { caseNamed, caseNames, pages, type CaseName } from './caseStates';
import { bench, type Look } from './harness';
import { folder, takeShots } from './takeShots';
import { themeNames } from './themes';

/** Pictures of the page of a case to look at: `.vscode-test/screenshots/case-*.png`. Names given as arguments limit them. */
interface Shot extends Look {
  readonly name: string;
  readonly state: CaseName;
  readonly click?: string;
  readonly focus?: string;
}

const shots: readonly Shot[] = [
  ...themeNames.map((theme) => ({ name: `300-${theme}`, state: 'case', theme, height: 1500 }) as const),
  ...themeNames.map(
    (theme) => ({ name: `1600-${theme}`, state: 'case', theme, width: 1600, height: 1000 }) as const,
  ),
  ...caseNames.map((state) => ({ name: `${state}-300-dark`, state, height: 1900 }) as const),
  { name: 'long-1600-light', state: 'long', theme: 'light', width: 1600, height: 1300 },
  { name: 'table-300-light', state: 'case', theme: 'light', height: 900, click: '[data-key="toggle"]' },
  { name: 'days-300-light', state: 'case', theme: 'light', height: 900, click: '[data-key="axis:day"]' },
  { name: 'focus-300-dark', state: 'case', height: 900, focus: '[data-key="session:c1/s3.transcript"]' },
  { name: 'forced-300', state: 'case', height: 1200, forcedColors: true },
  { name: 'zoomed-300', state: 'case', height: 2400, fontSize: 26 },
];

async function take(shot: Shot): Promise<void> {
  const panel = await (await bench()).panel({ scale: 2, ...shot });
  await panel.tell({ type: 'show', state: await caseNamed(shot.state), pages });
  if (shot.click) await panel.page.locator(shot.click).click();
  if (shot.focus) await panel.page.locator(shot.focus).focus();
  if (shot.focus) await panel.page.keyboard.press('ArrowLeft');
  await panel.page.waitForTimeout(200);
  await panel.page.screenshot({ path: `${folder}/case-${shot.name}.png` });
  if (panel.faults.length > 0) console.error(shot.name, panel.faults);
  await panel.close();
}

void takeShots(shots, take);
