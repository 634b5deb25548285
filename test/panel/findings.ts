import type { Page } from 'playwright-core';
import { axeSource } from './harness';

export interface Finding {
  readonly id: string;
  readonly nodes: readonly string[];
}

/** What axe finds wrong in a page. */
export async function findings(page: Page): Promise<Finding[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource());
  return page.evaluate(async () => {
    const violations = (await window.axe?.run())?.violations ?? [];
    return violations.map((violation) => ({
      id: violation.id,
      nodes: violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`),
    }));
  });
}
