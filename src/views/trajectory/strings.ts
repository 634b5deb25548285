import { l10n } from 'vscode';
import type { Axis, UndefinedReason } from '../../engine/trajectory/types';
import type { Role, Stage } from '../../engine/transcript/types';
import { formatTime } from '../../engine/transcript/time';
import type { PanelStrings } from '../../panel/messages';

export function stageWord(stage: Stage): string {
  const words = {
    establishing: l10n.t('establishing'),
    developing: l10n.t('developing'),
    maintaining: l10n.t('maintaining'),
  };
  return words[stage];
}

export function roleWord(role: Role): string {
  const words = { therapist: l10n.t('therapist'), client: l10n.t('client'), other: l10n.t('another person') };
  return words[role];
}

export function axisWord({ kind }: Pick<Axis, 'kind'>): string {
  const words = { time: l10n.t('minutes'), words: l10n.t('words'), turns: l10n.t('turns') };
  return words[kind];
}

export function axisNote(axis: Axis, hasTimes: boolean): string {
  if (axis.kind === 'time')
    return axis.interpolated ? l10n.t('times between stamps estimated from words') : '';
  return axis.kind === 'words' && !hasTimes ? l10n.t('no times in the transcript') : '';
}

/** A place on the axis as a person says it. */
export function where(axis: Axis, x: number, turn: number): string {
  return axis.kind === 'time' ? formatTime(x) : l10n.t('turn {0}', turn);
}

/** A place between turns, in the axis' own measure: "12:40", "word 310", "turn 31". */
export function placeOf({ kind }: Axis, x: number): string {
  if (kind === 'time') return formatTime(x);
  return kind === 'words' ? l10n.t('word {0}', Math.round(x)) : l10n.t('turn {0}', Math.round(x));
}

/** A stretch of the axis, without its measure. */
export function stretchOf({ kind }: Axis, start: number, end: number): string {
  const say = (x: number): string => (kind === 'time' ? formatTime(x) : String(Math.round(x)));
  return `${say(start)}–${say(end)}`;
}

export function undefinedWord(reason: UndefinedReason | null): string {
  const words: Record<UndefinedReason, string> = {
    'no-episodes': l10n.t('no rupture'),
    'no-answered-episodes': l10n.t('none answered'),
    'no-times': l10n.t('no times'),
    'no-judged-turns': l10n.t('no turn judged'),
    'no-duration': l10n.t('length unknown'),
    'no-annotations': l10n.t('nothing coded'),
  };
  return reason === null ? '' : words[reason];
}

export function panelStrings(axis: Axis, who: string): PanelStrings {
  return {
    picture: l10n.t('Trajectory of the session, coding of {0}', who),
    segments: l10n.t('Segments'),
    episodes: l10n.t('Episodes'),
    noEpisodes: l10n.t('No rupture coded.'),
    linkRepair: l10n.t('Link repair…'),
    linkRupture: l10n.t('Link rupture…'),
    unlinked: l10n.t('Repairs that answer no rupture'),
    showTable: l10n.t('Show as table'),
    hideTable: l10n.t('Show as picture'),
    table: {
      caption: l10n.t('Annotations of {0} in the order of the session', who),
      turn: l10n.t('Turn'),
      where: axis.kind === 'time' ? l10n.t('Time') : l10n.t('Place'),
      family: l10n.t('Family'),
      code: l10n.t('Code'),
      impact: l10n.t('Impact'),
      quote: l10n.t('Words'),
      note: l10n.t('Note'),
    },
    segmentTable: l10n.t('Annotations by segment'),
    segmentColumn: l10n.t('Segment'),
    figures: l10n.t('Figures, coding of {0}', who),
    axis: l10n.t('Axis'),
    part: l10n.t('{0}–{1} of {2}', '{0}', '{1}', '{2}'),
    whole: l10n.t('Whole session'),
    unconfirmed: l10n.t('please confirm'),
    keyboard: l10n.t(
      'Arrow keys go from mark to mark, Enter goes to the passage. Plus and minus zoom, 0 shows the whole session; in the segments Shift with the arrow keys marks a stretch, and Enter shows it.',
    ),
  };
}
