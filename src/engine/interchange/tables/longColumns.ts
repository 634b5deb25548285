import { quoteOf } from '../../annotations/quote';
import type { Code } from '../../codebook/types';
import type { SessionAxis } from '../../trajectory/axis';
import type { EpisodeFigures, Part } from '../../trajectory/types';
import type { CodedSession, PlacedAnnotation } from './codedSessions';
import { codeValues } from './codeValues';
import { codingStates } from './codingState';
import type { ExportedStudy } from '../exported';
import { caseColumn, dayColumn, sessionColumn, transcriptColumn } from './studyColumns';
import type { Column, VariableNames } from './table';

/** One annotation: a row. */
export interface Mark extends CodedSession {
  readonly annotation: PlacedAnnotation;
  /** The code it counts as; null where the codebook knows none. */
  readonly code: Code | null;
  readonly kind: Part | null;
  readonly segment: number | null;
  /** The episode it belongs to, with its number in the session. */
  readonly episode: { readonly number: number; readonly figures: EpisodeFigures } | null;
  /** By time, where the transcript has times; whatever axis the study demands. */
  readonly axis: SessionAxis;
}

const kinds = [
  ['withdrawal', 'rupture by withdrawal'],
  ['confrontation', 'rupture by confrontation'],
  ['rupture', 'rupture of no said kind'],
  ['contribution', 'the therapist’s share in a rupture'],
  ['attempt', 'attempt at repair'],
  ['response', 'the client’s answer to a repair: taken up'],
  ['decline', 'the client’s answer to a repair: not taken up'],
] as const;

const roles = [
  ['therapist', 'therapist'],
  ['client', 'client'],
  ['other', 'other'],
] as const;

/** The columns of domain 2.4, in its order. */
export function longColumns(
  study: ExportedStudy,
  coded: readonly CodedSession[],
  text: boolean,
): Column<Mark>[] {
  const codes = codeValues(study.sessions, coded);
  return [
    caseColumn,
    sessionColumn,
    transcriptColumn,
    dayColumn(study),
    { name: 'coder', label: 'Who coded', type: 'text', cell: ({ coding }) => coding.coder },
    {
      name: 'state',
      label: 'Where the coding stands',
      type: 'text',
      values: codingStates.map(([, state, word]) => [state, word]),
      cell: ({ state }) => state,
    },
    {
      name: 'turn',
      label: 'Turn in which it begins, from 1',
      type: 'integer',
      cell: ({ annotation }) => annotation.at.turn,
    },
    {
      name: 'start',
      label: 'Where it begins in that turn',
      type: 'integer',
      unit: 'characters from 0',
      cell: ({ annotation }) => annotation.at.start,
    },
    {
      name: 'end_turn',
      label: 'Turn in which it ends',
      type: 'integer',
      cell: ({ annotation: { at } }) => at.end_turn ?? at.turn,
    },
    {
      name: 'end',
      label: 'Where it ends in that turn, exclusive',
      type: 'integer',
      unit: 'characters from 0',
      cell: ({ annotation }) => annotation.at.end,
    },
    {
      name: 'segment',
      label: 'Segment that holds the turn, from 1',
      type: 'integer',
      cell: ({ segment }) => segment,
    },
    {
      name: 'role',
      label: 'Who speaks in the turn in which it begins',
      type: 'text',
      values: roles,
      cell: ({ session, annotation: { at } }) => session.transcript.turns[at.turn - 1]?.role,
    },
    {
      name: 'time_start',
      label: 'When its first turn begins',
      type: 'number',
      unit: 'seconds',
      cell: ({ axis, annotation: { at } }) => timeAt(axis, at.turn - 1),
    },
    {
      name: 'time_end',
      label: 'When its last turn ends',
      type: 'number',
      unit: 'seconds',
      cell: ({ axis, annotation: { at } }) => timeAt(axis, at.end_turn ?? at.turn),
    },
    {
      name: 'code',
      label: 'Code',
      type: 'text',
      values: codes,
      cell: ({ code, annotation }) => code?.id ?? annotation.code,
    },
    { name: 'family', label: 'Family of the code', type: 'text', cell: ({ code }) => code?.family },
    {
      name: 'kind',
      label: 'What it is in an episode of rupture and repair',
      type: 'text',
      values: kinds,
      cell: ({ kind }) => kind,
    },
    {
      name: 'valence',
      label: 'Whether the code strengthens the alliance',
      type: 'integer',
      values: [
        [-1, 'strains'],
        [0, 'neither'],
        [1, 'strengthens'],
      ],
      cell: ({ code }) => code?.valence,
    },
    scaleColumn('clarity', 'clarity', coded),
    scaleColumn('impact', 'impact', coded),
    {
      name: 'episode',
      label: 'Episode of rupture and repair, numbered in its session and coding',
      type: 'text',
      cell: ({ episode }) => episode && `e${episode.number}`,
    },
    {
      name: 'mover',
      label: 'Role of the first annotation of its episode',
      type: 'text',
      values: roles,
      cell: ({ episode }) => episode?.figures.first_mover,
    },
    {
      name: 'text',
      label: 'The words that were coded; empty unless text was chosen',
      type: 'text',
      cell: ({ session, annotation }) => (text ? quoteOf(session.transcript.turns, annotation.at) : null),
    },
    {
      name: 'note',
      label: 'The coder’s note; empty unless text was chosen',
      type: 'text',
      cell: ({ annotation }) => (text ? annotation.note : null),
    },
  ];
}

/** Seconds; behind the last turn, the end of the session. */
function timeAt({ axis, starts }: SessionAxis, index: number): number | null {
  return axis.kind === 'time' ? (starts[index] ?? axis.end) : null;
}

function scaleColumn(name: string, scale: string, coded: readonly CodedSession[]): Column<Mark> {
  const known = coded.flatMap(({ session }) => session.codebook.scales.get(scale) ?? [])[0];
  return {
    name,
    label: `Rated ${scale} of the annotation`,
    type: 'number',
    ...(known ? { values: known.values.map(({ value, label }) => [value, label] as const) } : {}),
    cell: ({ annotation: { ratings } }) => (ratings && Object.hasOwn(ratings, scale) ? ratings[scale] : null),
  };
}

/** Scales of the study's own. */
export function ownScaleColumns(coded: readonly CodedSession[], names: VariableNames): Column<Mark>[] {
  const used = coded.flatMap(({ annotations }) =>
    annotations.flatMap(({ ratings }) => Object.keys(ratings ?? {})),
  );
  const others = [...new Set(used)].filter((scale) => scale !== 'clarity' && scale !== 'impact').sort();
  return others.map((scale) => scaleColumn(names.of(`rating_${scale}`), scale, coded));
}
