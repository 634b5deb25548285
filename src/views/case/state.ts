import type { Codebook } from '../../engine/codebook/types';
import type { CaseState, CaseSessionState, CaseTable } from '../../panel/case/messages';
import type { EmptyState } from '../../panel/messages';
import { sayIn, type CasePageMessage, type Say } from '../../words/casePage';
import { caseProblemWords } from '../../words/caseWords';
import type { Translate } from '../../words/faults';
import { detectorsOf, foldsOf, valueOf } from './methods';
import { membersOf, sessionName } from './naming';
import { heatOf, rupturesOf, stripsOf } from './picture';
import { chipsOf, figuresOf, sentencesOf } from './prose';
import type { Standing } from '../../store/members';
import type { CaseMember, ReckonedCase } from './types';

/** Words of the editor that the page needs and does not make itself. */
export interface Wording {
  readonly translate: Translate;
  readonly stage: (stage: NonNullable<CaseMember['facts']['stage']>) => string;
}

/** Everything the page of a case draws. The session in the editor is marked, where it is of the case. */
export function caseState(reckoned: ReckonedCase, current: string | null, wording: Wording): CaseState {
  const { translate } = wording;
  const say = sayIn(translate);
  const { gathered, trajectory } = reckoned;
  const strips = stripsOf(reckoned, say, translate);
  const ruptures = rupturesOf(reckoned);
  const heat = heatOf(reckoned, say);
  const parts = { strips, ruptures, heat };
  const sessions = sessionsOf(reckoned, current, parts, wording);
  return {
    kind: 'case',
    chips: chipsOf(reckoned, say),
    sentences: sentencesOf(reckoned, say),
    colors: colorsOf(gathered.coded[0]?.codebook),
    axes: axesOf(sessions, trajectory.axis.kind, say),
    sessions,
    ...parts,
    figures: figuresOf(reckoned, say),
    detectors: detectorsOf(reckoned, say, translate),
    folds: foldsOf(reckoned, say, translate),
    problems: [
      ...(gathered.lacksCodebook ? [say('lacksCodebook')] : []),
      ...trajectory.problems.map((problem) => caseProblemWords(problem, translate)),
    ],
    tables: [valueTable(sessions, parts, say), heatTable(sessions, heat, say)],
    strings: stringsOf(say, gathered.hasStudyFile),
  };
}

/** Where nothing is drawn: what is read, or why there is nothing. */
export function caseNotice(
  title: CasePageMessage,
  texts: readonly string[],
  translate: Translate,
): EmptyState {
  const text = texts.filter((one) => one !== '').join(' ');
  const nothing = { chips: [], hints: [], action: null, carrying: null, ratings: null };
  return { kind: 'empty', title: sayIn(translate)(title), text, ...nothing };
}

type Parts = Pick<CaseState, 'strips' | 'ruptures' | 'heat'>;

const standingWords: Readonly<Record<Standing, CasePageMessage>> = {
  coded: 'is_coded',
  'not-coded': 'is_not_coded',
  hidden: 'is_hidden',
  'text-changed': 'is_changed',
  missing: 'is_missing',
};

function sessionsOf(
  { gathered }: ReckonedCase,
  current: string | null,
  parts: Parts,
  { translate, stage }: Wording,
): CaseSessionState[] {
  const say = sayIn(translate);
  const members = membersOf(gathered);
  const days = daysOf(members);
  return members.map((member): CaseSessionState => {
    const { path, facts, standing } = member;
    const stageText = facts.stage === null ? '' : stage(facts.stage);
    const note = standing === 'coded' ? '' : say(standingWords[standing]);
    const heading = [sessionName(member, say), facts.date ?? '', stageText, note];
    return {
      id: path,
      label: facts.session === null ? '–' : String(facts.session),
      session: facts.session,
      day: days.get(path) ?? null,
      stage: stageText,
      date: facts.date ?? '',
      coded: standing === 'coded',
      note,
      current: path === current,
      title: [heading.filter((part) => part !== '').join(', '), ...valuesIn(path, parts, say)].join('\n'),
    };
  });
}

/** Days since the first session with a date; what is no date has none. */
function daysOf(members: readonly CaseMember[]): ReadonlyMap<string, number> {
  const times = members.flatMap(({ path, facts }) => {
    const time = facts.date === null ? Number.NaN : Date.parse(`${facts.date}T00:00:00Z`);
    return Number.isNaN(time) ? [] : [{ path, time }];
  });
  const first = Math.min(...times.map(({ time }) => time));
  return new Map(times.map(({ path, time }) => [path, Math.round((time - first) / 86_400_000)]));
}

