import type { PanelArc, PanelEpisode, PanelMark, PanelSegment, SessionState } from '../../src/panel/messages';
import { curves } from './curves';
import { ratings } from './ratings';
import { strings } from './strings';

export const families = [
  { id: 'bond', letter: 'B', label: 'Bond', color: '#0072B2' },
  { id: 'goal', letter: 'G', label: 'Goal consensus', color: '#009E73' },
  { id: 'task', letter: 'T', label: 'Task consensus', color: '#56B4E9' },
  { id: 'rupture', letter: 'R', label: 'Rupture', color: '#D55E00' },
  { id: 'repair', letter: 'P', label: 'Repair', color: '#117733' },
  { id: 'history', letter: 'H', label: 'Relationship history', color: '#AA7733' },
];

const axes = [
  { kind: 'time', label: 'minutes' },
  { kind: 'words', label: 'words' },
  { kind: 'turns', label: 'turns' },
] satisfies SessionState['axis']['choices'];

type Row = readonly [
  minute: number,
  family: string,
  shape: PanelMark['shape'],
  impact: number,
  code: string,
  quote: string,
  note?: string,
];

export const rows: readonly Row[] = [
  [1.6, 'bond', 'tick', 3, 'Warm contact', 'You and your lists.'],
  [3.7, 'bond', 'tick', 2, 'Attunement that lands', 'Relieved, yes, and ashamed of it.'],
  [5.7, 'goal', 'tick', 4, 'Goal shaped together', 'So that is what we are here for.'],
  [7, 'goal', 'tick', 3, 'Accord', 'Yes, that is it.'],
  [9, 'task', 'tick', 4, 'Rationale understood', 'I see why we would write it down.'],
  [10.7, 'bond', 'tick', 4, 'Trust', 'Nobody has put it that way before.'],
  [12.7, 'task', 'tick', 3, 'Commitment', 'I will try it on Thursday.'],
  [15.6, 'rupture', 'rupture', 2, 'Minimal response', 'Dunno. It’s fine, really.', 'Looks away.'],
  [16.8, 'rupture', 'rupture', 5, 'Denial', 'There is nothing there, honestly.'],
  [16.8, 'rupture', 'rupture', 3, 'Abstract talk', 'One generally copes with such things.'],
  [18.1, 'rupture', 'rupture', 4, 'Shift of topic', 'Anyway, the car broke down.'],
  [
    18.1,
    'rupture',
    'contribution',
    3,
    'Missed the signal',
    'Let us get back to the sheet.',
    'Could also be rigid.',
  ],
  [20.2, 'repair', 'repair', 4, 'Invites the client to speak', 'I noticed it went quiet just now.'],
  [21.9, 'repair', 'repair', 5, 'Owns a part', 'I think I pushed there.'],
  [22.3, 'repair', 'tick', 4, 'Voices the need', 'I felt hurried, yes.'],
  [23.5, 'bond', 'tick', 5, 'Vulnerable disclosure', 'I have not told anyone.'],
  [25.1, 'history', 'tick', 3, 'Shared history', 'Like in the second session.'],
  [26, 'task', 'tick', 4, 'Engagement', 'Could I say it to the chair?'],
  [29, 'task', 'tick', 4, 'Engagement', 'She would sit exactly there.'],
  [29, 'task', 'tick', 2, 'Rationale understood', 'And then I notice it.'],
  [29, 'bond', 'tick', 3, 'Warm contact', '((both laugh))'],
  [30.7, 'goal', 'tick', 3, 'Link to goals', 'That is the thing with my sister again.'],
  [34.4, 'rupture', 'rupture', 4, 'Complaint about the therapist', 'You always come back to that.'],
  [35.2, 'rupture', 'contribution', 2, 'Against', 'Well, it is what you came for.'],
  [35.7, 'rupture', 'rupture', 3, 'Rejects the intervention', 'I am not doing that again.'],
  [37.5, 'repair', 'repair', 3, 'Explains the reason', 'Let me say why I keep asking.'],
  [38.4, 'goal', 'tick', 2, 'Goal doubt', 'If that is still the goal.'],
  [40.3, 'bond', 'tick', 3, 'Trust', 'You did get that part.'],
  [41.1, 'bond', 'tick', 2, 'Bond strain', 'I was not sure you remembered.'],
  [42.5, 'task', 'tick', 2, 'Task doubt', 'The sheet does little for me.'],
  [44.9, 'rupture', 'rupture', 4, 'Compliance', 'Sure, whatever you think is best.'],
  [46.2, 'rupture', 'rupture', 2, 'Minimal response', 'Mm.'],
  [47.1, 'task', 'tick', 4, 'Commitment', 'I will bring the list.'],
  [47.9, 'history', 'tick', 2, 'Hope', 'Maybe by the summer.'],
  [49, 'rupture', 'rupture', 1, 'Split', 'Great session, as always.'],
];

