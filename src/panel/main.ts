import * as z from 'zod/mini';
import { type FromPanel, type PanelPages, type PanelState, toPanel, type ToPanel } from './messages';
import { AlliancePanel } from './panel-app';
import type { CursorPlace } from './picture/cursor';
import { pageStyles } from './theme/page-styles';

interface HostApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): HostApi;

/** What outlives a hidden panel: how it is looked at, never what it shows. */
const remembered = z.object({
  table: z.boolean(),
  axis: z.optional(z.nullable(z.enum(['session', 'day']))),
});

const host = acquireVsCodeApi();

function post(message: FromPanel): void {
  host.postMessage(message);
}

/** Says where a message was wrong and how, never what it held. */
function faultOf(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return `invalid message at ${issue?.path.map(String).join('.') || 'type'}: ${issue?.code ?? 'unknown'}`;
}

function createPanel(): AlliancePanel {
  const panel = new AlliancePanel();
  const before = remembered.safeParse(host.getState());
  panel.table = before.success && before.data.table;
  panel.post = post;
  panel.axis = before.data?.axis ?? null;
  panel.onLook = ({ table, axis }) => host.setState({ table, axis });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageStyles()];
  document.body.append(panel);
  return panel;
}

/** A page that is not seen draws nothing by itself: what was told last is drawn before the picture is taken. */
async function answer(
  panel: AlliancePanel,
  { format, request }: Extract<ToPanel, { type: 'take' }>,
): Promise<void> {
  const taken = panel.picture(format).catch((fault: unknown) => {
    reportFault(fault);
    return '';
  });
  post({ type: 'picture', request, data: await taken });
}

/** Draws at most once per frame, however many messages arrive. */
function createPump(panel: AlliancePanel): (data: unknown) => void {
  let state: PanelState | null = null;
  let pages: PanelPages | null = null;
  let cursor: CursorPlace | null = null;
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    if (panel.state !== state) [panel.state, panel.pages] = [state, pages];
    panel.moveCursor(cursor);
  };
  return (data) => {
    const read = toPanel.safeParse(data);
    if (!read.success) {
      post({ type: 'failed', reason: faultOf(read.error) });
      return;
    }
    if (read.data.type === 'take') {
      cancelAnimationFrame(frame);
      draw();
      void answer(panel, read.data);
      return;
    }
    if (read.data.type === 'show') [state, pages] = [read.data.state, read.data.pages ?? null];
    else cursor = read.data.at;
    frame ||= requestAnimationFrame(draw);
  };
}

function reportFault(fault: unknown): void {
  post({ type: 'failed', reason: fault instanceof Error ? fault.name : 'unknown fault' });
}

window.addEventListener('error', (event) => reportFault(event.error));
window.addEventListener('unhandledrejection', (event) => reportFault(event.reason));
const receive = createPump(createPanel());
window.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data));
post({ type: 'ready' });
