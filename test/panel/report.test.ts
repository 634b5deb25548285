import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleStudy } from '../interchange/exportedStudies';
import { report } from '../interchange/reports';
import { findings } from './findings';
import { bench, closeBench, type WatchedPage } from './harness';

suiteTeardown(closeBench);

suite('the report in a browser', function () {
  this.timeout(60_000);
  let folder = '';
  let open: WatchedPage[] = [];

  suiteSetup(() => {
    folder = mkdtempSync(join(tmpdir(), 'alliance-report-'));
  });
  suiteTeardown(() => rmSync(folder, { recursive: true }));

  /** Nothing is fetched but the file itself, and its policy forbids nothing that it needs. */
  teardown(async () => {
    const pages = open;
    open = [];
    for (const page of pages) {
      await page.close();
      assert.deepEqual(page.faults, []);
      assert.equal(page.requests.length, 1);
    }
  });

  /** The first sessions of the sample study, as somebody has them who was sent the file. */
  async function opened(text: boolean, width: number, sessions: number): Promise<WatchedPage> {
    const study = sampleStudy();
    const file = join(folder, `${text ? 'text' : 'plain'}.html`);
    writeFileSync(file, report({ ...study, sessions: study.sessions.slice(0, sessions) }, text));
    const page = await (await bench()).blank(width);
    open.push(page);
    await page.page.goto(pathToFileURL(file).href);
    return page;
  }

  for (const [width, text] of [
    [1200, true],
    [360, true],
    [700, false],
  ] as const) {
    test(`has no fault that axe finds and is no wider than the window: ${width} px, ${text ? 'with' : 'without'} text`, async () => {
      const { page } = await opened(text, width, 1);
      assert.deepEqual(await findings(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }

  test('is styled, and draws each coding', async () => {
    const { page } = await opened(true, 1200, 2);
    assert.equal(await page.locator('svg.drawing').count(), 4);
    const height = await page.evaluate(
      () => document.querySelector('svg.drawing .mark')?.getBoundingClientRect().height,
    );
    assert.ok((height ?? 0) > 3);
    const line = await page.evaluate(
      () => getComputedStyle(document.querySelector('.m.strain') ?? document.body).textDecorationStyle,
    );
    assert.equal(line, 'wavy');
  });

  test('is printed as pages, each session beginning one', async () => {
    const { page } = await opened(true, 1200, 2);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 10 && pages <= 40, String(pages));
  });
});
