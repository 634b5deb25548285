import { codeFor } from '../codebook/keys';
import { sessionAxis } from '../trajectory/axis';
import type { EpisodeFigures } from '../trajectory/types';
import { codedSessions, type CodedSession } from './tables/codedSessions';
import type { Export, ExportedStudy } from './exported';
import { loss, type Loss } from './losses';
import { manifestOf } from './tables/manifest';
import { longScript } from './tables/scriptR';
import { longColumns, ownScaleColumns, type Mark } from './tables/longColumns';
import { groupColumns, scoreColumns } from './tables/studyColumns';
import {
  companion,
  csvOfTable,
  dictionaryOf,
  VariableNames,
  type Table,
  type TableOptions,
} from './tables/table';
import { segmentsByTurn } from './tables/segmentsByTurn';
import { counted, sharedLosses, sum } from './tables/tableLosses';

/** One row for each annotation, for R: mixed models, sequences (domain 2.4). The columns are the same with and without text. */
export function csvLong(study: ExportedStudy, options: TableOptions): Export {
  const coded = codedSessions(study);
  const table = longTable(study, coded, options);
  const { name } = options;
  const losses = [...sharedLosses(study, coded, options), ...longLosses(coded)];
  return {
    files: [
      { name, content: csvOfTable(table) },
      { name: companion(name, 'dictionary.csv'), content: dictionaryOf({ [name]: table.columns }) },
      { name: companion(name, 'manifest.json'), content: manifestOf('csv-long', study, options, losses) },
      { name: companion(name, 'read.R'), content: longScript(table, options) },
    ],
    losses,
  };
}

function longTable(
  study: ExportedStudy,
  coded: readonly CodedSession[],
  { text }: TableOptions,
): Table<Mark> {
  const fixed = longColumns(study, coded, text);
  const names = new VariableNames(fixed.map(({ name }) => name));
  const columns = [
    ...fixed,
    ...groupColumns(study, names),
    ...scoreColumns(study, names),
    ...ownScaleColumns(coded, names),
  ];
  return { about: 'one row for each annotation', columns, rows: coded.flatMap(marksOf) };
}

function marksOf(coded: CodedSession): Mark[] {
  const { session, annotations, trajectory } = coded;
  const axis = sessionAxis(session.transcript, { ...session.facts, axis: null });
  const episodes = new Map<string, Mark['episode']>();
  for (const [index, figures] of trajectory.episodes.entries()) {
    for (const id of membersOf(figures)) {
      if (!episodes.has(id)) episodes.set(id, { number: index + 1, figures });
    }
  }
  const kinds = new Map(trajectory.marks.map(({ id, kind }) => [id, kind]));
  const segments = segmentsByTurn(trajectory.segments);
  return annotations.map((annotation) => ({
    ...coded,
    annotation,
    code: codeFor(session.codebook, annotation.code),
    kind: kinds.get(annotation.id) ?? null,
    segment: segments.get(annotation.at.turn) ?? null,
    episode: episodes.get(annotation.id) ?? null,
    axis,
  }));
}

function membersOf({ ruptures, repairs, contributions }: EpisodeFigures): readonly string[] {
  return [...ruptures, ...repairs, ...contributions];
}

function longLosses(coded: readonly CodedSession[]): Loss[] {
  const episodes = coded.flatMap(({ trajectory }) => trajectory.episodes);
  const several = coded.map(({ trajectory }) => {
    const ids = trajectory.episodes.flatMap(membersOf);
    return ids.length - new Set(ids).size;
  });
  return [
    ...counted('several-episodes', sum(several)),
    ...counted('resolutions', episodes.filter(({ resolution }) => resolution !== null).length),
    ...counted('ratings', sum(coded.map(({ coding }) => coding.ratings.length))),
    ...(coded.length > 0 ? [loss('judged-turns')] : []),
  ];
}
