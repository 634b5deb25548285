import type { EpisodeFigures, Mark, Part, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelArc, PanelMark } from '../../panel/messages';
import type { Localisation } from '../localisation';
import { roleWord } from './terms';

const shapes: Partial<Record<Part, PanelMark['shape']>> = {
  contribution: 'contribution',
  withdrawal: 'rupture',
  confrontation: 'rupture',
  rupture: 'rupture',
  attempt: 'repair',
  response: 'repair',
  decline: 'repair',
};

export function shapeOf({ kind, family }: Mark): PanelMark['shape'] {
  return (kind && shapes[kind]) ?? (family === 'repair' ? 'repair' : 'tick');
}

export function arcsOf({ episodes }: SessionTrajectory, l10n: Localisation): PanelArc[] {
  return episodes.map((episode) => ({
    episode: episode.id,
    from: episode.onset.x,
    to: episode.answered?.x ?? null,
    state: episode.state,
    title: l10n.t(
      '{0}, turns {1}, {2}',
      typeWord(episode, l10n),
      turnsOf(episode),
      stateWord(episode.state, l10n),
    ),
  }));
}

/** The annotation an episode is shown by: its first rupture, else its first repair (one carried over from before). */
export function firstOf({ ruptures, repairs }: EpisodeFigures, order: ReadonlyMap<string, number>): string {
  const place = (id: string): number => order.get(id) ?? Number.POSITIVE_INFINITY;
  const byPlace = (ids: readonly string[]): string | undefined =>
    [...ids].sort((a, b) => place(a) - place(b))[0];
  return byPlace(ruptures) ?? byPlace(repairs) ?? '';
}

export function turnsOf({ onset, answered }: EpisodeFigures): string {
  return answered ? `${onset.turn}–${answered.turn}` : `${onset.turn}–`;
}

/** What happened in it. `from` is the number of the session it was carried over from, where that is known. */
export function detailOf(episode: EpisodeFigures, l10n: Localisation, from: number | null = null): string {
  const { attempts, first_mover: mover, answer, carried_over: before } = episode;
  const tried =
    attempts.n === 0
      ? l10n.t('no attempt')
      : attempts.n === 1
        ? l10n.t('1 attempt')
        : l10n.t('{0} attempts', attempts.n);
  return [
    before ? carriedWord(from, l10n) : '',
    typeWord(episode, l10n),
    mover ? l10n.t('{0} first', roleWord(mover, l10n)) : '',
    tried,
    answer === 'response' ? l10n.t('client answers') : answer === 'decline' ? l10n.t('client declines') : '',
    episode.latency_turns === null ? '' : l10n.t('first attempt after {0} turns', episode.latency_turns),
  ]
    .filter(Boolean)
    .join(' · ');
}

function carriedWord(from: number | null, l10n: Localisation): string {
  return from === null
    ? l10n.t('carried over from an earlier session')
    : l10n.t('carried over from session {0}', from);
}

export function typeWord({ type }: EpisodeFigures, l10n: Localisation): string {
  const words = {
    withdrawal: l10n.t('withdrawal'),
    confrontation: l10n.t('confrontation'),
    mixed: l10n.t('withdrawal and confrontation'),
    unspecified: l10n.t('rupture'),
  };
  return words[type];
}

export function stateWord(state: EpisodeFigures['state'], l10n: Localisation): string {
  const words = {
    open: l10n.t('open at the end'),
    attempted: l10n.t('attempted, not resolved'),
    partly: l10n.t('partly resolved'),
    resolved: l10n.t('resolved'),
  };
  return words[state];
}