/** A hundred and twenty turns over fifty minutes. */
export const turnsPerMinute = 2.4;

function clock(minute: number): string {
  return `${Math.floor(minute)}:${String(Math.round((minute % 1) * 60)).padStart(2, '0')}`;
}

export function markOf(row: Row, index: number): PanelMark {
  const [minute, family, shape, impact, code, quote, note = ''] = row;
  const turn = Math.round(minute * turnsPerMinute) + 1;
  const speaker = shape === 'repair' || shape === 'contribution' ? 'T' : 'C';
  const place = families.find((candidate) => candidate.id === family);
  return {
    id: `mark${index + 10}ab`,
    family,
    shape,
    x: minute * 60,
    turn,
    impact,
    color: place?.color ?? '#999999',
    code,
    quote,
    note,
    speaker,
    where: clock(minute),
    certain: index !== 24 && index !== 27,
    title: `${code}, impact ${impact}, turn ${turn}, ${clock(minute)}, ${speaker}: ${quote}`,
  };
}

const marks = rows.map(markOf);

function markAt(minute: number, shape: PanelMark['shape']): PanelMark {
  const found = marks.find((mark) => mark.x === minute * 60 && mark.shape === shape);
  if (!found) throw new Error(`no ${shape} at ${minute}`);
  return found;
}

const arcs: PanelArc[] = [
  {
    episode: 'episode1',
    from: 15.6 * 60,
    to: 21.9 * 60,
    state: 'resolved',
    title: 'Withdrawal, turn 38 to 54, mostly resolved',
  },
  {
    episode: 'episode2',
    from: 34.4 * 60,
    to: 37.5 * 60,
    state: 'partly',
    title: 'Confrontation, turn 84 to 91, partly resolved',
  },
  {
    episode: 'episode3',
    from: 44.9 * 60,
    to: null,
    state: 'open',
    title: 'Withdrawal from turn 109, open at the end',
  },
];

const begunHere = { carried: false, session: null };

const episodes: PanelEpisode[] = [
  {
    id: 'episode1',
    state: 'resolved',
    stateLabel: 'mostly resolved',
    quote: 'Dunno. It’s fine, really.',
    turns: '38–54',
    detail: 'withdrawal, client first · 2 attempts · rejoined after 16 turns',
    annotation: markAt(15.6, 'rupture').id,
    ...begunHere,
  },
  {
    id: 'episode2',
    state: 'partly',
    stateLabel: 'partly resolved',
    quote: 'You always come back to that.',
    turns: '84–91',
    detail: 'confrontation, client first · 1 attempt',
    annotation: markAt(34.4, 'rupture').id,
    ...begunHere,
  },
  {
    id: 'episode3',
    state: 'open',
    stateLabel: 'open at the end',
    quote: 'Sure, whatever you think is best.',
    turns: '109–',
    detail: 'withdrawal, client first · no attempt',
    annotation: markAt(44.9, 'rupture').id,
    ...begunHere,
  },
];

