import { carryingMessage } from './carrying';
import { caseMessage, caseStops } from './case/case-stops';
import type { CaseAxisId } from './case/messages';
import type { FromPanel, PanelState, SessionState } from './messages';
import type { Layout } from './picture/layout';
import type { Rows } from './picture/navigate';
import { pictureRows, stripRows } from './picture/reach';
import { isRatingGroup, ratingRow } from './ratings';
import { tableRows } from './table';

/** What one Tab stop holds: the picture (curves, arcs and marks), or all segments, chips, figures, table rows. */
export function groupOf(key: string): string {
  const kind = key.slice(0, Math.max(0, key.indexOf(':')));
  return kind === 'mark' || kind === 'arc' || kind === 'curve' ? 'picture' : kind;
}

function numbered(kind: string, count: number): Rows {
  return [Array.from({ length: count }, (_, index) => ({ key: `${kind}:${index}`, x: index }))];
}

/** What the arrow keys walk within a group. Empty for what has no group, such as the episodes, which Tab walks. */
export function stopsOf(
  group: string,
  state: PanelState | null,
  layout: Layout | null,
  axis: CaseAxisId | null,
): Rows {
  if (!state) return [];
  if (group === 'chip') {
    return [state.chips.flatMap((chip, x) => (chip.choices ? [] : [{ key: `chip:${x}`, x }]))];
  }
  if (state.kind !== 'case' && isRatingGroup(group)) return ratingRow(group, state);
  if (state.kind === 'empty') return [];
  if (group === 'figure') return numbered('figure', state.figures.length);
  if (state.kind === 'case') return caseStops(group, state, axis);
  switch (group) {
    case 'axis':
      return [state.axis.choices.map(({ kind }, x) => ({ key: `axis:${kind}`, x }))];
    case 'row':
      return tableRows(state);
    case 'picture':
      return layout ? pictureRows(layout) : [];
    case 'segment':
      return layout ? stripRows(layout) : [];
    default:
      return [];
  }
}

/** What a click or Enter on the thing with this key tells the host; null where nothing lies behind it. */
export function messageFor(state: PanelState, key: string): FromPanel | null {
  if (state.kind === 'empty') {
    if (key === 'action' && state.action) return { type: 'act', action: state.action.action };
    return carryingMessage(state, key);
  }
  if (state.kind === 'case') return caseMessage(state, key);
  return carryingMessage(state, key) ?? sessionMessage(state, key);
}

function sessionMessage(state: SessionState, key: string): FromPanel | null {
  const cut = key.indexOf(':');
  const id = key.slice(cut + 1);
  switch (key.slice(0, cut)) {
    case 'link':
      return { type: 'link', annotation: id };
    case 'mark':
    case 'unlinked':
    case 'row':
      return { type: 'reveal', annotation: id };
    case 'join':
      return { type: 'join', episode: id };
    case 'notCarriedOver':
      return { type: 'notCarriedOver', episode: id };
    case 'arc':
    case 'episode': {
      const { annotation = '', session = null } =
        state.episodes.find((candidate) => candidate.id === id) ?? {};
      if (annotation !== '') return { type: 'reveal', annotation };
      return session === null ? null : { type: 'openSession', session };
    }
    case 'segment': {
      const turn = state.segments.find((candidate) => String(candidate.number) === id)?.turn ?? null;
      return turn === null ? null : { type: 'revealTurn', turn };
    }
    case 'axis': {
      const chosen = state.axis.choices.find(({ kind }) => kind === id);
      return chosen ? { type: 'choose', choice: { of: 'axis', axis: chosen.kind } } : null;
    }
    default:
      return null;
  }
}
