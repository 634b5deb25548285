import { attacks, markdown, markup } from '../attacks/strings';
import type { EmptyState, PanelMark, SessionState } from '../../src/panel/messages';
import { curvesByTurns, noCurves } from './curves';
import { ratings } from './ratings';
import { families, markOf, rows, segmentsOf, session, turnsPerMinute } from './session';

/** The same session without times: the axis is turns. */
export const byTurns: SessionState = {
  ...session,
  axis: {
    kind: 'turns',
    choices: [{ kind: 'turns', label: 'turns' }],
    label: 'turns',
    note: '',
    start: 1,
    end: 120,
  },
  stages: [],
  curves: curvesByTurns(),
  marks: session.marks.map((mark) => ({ ...mark, x: mark.turn, where: `turn ${mark.turn}` })),
  arcs: session.arcs.map((arc) => ({
    ...arc,
    from: Math.round((arc.from / 60) * turnsPerMinute) + 1,
    to: arc.to === null ? null : Math.round((arc.to / 60) * turnsPerMinute) + 1,
  })),
  segments: session.segments.map((segment) => ({
    ...segment,
    start: 1 + (segment.number - 1) * 11.9,
    end: 1 + segment.number * 11.9,
  })),
};

/** Another's coding, chosen among three; its ratings can be read only. */
export const others: SessionState = {
  ...session,
  canLink: false,
  ratings: { ...ratings, locked: 'These are the ratings of bob; only one’s own can be changed.' },
  chips: session.chips.map((chip) =>
    chip.kind === 'coder'
      ? {
          ...chip,
          text: 'bob · released',
          title: 'The coding of bob, released and sealed',
          choices: {
            chosen: 'bob',
            of: [
              { coder: 'alice', text: 'alice · released' },
              { coder: 'bob', text: 'bob · released' },
              { coder: 'consensus', text: 'consensus' },
            ],
          },
        }
      : chip,
  ),
};

/** Nothing coded yet, but a transcript is open. */
export const uncoded: SessionState = {
  ...session,
  chips: session.chips.slice(0, 4),
  sentences: [[{ text: 'Nothing is coded yet.', strong: false }]],
  curves: noCurves,
  marks: [],
  arcs: [],
  movers: null,
  episodes: [],
  unlinked: [],
  segments: segmentsOf([], 3000, 10).map((segment) =>
    segment.number === 10 ? { ...segment, turn: null } : segment,
  ),
  figures: session.figures.map((figure) => ({ ...figure, value: '–', detail: 'no annotations' })),
};

export const empty: EmptyState = {
  kind: 'empty',
  chips: [],
  title: 'No transcript is open',
  text: 'Open a session transcript, and its alliance trajectory appears here.',
  hints: [
    { keys: 'Ctrl+Alt+R', text: 'tag a rupture at the cursor' },
    { keys: 'Ctrl+K Ctrl+A', text: 'apply any code by search' },
  ],
  action: { label: 'Get Started', action: 'getStarted' },
  carrying: null,
  ratings: null,
};

const carrying: SessionState['carrying'] = {
  heading: 'Open from session 3',
  rows: [
    {
      transcript: 'c017/session-03.transcript',
      episode: 'before1a',
      state: 'attempted',
      quote: 'You sounded like my father just then.',
      turns: '96–',
      detail: 'attempted, not resolved · confrontation',
    },
    {
      transcript: 'c017/session-03.transcript',
      episode: 'before2b',
      state: 'open',
      quote: 'Mm.',
      turns: '112–',
      detail: 'open at the end · withdrawal',
    },
  ],
  goOn: 'Continue here',
  more: '3 more…',
};

/** Nothing coded yet, but ratings given, and something left open by the session before. */
export const rating: EmptyState = {
  ...empty,
  chips: session.chips.slice(0, 4),
  title: 'No passage is coded yet',
  text: 'Put the cursor into a turn, or select a passage, and tag it.',
  action: null,
  carrying,
  ratings,
};

