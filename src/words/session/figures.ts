import type { SessionTrajectory, Statistic } from '../../engine/trajectory/types';
import type { PanelFigure } from '../../panel/messages';
import type { Localisation } from '../localisation';
import { undefinedWord } from './terms';

/** The figures under the picture: large number, small label, and what it was counted from. */
export function figuresOf({ figures, axis }: SessionTrajectory, l10n: Localisation): PanelFigure[] {
  const { ruptures, rupture_annotations: annotations, resolved, latency_turns: latency } = figures;
  return [
    figure(
      ruptures,
      l10n.t('ruptures'),
      l10n.t('annotations: {0}', annotations.value ?? 0),
      l10n.t('Ruptures as episodes; annotations of ruptures are counted apart.'),
      l10n,
    ),
    figure(
      resolved,
      l10n.t('resolved'),
      l10n.t('of {0}', resolved.n),
      l10n.t('Episodes whose resolution is rated 4 or 5.'),
      l10n,
    ),
    figure(
      latency,
      l10n.t('turns to attempt'),
      l10n.t('median of {0} answered of {1}', latency.n, ruptures.value ?? 0),
      l10n.t('Turns from the first rupture annotation of an episode to the first attempt at repair.'),
      l10n,
    ),
    figure(
      figures.turns_open_at_end,
      l10n.t('turns open at the end'),
      l10n.t('{0} of {1} unresolved', figures.open_at_end.value ?? 0, figures.open_at_end.n),
      l10n.t('Turns from the onset of the oldest unresolved episode to the last turn.'),
      l10n,
    ),
    figure(
      figures.ruptures_per_50_minutes,
      l10n.t('ruptures per 50 min'),
      axis.kind === 'time'
        ? l10n.t('judged turns: {0}', figures.ruptures_per_50_minutes.n)
        : l10n.t('judged turns: {0}, length estimated', figures.ruptures_per_50_minutes.n),
      l10n.t('Episodes that begin in judged turns, per 50 minutes of those turns.'),
      l10n,
    ),
  ];
}

function figure(
  statistic: Statistic,
  label: string,
  detail: string,
  title: string,
  l10n: Localisation,
): PanelFigure {
  const { value } = statistic;
  return {
    value: value === null ? '–' : formatted(value),
    label,
    detail: value === null ? undefinedWord(statistic.undefined, l10n) : detail,
    title,
  };
}

/** At most one decimal, and none where it says nothing. */
function formatted(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