export function segmentsOf(all: readonly PanelMark[], end: number, count: number): PanelSegment[] {
  const length = end / count;
  const raw = Array.from({ length: count }, (_, index) => {
    const inside = all.filter((mark) => mark.x >= index * length && mark.x < (index + 1) * length);
    const strains = inside.filter((mark) => mark.shape === 'rupture' || mark.shape === 'contribution');
    const weigh = (list: readonly PanelMark[]): number => list.reduce((sum, mark) => sum + mark.impact, 0);
    return { index, inside, strain: weigh(strains), support: weigh(inside) - weigh(strains) };
  });
  const most = Math.max(1, ...raw.flatMap((segment) => [segment.strain, segment.support]));
  return raw.map(({ index, inside, strain, support }) => ({
    number: index + 1,
    start: index * length,
    end: (index + 1) * length,
    turn: index * 12 + 1,
    counts: families.map((family) => inside.filter((mark) => mark.family === family.id).length),
    support: support / most,
    strain: strain / most,
    title: `Segment ${index + 1}: ${inside.length} annotations`,
  }));
}

/** A session of fifty minutes: one rupture resolved, one partly, one open at the end. */
export const session: SessionState = {
  kind: 'session',
  chips: [
    { kind: 'case', text: 'C017', title: 'Case C017' },
    { kind: 'session', text: 'Session 4', title: 'Session 4 of 6, 2 March 2026' },
    { kind: 'stage', text: 'developing', title: 'Stage: developing' },
    { kind: 'coder', text: 'alice · coding 86 %', title: 'Coded by Alice M.; 103 of 120 turns judged' },
    { kind: 'warning', text: '2 unconfirmed', title: 'Two annotations stand where the text has changed' },
  ],
  sentences: [
    [
      { text: 'Three ruptures in 50 minutes; ', strong: false },
      { text: 'one was resolved', strong: true },
      { text: '.', strong: false },
    ],
    [
      {
        text: 'The client first withdraws (turn 38) and the strain is named and repaired within 16 turns.',
        strong: false,
      },
    ],
    [
      { text: 'A second strain is met but not settled, and the session ', strong: false },
      { text: 'ends with one open', strong: true },
      { text: '.', strong: false },
    ],
  ],
  axis: { kind: 'time', choices: axes, label: 'minutes', note: '', start: 0, end: 3000 },
  stages: [{ label: 'developing', start: 0, end: 3000 }],
  curves,
  families,
  marks,
  arcs,
  segments: segmentsOf(marks, 3000, 10),
  figures: [
    {
      value: '3',
      label: 'ruptures',
      detail: '9 annotations',
      title: 'Episodes; annotations are counted apart.',
    },
    { value: '1', label: 'resolved', detail: 'of 3', title: 'Episodes with a resolution of 4 or 5.' },
    {
      value: '8.5',
      label: 'turns to attempt',
      detail: '2 of 3 answered',
      title: 'Median from first rupture to first attempt.',
    },
    {
      value: '12',
      label: 'turns open',
      detail: 'at the end',
      title: 'From the oldest unresolved rupture to the end.',
    },
  ],
  movers: {
    caption: 'Who ruptures, who repairs',
    heads: [
      { text: 'T', title: 'T, therapist' },
      { text: 'C', title: 'C, client' },
    ],
    rows: [
      { label: 'first in an episode', of: 'of 3', cells: [0, 3] },
      { label: 'ruptures', of: 'of 9', cells: [0, 9] },
      { label: 'contributions', of: 'of 2', cells: [2, 0] },
      { label: 'attempts at repair', of: 'of 3', cells: [3, 0] },
    ],
  },
  episodes,
  unlinked: [
    {
      annotation: 'mark22ab',
      code: 'Invites the client to speak',
      quote: 'I noticed it went quiet just now.',
      turn: '49',
    },
  ],
  carrying: null,
  canLink: true,
  ratings,
  strings,
};
