import type { Axis, UndefinedReason } from '../../engine/trajectory/types';
import type { Role, Stage } from '../../engine/transcript/types';
import { formatTime } from '../../engine/transcript/time';
import type { Localisation } from '../localisation';

export function stageWord(stage: Stage, l10n: Localisation): string {
  const words = {
    establishing: l10n.t('establishing'),
    developing: l10n.t('developing'),
    maintaining: l10n.t('maintaining'),
  };
  return words[stage];
}

export function roleWord(role: Role, l10n: Localisation): string {
  const words = { therapist: l10n.t('therapist'), client: l10n.t('client'), other: l10n.t('another person') };
  return words[role];
}

export function axisWord({ kind }: Pick<Axis, 'kind'>, l10n: Localisation): string {
  const words = { time: l10n.t('minutes'), words: l10n.t('words'), turns: l10n.t('turns') };
  return words[kind];
}

export function axisNote(axis: Axis, hasTimes: boolean, l10n: Localisation): string {
  if (axis.kind === 'time')
    return axis.interpolated ? l10n.t('times between stamps estimated from words') : '';
  return axis.kind === 'words' && !hasTimes ? l10n.t('no times in the transcript') : '';
}

/** A place on the axis as a person says it. */
export function where(axis: Axis, x: number, turn: number, l10n: Localisation): string {
  return axis.kind === 'time' ? formatTime(x) : l10n.t('turn {0}', turn);
}

/** A place between turns, in the axis' own measure: "12:40", "word 310", "turn 31". */
export function placeOf({ kind }: Axis, x: number, l10n: Localisation): string {
  if (kind === 'time') return formatTime(x);
  return kind === 'words' ? l10n.t('word {0}', Math.round(x)) : l10n.t('turn {0}', Math.round(x));
}

/** A stretch of the axis, without its measure. */
export function stretchOf({ kind }: Axis, start: number, end: number): string {
  const say = (x: number): string => (kind === 'time' ? formatTime(x) : String(Math.round(x)));
  return `${say(start)}–${say(end)}`;
}

export function undefinedWord(reason: UndefinedReason | null, l10n: Localisation): string {
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
