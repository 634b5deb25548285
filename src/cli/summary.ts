import type { CaseAssociation, CaseTrajectory, Series } from '../engine/trajectory/caseTypes';
import type {
  EpisodeFigures,
  SessionTrajectory,
  Statistic,
  UndefinedReason,
} from '../engine/trajectory/types';
import { associationWords, caseProblemWords, detectorNames, findingWords } from '../words/caseWords';
import { plain } from '../words/faults';
import { narrative } from '../words/narrative';
import { harmless } from './terminal';
import type { Trajectories } from './trajectories';

/** Trajectories as a person reads them: every session in a few lines, then the cases. */
export function summary({ results, cases }: Trajectories): string {
  const blocks = [...results.map(sessionLines), ...cases.map(caseLines)];
  return blocks.map((lines) => lines.map((line) => `${harmless(line)}\n`).join('')).join('\n');
}

function sessionLines(session: SessionTrajectory): string[] {
  const sentences = narrative(session, plain).map((parts) => parts.map(({ text }) => text).join(''));
  return [
    `${session.transcript} · ${session.coder}`,
    `  ${factsOf(session).join(' · ')}`,
    `  ${sentences.join(' ')}`,
    ...figureRows(session).map(([label, value, detail]) =>
      `  ${label.padEnd(labelWidth)}${value.padStart(6)}   ${detail}`.trimEnd(),
    ),
    ...session.episodes.map((episode) => `  ${episodeLine(episode)}`),
    ...(session.left_out > 0
      ? [`  In no figure, for want of a place or a known code: ${count(session.left_out, 'annotation')}.`]
      : []),
  ];
}

function factsOf(session: SessionTrajectory): string[] {
  const { case: name, session: number, date, stage, turns, minutes, axis } = session;
  return [
    name === null ? [] : `case ${name}`,
    number === null ? [] : `session ${number}`,
    date ?? [],
    stage ?? [],
    count(turns, 'turn'),
    minutes === null ? `measured in ${axis.unit}` : count(Math.round(minutes), 'minute'),
  ].flat();
}

const labelWidth = 23;

type Row = readonly [label: string, value: string, detail: string];

function figureRows(session: SessionTrajectory): Row[] {
  const { figures } = session;
  const { ruptures, rupture_annotations, resolved, turns_open_at_end, judged } = figures;
  const perFifty = figures.ruptures_per_50_minutes;
  return [
    row('ruptures', ruptures, `episodes, from ${count(rupture_annotations.value ?? 0, 'annotation')}`),
    row('resolved', resolved, `of ${count(resolved.n, 'episode')}`),
    latencyRow(session),
    row('turns open at the end', turns_open_at_end, `${count(turns_open_at_end.n, 'episode')} unresolved`),
    row('ruptures per 50 min', perFifty, `in ${count(perFifty.n, 'judged turn')}`),
    ['turns judged', String(Math.round((judged.value ?? 0) * judged.n)), `of ${count(judged.n, 'turn')}`],
  ];
}

/** What was carried over began in an earlier session, and has no latency here. */
function latencyRow({ figures: { latency_turns: latency }, episodes }: SessionTrajectory): Row {
  const begun = episodes.filter((each) => each.carried_over === null).length;
  const of = begun === episodes.length ? '' : ` of ${begun} begun here`;
  const [label, value, detail] = row('turns to attempt', latency, `median of ${latency.n} answered`);
  return [label, value, `${detail}${of}`];
}

const undefinedWords: Readonly<Record<UndefinedReason, string>> = {
  'no-episodes': 'no rupture',
  'no-answered-episodes': 'none answered',
  'no-times': 'no times',
  'no-judged-turns': 'no turn judged',
  'no-duration': 'length unknown',
  'no-annotations': 'nothing coded',
};

function row(label: string, { value, undefined: reason }: Statistic, detail: string): Row {
  if (value === null) return [label, '–', reason === null ? '' : undefinedWords[reason]];
  return [label, Number.isInteger(value) ? String(value) : value.toFixed(2), detail];
}

function episodeLine({ id, type, state, onset, answered, peak_impact }: EpisodeFigures): string {
  const answer = answered === null ? 'not answered' : `answered by turn ${answered.turn}`;
  return `episode ${id}: ${type}, from turn ${onset.turn}, ${answer}, ${state}, impact ${peak_impact}`;
}

function caseLines(one: CaseTrajectory): string[] {
  const { case: name, sessions, episodes, associations, problems } = one;
  const transcripts = new Set(sessions.map(({ transcript }) => transcript)).size;
  return [
    `${name === null ? 'No case' : `Case ${name}`}: ${count(transcripts, 'coded session')}`,
    ...episodes.map(
      ({ coder, ruptures, resolved, open_at_end }) =>
        `  ${coder}: ${count(ruptures, 'rupture')}, ${resolved} resolved, ${open_at_end} open`,
    ),
    ...one.series.flatMap((series) => seriesLines(series, one)),
    ...associations.flatMap((each) => associationLine(each) ?? []),
    ...problems.map((problem) => `  ${caseProblemWords(problem, plain)}`),
  ];
}

/** What was found in a series; nothing where nothing was. */
function seriesLines({ name, source, points }: Series, { detectors, axis }: CaseTrajectory): string[] {
  const lines = detectors.flatMap((result) => {
    if (result.series.name !== name || result.series.source !== source) return [];
    const found = findingWords(result, axis, plain);
    return found.length === 0 ? [] : [`    ${detectorNames[result.detector]}: ${found.join('; ')}`];
  });
  return lines.length === 0 ? [] : [`  ${name}, ${source}, ${count(points.length, 'session')}`, ...lines];
}

function associationLine(one: CaseAssociation): string | null {
  const words = associationWords(one, plain);
  const { alliance, outcome } = one;
  return words === null
    ? null
    : `  ${alliance.name}, ${alliance.source}, with ${outcome.name}, ${outcome.source}: ${words}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
