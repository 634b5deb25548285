import * as z from 'zod/mini';
import { faultOf, type HostApi } from './host';
import { type FromPanel, type PanelPages, type PanelState, toPanel, type ToPanel } from './messages';
import { AlliancePanel } from './panel-app';
import type { CursorPlace } from './picture/cursor';

/** What outlives a hidden panel: how it is looked at, never what it shows. */
const remembered = z.object({
  table: z.boolean(),
  axis: z.optional(z.nullable(z.enum(['session', 'day']))),
});

/** The side panel's page, as a view and as a wide tab. @returns what takes the host's messages */
export function startPanel(host: HostApi): (data: unknown) => void {
  const post = (message: FromPanel): void => host.postMessage(message);
  const panel = new AlliancePanel();
  const before = remembered.safeParse(host.getState());
  panel.table = before.success && before.data.table;
  panel.post = post;
  panel.axis = before.data?.axis ?? null;
  panel.onLook = ({ table, axis }) => host.setState({ table, axis });
  document.body.append(panel);
  return createPump(panel, post);
}

/** A page that is not seen draws nothing by itself: what was told last is drawn before the picture is taken. */
async function answer(
  panel: AlliancePanel,
  { format, request }: Extract<ToPanel, { type: 'take' }>,
): Promise<void> {
  const taken = panel.picture(format).catch((fault: unknown) => {
    reportError(fault);
    return '';
  });
  panel.post({ type: 'picture', request, data: await taken });
}

/** Draws at most once per frame, however many messages arrive. */
function createPump(panel: AlliancePanel, post: (message: FromPanel) => void): (data: unknown) => void {
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