/** One episode goes on from the session before, and two might. */
export const continued: SessionState = {
  ...session,
  carrying,
  episodes: [
    {
      id: 'goeson1a',
      state: 'open',
      stateLabel: 'open at the end',
      quote: 'I thought you had forgotten about that.',
      turns: '1–',
      detail:
        'carried over from session 3 · confrontation · no attempt · may be carried over to the next session',
      annotation: '',
      carried: true,
      session: 'c017/session-03.transcript',
    },
    ...session.episodes,
  ],
};

function episodeAt(index: number): SessionState['episodes'][number] {
  const episode = session.episodes[index % session.episodes.length];
  if (!episode) throw new Error('the session has no episodes');
  return episode;
}

/** Six hundred marks in crowds, forty episodes. */
export const crowded: SessionState = {
  ...session,
  marks: Array.from({ length: 600 }, (_, index): PanelMark => {
    const family = families[index % 5];
    const shape = family?.id === 'rupture' ? 'rupture' : family?.id === 'repair' ? 'repair' : 'tick';
    return {
      ...markOf(rows[index % rows.length] ?? [0, 'bond', 'tick', 3, '', ''], index),
      id: `crowd${index + 1000}`,
      family: family?.id ?? 'bond',
      color: family?.color ?? '#999999',
      shape,
      x: Math.round(3000 * (0.5 + 0.49 * Math.sin(index * 1.7) * Math.cos(index / 40))),
      impact: (index % 5) + 1,
    };
  }),
  arcs: Array.from({ length: 40 }, (_, index) => ({
    episode: `many${index}`,
    from: index * 70,
    to: index % 4 === 3 ? null : index * 70 + 40 + (index % 7) * 60,
    state: (['resolved', 'partly', 'attempted', 'open'] as const)[index % 4] ?? 'open',
    title: `Episode ${index}`,
  })),
  episodes: Array.from({ length: 40 }, (_, index) => ({
    ...episodeAt(index),
    id: `many${index}`,
    annotation: `crowd${1000 + index}`,
  })),
};

export const dangerousTexts = [
  ...markup,
  ...markdown,
  'אני לא יודע. זה בסדר, באמת.',
  `👩🏽‍🚀 e\u0301motion ${attacks.bidi}`,
  'Long '.repeat(120),
  'Unbroken'.repeat(60),
];

const danger = (index: number): string => dangerousTexts[index % dangerousTexts.length] ?? '';

/** Every word of it hostile, foreign or endless. */
export const dangerous: SessionState = {
  ...session,
  chips: session.chips.map((chip, index) => ({ ...chip, text: danger(index), title: danger(index + 1) })),
  sentences: [dangerousTexts.slice(0, 6).map((text, index) => ({ text, strong: index % 2 === 0 }))],
  marks: session.marks.map((mark, index) => ({
    ...mark,
    code: danger(index),
    quote: danger(index + 1),
    note: danger(index + 2),
    speaker: danger(index + 3).slice(0, 12),
    title: danger(index + 4),
  })),
  arcs: session.arcs.map((arc, index) => ({ ...arc, title: danger(index) })),
  episodes: session.episodes.map((episode, index) => ({
    ...episode,
    quote: danger(index + 6),
    detail: danger(index),
    stateLabel: danger(index + 2),
  })),
  carrying: {
    heading: danger(0),
    rows: (carrying?.rows ?? []).map((row, index) => ({
      ...row,
      quote: danger(index),
      detail: danger(index + 6),
    })),
    goOn: danger(1),
    more: danger(2),
  },
  unlinked: session.unlinked.map((one, index) => ({ ...one, quote: danger(index), code: danger(index + 1) })),
  figures: session.figures.map((figure, index) => ({
    ...figure,
    label: danger(index),
    detail: danger(index + 1),
    title: danger(index + 2),
  })),
  stages: [
    { label: danger(0), start: 0, end: 1500 },
    { label: danger(5), start: 1500, end: 3000 },
  ],
};

/** Every state an eye or axe should see. */
export const states = {
  session,
  others,
  byTurns,
  uncoded,
  empty,
  rating,
  continued,
  crowded,
  dangerous,
} as const;
export type StateName = keyof typeof states;

export const stateNames: readonly StateName[] = [
  'session',
  'others',
  'byTurns',
  'uncoded',
  'empty',
  'rating',
  'continued',
  'crowded',
  'dangerous',
];
