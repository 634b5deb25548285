import { outcomeSeries, placedPoints } from '../../engine/trajectory/caseSummary';
import type { Series } from '../../engine/trajectory/caseTypes';
import type { PanelChip, PanelFigure, PanelSentence } from '../../panel/messages';
import type { Say } from '../../words/casePage';
import { partsOf } from '../../words/narrative';
import { measureName, membersOf, nameOf, number, numberOf } from './naming';
import type { Standing } from '../../store/members';
import type { Naming, ReckonedCase } from './types';

/** Case, number of sessions, whose coding, and what is missing. */
export function chipsOf(reckoned: ReckonedCase, say: Say): PanelChip[] {
  const { gathered, trajectory } = reckoned;
  const { case: name, coder } = gathered;
  const members = membersOf(gathered);
  const count = members.length;
  const coded = members.filter(({ standing }) => standing === 'coded').length;
  const { missing } = trajectory.axis;
  const gaps: PanelChip[] =
    missing.length === 0
      ? []
      : [warning(say('gaps', { count: missing.length }), say('gapsTitle', { names: missing.join(', ') }))];
  return [
    name === null
      ? { kind: 'case', text: say('noCase'), title: say('noCaseTitle') }
      : { kind: 'case', text: name, title: say('caseChip', { case: name }) },
    {
      kind: 'session',
      text: count === 1 ? say('oneSession') : say('sessions', { count }),
      title: say('sessionsTitle', { count, coded }),
    },
    { kind: 'coder', text: coder.name, title: say('coderTitle', { coder: coder.name }) },
    ...lacking.flatMap((standing) => lackingChip(standing, reckoned, say)),
    ...gaps,
  ];
}

const lacking = ['missing', 'not-coded', 'hidden', 'text-changed'] as const satisfies readonly Standing[];

function lackingChip(
  standing: (typeof lacking)[number],
  { gathered }: ReckonedCase,
  say: Say,
): readonly PanelChip[] {
  const found = membersOf(gathered).filter((member) => member.standing === standing);
  if (found.length === 0) return [];
  const names = found.map((member) => numberOf(member) ?? member.path).join(', ');
  const title = say(`${standing}Title`, { names, coder: gathered.coder.name });
  return [warning(say(standing, { count: found.length }), title)];
}

function warning(text: string, title: string): PanelChip {
  return { kind: 'warning', text, title };
}

/** Two or three sentences: the ruptures, the course of a measure, and what so few sessions allow to say. */
export function sentencesOf(reckoned: ReckonedCase, say: Say): PanelSentence[] {
  const sentences = [
    ruptureSentence(reckoned, say),
    ...mostSentence(reckoned, say),
    ...courseSentences(reckoned, say),
  ];
  return sentences.map((sentence) => partsOf(sentence));
}

function ruptureSentence({ gathered, trajectory }: ReckonedCase, say: Say): string {
  const { ruptures: count, resolved } = totalsOf(trajectory);
  const coded = trajectory.sessions.length;
  const args = { coded, sessions: membersOf(gathered).length, count, resolved };
  if (count === 0) return say('noneRupture', args);
  if (count === 1) return say(resolved === 1 ? 'oneResolved' : 'oneOpen', args);
  if (resolved < 2) return say(resolved === 0 ? 'manyNone' : 'manyOne', args);
  return say(resolved === count ? 'manyAll' : 'manySome', args);
}

function totalsOf({ episodes }: ReckonedCase['trajectory']) {
  return episodes[0] ?? { ruptures: 0, resolved: 0, open_at_end: 0 };
}

/** Said where one session stands out: more than half of at least three. */
function mostSentence({ trajectory, gathered }: ReckonedCase, say: Say): readonly string[] {
  const { sessions } = trajectory;
  const all = sessions.reduce((sum, { ruptures }) => sum + ruptures, 0);
  const [top] = [...sessions].sort((a, b) => b.ruptures - a.ruptures);
  if (!top || sessions.length < 2 || all < 3 || top.ruptures * 2 <= all) return [];
  const member = membersOf(gathered).find(({ path }) => path === top.transcript);
  const session = (member && numberOf(member)) ?? top.transcript;
  return [say('most', { count: top.ruptures, session })];
}

function courseSentences({ gathered, trajectory }: ReckonedCase, say: Say): readonly string[] {
  if (membersOf(gathered).length === 1) return [say('oneOnly')];
  const isTold = (series: Series): boolean => placedPoints(series).length > 1;
  const told = trajectory.series.filter(isTold);
  const outcome = told.find(({ kind }) => kind === 'outcome');
  const alliance = told.find(({ kind, source }) => kind === 'self-report' && source === 'client');
  const chosen = [alliance ?? told.find(({ kind }) => kind === 'rating'), outcome].flatMap(
    (one) => one ?? [],
  );
  const [first, second] = chosen.map((series) => course(series, gathered, say));
  const n = Math.max(0, ...chosen.map((series) => placedPoints(series).length));
  const few = n < fewestForTrend;
  if (first === undefined) return [];
  if (second === undefined) return [say(few ? 'oneFew' : 'one', { course: first, n })];
  return [say(few ? 'bothFew' : 'both', { alliance: first, outcome: second, n })];
}

/** The engine names no shape of a series with fewer. */
const fewestForTrend = 8;

function course(series: Series, naming: Naming, say: Say): string {
  const points = placedPoints(series);
  return say('course', {
    measure: measureName(series.name, naming),
    source: nameOf(series.source, say),
    from: number(points[0]?.value ?? 0),
    to: number(points.at(-1)?.value ?? 0),
    better: say(series.better ?? 'higher'),
  });
}

/** Four to six figures, each with what it was counted from. */
export function figuresOf({ trajectory, gathered }: ReckonedCase, say: Say): PanelFigure[] {
  const { sessions } = trajectory;
  const { ruptures, resolved, open_at_end: open } = totalsOf(trajectory);
  const attempts = sessions.reduce((sum, each) => sum + each.attempts, 0);
  const judged = sessions.reduce((sum, each) => sum + each.judged, 0) / Math.max(1, sessions.length);
  const inSessions = say('nSessions', { n: sessions.length });
  const ofAll = ruptures === 0 ? say('noRupture') : say('ofRuptures', { n: ruptures });
  const share = (value: number): string => (ruptures === 0 ? say('none') : String(value));
  return [
    { value: String(ruptures), label: say('ruptures'), detail: inSessions, title: say('rupturesTitle') },
    { value: share(resolved), label: say('resolved'), detail: ofAll, title: say('resolvedTitle') },
    { value: share(open), label: say('open'), detail: ofAll, title: say('openTitle') },
    { value: String(attempts), label: say('attempts'), detail: inSessions, title: say('attemptsTitle') },
    {
      value: `${Math.round(judged * 100)} %`,
      label: say('judged'),
      detail: inSessions,
      title: say('judgedTitle'),
    },
    ...outcomeFigure(trajectory.series, gathered, say),
  ];
}

function outcomeFigure(all: readonly Series[], naming: Naming, say: Say): readonly PanelFigure[] {
  const series = outcomeSeries(all);
  if (!series) return [];
  const points = placedPoints(series);
  const [measure, n] = [measureName(series.name, naming), points.length];
  const from = number(points[0]?.value ?? 0);
  return [
    {
      value: number(points.at(-1)?.value ?? 0),
      label: say('lastOutcome', { measure }),
      detail: say('lastOutcomeDetail', { from, n }),
      title: say('lastOutcomeTitle', { measure, n, source: nameOf(series.source, say) }),
    },
  ];
}
