import { isRupture } from '../../trajectory/parts';
import type { Part, SessionTrajectory, Statistic, UndefinedReason } from '../../trajectory/types';
import type { CodedSession } from './codedSessions';
import { codingStates } from './codingState';
import type { ExportedStudy } from '../exported';
import { notApplicable } from './missingValues';
import { ratingIn, ratingsOf, usualRatings } from './sessionRatings';
import {
  caseColumn,
  dayColumn,
  groupColumns,
  scoreColumns,
  sessionColumn,
  stageNumber,
  stageNumbers,
  transcriptColumn,
} from './studyColumns';
import { VariableNames, type Column } from './table';

type Wide = Column<CodedSession>;

/** The columns of domain 2.4 in its order, and behind them what else is known of a session. */
export function wideColumns(study: ExportedStudy, coded: readonly CodedSession[]): Wide[] {
  const before = [...whoseColumns(), ...countColumns()];
  const behind = [...episodeColumns(), ...moreColumns(study)];
  const taken = [...before, ...behind].map(({ name }) => name);
  const names = new VariableNames([...taken, ...Object.values(usualRatings)]);
  const ratings = ratingsOf(study, coded).map(({ id, ...said }) => ({
    ...said,
    usual: Object.hasOwn(usualRatings, id),
    name: (Object.hasOwn(usualRatings, id) ? usualRatings[id] : undefined) ?? names.of(`r_${id}`),
    type: 'integer' as const,
    cell: (row: CodedSession) => ratingIn(row, id),
  }));
  return [
    ...before,
    ...ratings.filter(({ usual }) => usual),
    ...behind,
    ...ratings.filter(({ usual }) => !usual),
    ...familyColumns(study, names),
    ...groupColumns(study, names),
    ...scoreColumns(study, names),
    transcriptColumn,
  ];
}

function whoseColumns(): Wide[] {
  return [
    caseColumn,
    sessionColumn,
    { name: 'coder', label: 'Who coded', type: 'text', cell: ({ coding }) => coding.coder },
    {
      name: 'minutes',
      label: 'Length of the session, by times or duration',
      type: 'number',
      unit: 'minutes',
      cell: ({ trajectory }) => trajectory.minutes,
    },
  ];
}

function countColumns(): Wide[] {
  const of = (name: string, label: string, counts: (kind: Part | null) => boolean): Wide => ({
    name,
    label,
    type: 'integer',
    cell: ({ trajectory }) => trajectory.marks.filter(({ kind }) => counts(kind)).length,
  });
  return [
    of('n_wd', 'Annotations of withdrawal', (kind) => kind === 'withdrawal'),
    of('n_cf', 'Annotations of confrontation', (kind) => kind === 'confrontation'),
    of('n_th', 'Annotations of the therapist’s share in ruptures', (kind) => kind === 'contribution'),
    of('n_rep', 'Annotations of attempts at repair', (kind) => kind === 'attempt'),
  ];
}

function episodeColumns(): Wide[] {
  return [
    figure('ep_n', 'Ruptures: episodes, those that go on from an earlier session included', 'ruptures'),
    figure('ep_open', 'Episodes that are not resolved at the end', 'open_at_end'),
    figure('lat_med_s', 'Median time from rupture to first attempt at repair', 'latency_seconds', 'seconds'),
    figure('lat_med_t', 'Median turns from rupture to first attempt at repair', 'latency_turns', 'turns'),
    figure('ep_res', 'Episodes that are resolved: resolution 4 or 5', 'resolved'),
    figure('ep_att', 'Attempts at repair that belong to an episode', 'attempts'),
    figure('rup_50', 'Ruptures per 50 minutes judged', 'ruptures_per_50_minutes', 'per 50 minutes'),
    {
      name: 'n_rup',
      label: 'Annotations of rupture of any kind',
      type: 'integer',
      cell: ({ trajectory }) => trajectory.marks.filter(({ kind }) => isRupture(kind)).length,
    },
    {
      name: 'n_all',
      label: 'Annotations',
      type: 'integer',
      cell: ({ trajectory }) => trajectory.marks.length,
    },
    figure('judged', 'Share of turns that were judged', 'judged', 'share, 0 to 1'),
  ];
}

type FigureName = Exclude<keyof SessionTrajectory['figures'], 'families'>;

/** A count, or what is measured in a unit. */
function figure(name: string, label: string, key: FigureName, unit?: string): Wide {
  const measured = unit === undefined ? { type: 'integer' as const } : { type: 'number' as const, unit };
  return { name, label, ...measured, cell: ({ trajectory }) => valueOf(trajectory.figures[key]) };
}

/** What cannot be there is told from what nobody knows. */
const inapplicable: ReadonlySet<UndefinedReason | null> = new Set<UndefinedReason>([
  'no-episodes',
  'no-answered-episodes',
  'no-annotations',
]);

function valueOf({ value, undefined: reason }: Statistic): number | null {
  return value === null && inapplicable.has(reason) ? notApplicable : value;
}

function moreColumns(study: ExportedStudy): Wide[] {
  return [
    { name: 'turns', label: 'Turns', type: 'integer', cell: ({ trajectory }) => trajectory.turns },
    { name: 'words', label: 'Words spoken', type: 'integer', cell: ({ trajectory }) => trajectory.words },
    dayColumn(study),
    {
      name: 'stage',
      label: 'Stage of the alliance',
      type: 'integer',
      values: stageNumbers,
      nominal: true,
      cell: ({ session }) => stageNumber(session.facts),
    },
    {
      name: 'state',
      label: 'Where the coding stands',
      type: 'integer',
      values: codingStates.map(([number, , word]) => [number, word]),
      nominal: true,
      cell: ({ state }) => codingStates.find(([, each]) => each === state)?.[0],
    },
  ];
}

function familyColumns({ sessions }: ExportedStudy, names: VariableNames): Wide[] {
  const families = new Map(
    sessions.flatMap(({ codebook }) => codebook.families.map(({ id, label }) => [id, label] as const)),
  );
  return [...families].map(([id, label]) => ({
    name: names.of(`n_${id}`),
    label: `Annotations of the family ${label}`,
    type: 'integer',
    cell: ({ trajectory: { figures } }) =>
      Object.hasOwn(figures.families, id) ? figures.families[id]?.value : notApplicable,
  }));
}
