import * as vscode from 'vscode';
import type { Axis, UndefinedReason } from '../../engine/trajectory/types';
import type { Role, Stage } from '../../engine/transcript/types';
import { formatTime } from '../../engine/transcript/time';
import type { PanelStrings } from '../../panel/messages';

export const t = vscode.l10n.t;

export function stageWord(stage: Stage): string {
  const words = {
    establishing: t('establishing'),
    developing: t('developing'),
    maintaining: t('maintaining'),
  };
  return words[stage];
}

export function roleWord(role: Role): string {
  const words = { therapist: t('therapist'), client: t('client'), other: t('another person') };
  return words[role];
}

export function axisWord({ kind }: Axis): string {
  const words = { time: t('minutes'), words: t('words'), turns: t('turns') };
  return words[kind];
}

export function axisNote(axis: Axis): string {
  if (axis.kind === 'time') return axis.interpolated ? t('times between stamps estimated from words') : '';
  return axis.kind === 'words' ? t('no times in the transcript') : '';
}

/** A place on the axis as a person says it. */
export function where(axis: Axis, x: number, turn: number): string {
  return axis.kind === 'time' ? formatTime(x) : t('turn {0}', turn);
}

export function undefinedWord(reason: UndefinedReason | null): string {
  const words: Record<UndefinedReason, string> = {
    'no-episodes': t('no rupture'),
    'no-answered-episodes': t('none answered'),
    'no-times': t('no times'),
    'no-judged-turns': t('no turn judged'),
    'no-duration': t('length unknown'),
    'no-annotations': t('nothing coded'),
  };
  return reason === null ? '' : words[reason];
}

export function panelStrings(axis: Axis): PanelStrings {
  return {
    picture: t('Trajectory of the session'),
    segments: t('Segments'),
    episodes: t('Episodes'),
    noEpisodes: t('No rupture coded.'),
    showTable: t('Show as table'),
    hideTable: t('Show as picture'),
    table: {
      caption: t('Annotations in the order of the session'),
      turn: t('Turn'),
      where: axis.kind === 'time' ? t('Time') : t('Place'),
      family: t('Family'),
      code: t('Code'),
      impact: t('Impact'),
      quote: t('Words'),
      note: t('Note'),
    },
    segmentTable: t('Annotations by segment'),
    segmentColumn: t('Segment'),
    figures: t('Figures'),
    unconfirmed: t('please confirm'),
    keyboard: t('Arrow keys go from mark to mark, Enter goes to the passage.'),
  };
}
