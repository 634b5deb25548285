import { explainSession } from './case/case-stops';
import type { PanelChip, PanelMark, PanelState, PanelStrings, SessionState } from './messages';
import { ratingTitle } from './ratings';

/** What the tooltip says about one thing. */
export interface Explanation {
  readonly title: string;
  readonly meta: string;
  readonly quote: string;
  readonly note: string;
  readonly doubt: string;
  /** `#rrggbb` of the code, or empty. */
  readonly color: string;
}

/** From here on a row may not show the whole quote. */
const longQuote = 70;

function say(parts: Partial<Explanation>): Explanation {
  return { title: '', meta: '', quote: '', note: '', doubt: '', color: '', ...parts };
}

function explainMark(mark: PanelMark, strings: PanelStrings): Explanation {
  return say({
    title: mark.code,
    meta: [mark.where, mark.speaker, `${strings.table.impact} ${mark.impact}`]
      .filter((part) => part !== '')
      .join(' · '),
    quote: mark.quote,
    note: mark.note,
    doubt: mark.certain ? '' : strings.unconfirmed,
    color: mark.color,
  });
}

function explainEpisode(state: SessionState, id: string): Explanation | null {
  const quote = state.episodes.find((episode) => episode.id === id)?.quote ?? '';
  return quote.length > longQuote ? say({ quote }) : null;
}

function explainChip(chip: PanelChip | undefined): Explanation | null {
  return chip && chip.title !== chip.text ? say({ title: chip.title }) : null;
}

function explainArc(state: SessionState, id: string): Explanation | null {
  const arc = state.arcs.find((candidate) => candidate.episode === id);
  const quote = state.episodes.find((episode) => episode.id === id)?.quote ?? '';
  return arc ? say({ title: arc.title, quote }) : null;
}

function explainFigure({ figures }: Pick<SessionState, 'figures'>, index: number): Explanation | null {
  const figure = figures[index];
  return figure ? say({ title: figure.title }) : null;
}

/** What there is to say about the thing with this key, beyond what is on screen; null where there is nothing. */
export function explain(state: PanelState, key: string): Explanation | null {
  const cut = key.indexOf(':');
  const kind = key.slice(0, cut);
  const id = key.slice(cut + 1);
  if (key === 'coder') return explainChip(state.chips.find(({ choices }) => choices));
  if (kind === 'chip') return explainChip(state.chips[Number(id)]);
  if (state.kind === 'case') {
    if (kind === 'figure') return explainFigure(state, Number(id));
    const session = explainSession(state, key);
    return session && say(session);
  }
  const rated = ratingTitle(state, key);
  if (rated !== null) return say({ title: rated });
  if (state.kind === 'empty') return null;
  if (kind === 'figure') return explainFigure(state, Number(id));
  switch (kind) {
    case 'mark': {
      const mark = state.marks.find((candidate) => candidate.id === id);
      return mark ? explainMark(mark, state.strings) : null;
    }
    case 'arc':
      return explainArc(state, id);
    case 'curve': {
      const { support, strain, note } = state.curves;
      return say({ title: (id === 'support' ? support : strain).title, note });
    }
    case 'segment': {
      const segment = state.segments.find((candidate) => String(candidate.number) === id);
      return segment ? say({ title: segment.title }) : null;
    }
    case 'episode':
      return explainEpisode(state, id);
    default:
      return null;
  }
}