/** All that was said of a session, a line each. */
function valuesIn(path: string, { strips, ruptures }: Parts, say: Say): readonly string[] {
  const values = strips.flatMap(({ label, lines, flags }) => [
    ...lines.flatMap((line) =>
      line.points
        .filter(({ session }) => session === path)
        .map(({ text }) => say('value', { label: `${label} (${line.label})`, value: text })),
    ),
    ...flags.filter(({ session }) => session === path).map(({ title }) => title),
  ]);
  const one = ruptures.find(({ session }) => session === path);
  if (!one) return values;
  const counted = [
    ['withdrawal', one.withdrawal],
    ['confrontation', one.confrontation],
    ['otherRupture', one.other],
    ...endStates.map(
      (state) => [`endState_${state}`, one.ends.filter((end) => end === state).length] as const,
    ),
  ] as const;
  const said = counted
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say('counted', { what: say(what), count }));
  const all = say('counted', { what: say('ruptures'), count: one.ends.length });
  return [...values, [all, ...said].join(', ')];
}

const endStates = ['resolved', 'partly', 'attempted', 'open'] as const;

/** The engine's own first, and the other where it places at least two sessions apart. */
function axesOf(
  sessions: readonly CaseSessionState[],
  own: ReckonedCase['trajectory']['axis']['kind'],
  say: Say,
): CaseState['axes'] {
  const distinct = (id: 'session' | 'day'): number =>
    new Set(sessions.flatMap((session) => session[id] ?? [])).size;
  const session = { id: 'session' as const, label: say('axisSession'), choice: say('choiceSession') };
  const day = { id: 'day' as const, label: say('axisDay'), choice: say('choiceDay') };
  if (own === 'none') return [];
  const [first, second] = own === 'session' ? [session, day] : [day, session];
  return distinct(second.id) > 1 ? [first, second] : [first];
}

function colorsOf(codebook: Codebook | undefined): CaseState['colors'] {
  const colorOf = (part: string): string | undefined =>
    codebook?.families.find(({ id }) => id === part)?.color;
  return { rupture: colorOf('rupture') ?? '#d55e00', repair: colorOf('repair') ?? '#009e73' };
}

function valueTable(sessions: readonly CaseSessionState[], { strips, ruptures }: Parts, say: Say): CaseTable {
  const lines = strips.flatMap(({ label, lines: all }) => all.map((line) => ({ label, line })));
  return {
    caption: say('tableCaption'),
    heads: [
      say('session'),
      say('date'),
      say('stage'),
      say('state'),
      ...lines.map(({ label, line }) => `${label} (${line.label})`),
      say('withdrawal'),
      say('confrontation'),
      say('otherRupture'),
      ...endStates.map((state) => say(`endState_${state}`)),
    ],
    rows: sessions.map(({ id, label, date, stage, note }) => {
      const one = ruptures.find(({ session }) => session === id);
      const count = (value: number | undefined): string => (value === undefined ? '–' : String(value));
      return [
        label === '–' ? id : label,
        date,
        stage,
        note === '' ? say('is_coded') : note,
        ...lines.map(({ line }) => valueOf(line.points.find(({ session }) => session === id)?.value)),
        count(one?.withdrawal),
        count(one?.confrontation),
        count(one?.other),
        ...endStates.map((state) => count(one?.ends.filter((end) => end === state).length)),
      ];
    }),
  };
}

function heatTable(sessions: readonly CaseSessionState[], heat: CaseState['heat'], say: Say): CaseTable {
  const tenths = Array.from({ length: 10 }, (_, index) =>
    say('tenth', { from: index * 10, to: (index + 1) * 10 }),
  );
  return {
    caption: say('heatCaption'),
    heads: [say('session'), ...tenths],
    rows: sessions.map(({ id, label }) => {
      const cells = heat.find(({ session }) => session === id)?.cells ?? [];
      const values = tenths.map((_, index) => valueOf(cells[index] ?? undefined));
      return [label === '–' ? id : label, ...values];
    }),
  };
}

function stringsOf(say: Say, canEdit: boolean): CaseState['strings'] {
  return {
    picture: say('picture'),
    ruptures: say('rupturesHead'),
    rupturesDetail: say('rupturesHeadDetail'),
    rupturesEnds: say('rupturesEnds'),
    heat: say('heat'),
    heatDetail: say('heatDetail'),
    flags: say('flags'),
    axis: say('axis'),
    figures: say('figures'),
    detectors: say('detectors'),
    noDetectors: say('noDetectors'),
    silentDetectors: say('silentDetectors'),
    editParameters: canEdit ? say('editParameters') : '',
    problems: say('problems'),
    showCases: say('showCases'),
    showTable: say('showTable'),
    hideTable: say('hideTable'),
    keyboard: say('keyboard'),
  };
}
