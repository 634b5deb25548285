import { agreementNamed, agreementNames, type AgreementName } from './agreementStates';
import { bench, type Look } from './harness';
import { folder, takeShots } from './takeShots';

/** Pictures of the page of agreement to look at: `.vscode-test/screenshots/agreement-*.png`. Names given as arguments limit them. */
interface Shot extends Look {
  readonly name: string;
  readonly state: AgreementName;
  readonly click?: string;
}

const unfold = '[data-key="row:codes all:rupture"]';

const shots: readonly Shot[] = [
  { name: '1400-dark', state: 'sample', width: 1400, height: 1500, click: unfold },
  { name: '1400-light', state: 'sample', theme: 'light', width: 1400, height: 1500, click: unfold },
  { name: '500-dark', state: 'sample', width: 500, height: 1500 },
  { name: '500-light', state: 'sample', theme: 'light', width: 500, height: 1500, click: unfold },
  ...agreementNames.map((state) => ({ name: `${state}-1000`, state, width: 1000, height: 1100 }) as const),
];

async function take(shot: Shot): Promise<void> {
  const panel = await (await bench()).panel({ root: 'alliance-agreement', ...shot });
  await panel.tellRaw({ type: 'agreement', state: await agreementNamed(shot.state) });
  if (shot.click) await panel.page.locator(shot.click).click();
  await panel.page.waitForTimeout(200);
  await panel.page.screenshot({ path: `${folder}/agreement-${shot.name}.png` });
  if (panel.faults.length > 0) console.error(shot.name, panel.faults);
  await panel.close();
}

void takeShots(shots, take);
