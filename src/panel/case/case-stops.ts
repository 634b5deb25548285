import type { Explanation } from '../explain';
import type { FromPanel } from '../messages';
import type { Rows } from '../picture/navigate';
import type { CaseAxisId, CaseSessionState, CaseState } from './messages';

/** What the arrow keys walk on the page of a case: sessions along the axis, or rows of the heat map. */
export function caseStops(group: string, state: CaseState, axis: CaseAxisId | null): Rows {
  if (group === 'heat') return state.heat.map(({ session }) => [{ key: `heat:${session}`, x: 0 }]);
  if (group === 'axis') return [state.axes.map(({ id }, x) => ({ key: `axis:${id}`, x }))];
  if (group !== 'session' || axis === null) return [];
  const placed = state.sessions.flatMap((session) => {
    const x = session[axis];
    return x === null ? [] : [{ key: `session:${session.id}`, x }];
  });
  return [placed.toSorted((a, b) => a.x - b.x)];
}

export function caseMessage(state: CaseState, key: string): FromPanel | null {
  if (key === 'editDetectors' || key === 'showCases') return { type: key };
  const session = sessionOf(state, key);
  return session ? { type: 'openSession', session: session.id } : null;
}

/** The session by name, and line by line what was said of it. */
export function explainSession(state: CaseState, key: string): Pick<Explanation, 'title' | 'note'> | null {
  const session = sessionOf(state, key);
  if (!session) return null;
  const [title = '', ...rest] = session.title.split('\n');
  return { title, note: rest.join('\n') };
}

function sessionOf(state: CaseState, key: string): CaseSessionState | undefined {
  const cut = key.indexOf(':');
  const kind = key.slice(0, cut);
  if (kind !== 'session' && kind !== 'heat') return undefined;
  return state.sessions.find(({ id }) => id === key.slice(cut + 1));
}
