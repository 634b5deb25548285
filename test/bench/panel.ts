import type { PanelState } from '../../src/panel/messages';
import { longCaseState } from '../panel/caseStates';
import { Bench, type OpenPanel } from '../panel/harness';
import { crowded, empty } from '../panel/states';
import type { Figure } from './ratio';

const rounds = 20;
const against = 'draw a panel with nothing in it';

/** What a message of the host takes until it is painted, against that of a panel with nothing to show. */
export async function panelFigures(): Promise<Figure[]> {
  const bench = await Bench.open();
  try {
    const [panel, bare] = [await bench.panel(), await bench.panel()];
    const other: PanelState = { ...empty, text: `${empty.text} …` };
    const session = sessionOf(500);
    const sixty = await longCaseState(60);
    const table = [
      ['the panel after one tagging act, 500 annotations', session, tagged(session)],
      [
        'the page of a case of 60 sessions, one value changed',
        sixty,
        { ...sixty, figures: sixty.figures.slice(1) },
      ],
    ] as const;
    const figures: Figure[] = [];
    for (const [what, before, after] of table) {
      const ratios: number[] = [];
      for (let round = -5; round < rounds; round++) {
        const own = await painted(panel, round % 2 === 0 ? before : after);
        const nothing = await painted(bare, round % 2 === 0 ? empty : other);
        if (round >= 0) ratios.push(own / nothing);
      }
      figures.push({ what, against, ratios });
    }
    return figures;
  } finally {
    await bench.close();
  }
}

/** From the message's arrival to the first task after its frame was painted, in milliseconds. */
function painted({ page }: OpenPanel, state: PanelState): Promise<number> {
  return page.evaluate(
    (shown) =>
      new Promise<number>((done) => {
        const channel = new MessageChannel();
        const start = performance.now();
        channel.port1.addEventListener('message', () => done(performance.now() - start));
        channel.port1.start();
        window.dispatchEvent(new MessageEvent('message', { data: { type: 'show', state: shown } }));
        // The page asked for a frame before this does: it is drawn when this is called.
        requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(null)));
      }),
    state,
  );
}

function sessionOf(count: number): Extract<PanelState, { kind: 'session' }> {
  const marks = Array.from({ length: count }, (_, index) => {
    const [first] = crowded.marks;
    const mark = crowded.marks[index % crowded.marks.length] ?? first;
    return mark ? [{ ...mark, id: `mark${index}`, x: (3000 * index) / count }] : [];
  });
  return { ...crowded, marks: marks.flat() };
}

function tagged(state: Extract<PanelState, { kind: 'session' }>): PanelState {
  const [first, ...marks] = state.marks;
  return { ...state, marks: first ? [...marks, { ...first, id: 'new', x: 1500 }] : marks };
}
