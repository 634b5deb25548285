import { csvText, tableOf, type Table } from './csvText';
import type { EpisodeFigures, Mark, SessionTrajectory, Statistic } from './types';

/** The tables of a trajectory, as scripts and spreadsheets read them. None holds a word of the session. */
export type TableName = 'annotations' | 'segments' | 'episodes' | 'figures';

/** One table as comma-separated values; each row says which session and whose coding it is of. Empty where there is nothing to say. */
export function tableCsv(trajectory: SessionTrajectory, name: TableName): string {
  const about = {
    case: trajectory.case,
    session: trajectory.session,
    transcript: trajectory.transcript,
    coder: trajectory.coder,
  };
  return csvText(about, tables[name](trajectory));
}

const tables: Record<TableName, (trajectory: SessionTrajectory) => Table> = {
  annotations: annotationTable,
  segments: segmentTable,
  episodes: episodeTable,
  figures: figureTable,
};

function annotationTable({ marks, axis }: SessionTrajectory): Table {
  return {
    fields: ['id', 'turn', 'end_turn', axis.unit, 'family', 'code', 'kind', 'impact'],
    rows: marks.map((mark: Mark) => [
      mark.id,
      mark.turn,
      mark.end_turn,
      mark.x,
      mark.family,
      mark.code,
      mark.kind,
      mark.impact,
    ]),
  };
}

function segmentTable({ segments, axis }: SessionTrajectory): Table {
  const families = Object.keys(segments[0]?.families ?? {});
  return {
    fields: [
      'segment',
      `start_${axis.unit}`,
      `end_${axis.unit}`,
      'from_turn',
      'to_turn',
      ...families.flatMap((id) => [`${id}_n`, `${id}_max_impact`, `${id}_mean_impact`]),
    ],
    rows: segments.map((segment) => [
      segment.segment,
      segment.start,
      segment.end,
      segment.from_turn,
      segment.to_turn,
      ...families.flatMap((id) => {
        const count = segment.families[id];
        return [count?.n ?? 0, count?.max_impact ?? null, count?.mean_impact ?? null];
      }),
    ]),
  };
}

function episodeTable({ episodes }: SessionTrajectory): Table {
  return tableOf<EpisodeFigures>(
    {
      id: (each) => each.id,
      linked: (each) => String(each.linked),
      type: (each) => each.type,
      first_mover: (each) => each.first_mover,
      state: (each) => each.state,
      onset_turn: (each) => each.onset.turn,
      answered_turn: (each) => each.answered?.turn ?? null,
      peak_impact: (each) => each.peak_impact,
      attempts: (each) => each.attempts.n,
      attempts_immediate: (each) => each.attempts.immediate,
      attempts_expressive: (each) => each.attempts.expressive,
      latency_turns: (each) => each.latency_turns,
      latency_seconds: (each) => each.latency_seconds,
      answer: (each) => each.answer,
      resolution: (each) => each.resolution,
      duration_turns: (each) => each.duration_turns,
      open_at_end: (each) => String(each.open_at_end),
      strain_left: (each) => each.strain_left,
      carried_over: (each) =>
        each.carried_over && `${each.carried_over.transcript}/${each.carried_over.episode}`,
    },
    episodes,
  );
}

function figureTable({ figures: { families, ...figures } }: SessionTrajectory): Table {
  const named: [string, Statistic][] = [
    ...Object.entries(figures),
    ...Object.entries(families).map(([id, statistic]): [string, Statistic] => [`family_${id}`, statistic]),
  ];
  return {
    fields: ['figure', 'value', 'n', 'undefined'],
    rows: named.map(([name, { value, n, undefined: reason }]) => [name, value, n, reason]),
  };
}
