import type { SessionTrajectory, Statistic } from '../../engine/trajectory/types';
import type { PanelFigure } from '../../panel/messages';
import type { Localisation } from '../localisation';
import { undefinedWord } from './terms';

/**
 * The figures under the picture: large number, small label, and what it was counted from. What was carried over is told
 * apart wherever it is in one figure and not in the next.
 */
export function figuresOf(trajectory: SessionTrajectory, l10n: Localisation): PanelFigure[] {
  const { figures, axis, episodes } = trajectory;
  const { ruptures, rupture_annotations: annotations, resolved } = figures;
  const carried = episodes.filter((each) => each.carried_over !== null).length;
  const n = annotations.value ?? 0;
  return [
    figure(
      ruptures,
      l10n.t('ruptures'),
      carried > 0 ? l10n.t('annotations: {0}; carried over: {1}', n, carried) : l10n.t('annotations: {0}', n),
      l10n.t('Ruptures as episodes; annotations of ruptures are counted apart.'),
      l10n,
    ),
    figure(
      resolved,
      l10n.t('resolved'),
      carried > 0 ? l10n.t('of {0}, carried over: {1}', resolved.n, carried) : l10n.t('of {0}', resolved.n),
      l10n.t('Episodes whose resolution is rated 4 or 5.'),
      l10n,
    ),
    latencyFigure(trajectory, carried, l10n),
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

/** Of episodes that began here only: where others are in the session, it says so. */
function latencyFigure(
  { figures: { latency_turns: latency }, episodes }: SessionTrajectory,
  carried: number,
  l10n: Localisation,
): PanelFigure {
  const begun = episodes.length - carried;
  const median =
    carried > 0
      ? l10n.t('median of {0} answered of {1} begun here', latency.n, begun)
      : l10n.t('median of {0} answered of {1}', latency.n, begun);
  const how = l10n.t('Turns from the first rupture annotation of an episode to the first attempt at repair.');
  const one = figure(latency, l10n.t('turns to attempt'), median, how, l10n);
  if (carried === 0) return one;
  const title = `${how} ${l10n.t('What was carried over began in an earlier session, and so has none here.')}`;
  if (latency.value !== null) return { ...one, title };
  const none = begun === 0 ? l10n.t('none began here') : l10n.t('none answered of {0} begun here', begun);
  return { ...one, title, detail: none };
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
