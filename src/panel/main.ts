import * as z from 'zod/mini';
import { startAgreement } from './agreement/start-agreement';
import { startCaseTable } from './case-table/start-case-table';
import type { HostApi } from './host';
import { panelRoots, type PanelRoot } from './roots';
import { startPanel } from './start-panel';
import { pageStyles } from './theme/page-styles';

declare function acquireVsCodeApi(): HostApi;

/** What makes each page, and takes its messages. */
const starts: Readonly<Record<PanelRoot, (host: HostApi) => (data: unknown) => void>> = {
  'alliance-agreement': startAgreement,
  'alliance-panel': startPanel,
  'alliance-case-table': startCaseTable,
};

const host = acquireVsCodeApi();

function reportFault(fault: unknown): void {
  host.postMessage({ type: 'failed', reason: fault instanceof Error ? fault.name : 'unknown fault' });
}

window.addEventListener('error', (event) => reportFault(event.error));
window.addEventListener('unhandledrejection', (event) => reportFault(event.reason));
document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageStyles()];
const receive = starts[z.enum(panelRoots).parse(document.body.dataset['root'])](host);
window.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data));
host.postMessage({ type: 'ready' });
