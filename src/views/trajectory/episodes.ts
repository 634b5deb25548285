import { l10n } from 'vscode';
import type { Codebook } from '../../engine/codebook/types';
import { begunAt } from '../../engine/trajectory/carrying';
import { isSameName } from '../../engine/trajectory/episodes';
import type { EpisodeFigures, Part, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelEpisode, PanelUnlinked } from '../../panel/messages';
import { wordsOf, type Before } from '../../store/earlierSessions';
import type { Person } from '../../store/person';
import { detailOf, firstOf, stateWord, turnsOf } from '../../words/session/episodes';
import { oneLine } from './strings';

/** The episodes as rows. One carried over is shown by what it began with, as long as nothing of it is coded here. */
export function episodesOf(person: Person, trajectory: SessionTrajectory, before: Before): PanelEpisode[] {
  const { annotations } = person.file.file.coding;
  const quotes = new Map(annotations.map(({ id, quote }) => [id, quote ?? '']));
  const order = new Map(trajectory.marks.map(({ id }, index) => [id, index]));
  const isOver = (trajectory.figures.judged.value ?? 0) === 1;
  return trajectory.episodes.map((episode) => {
    const first = firstOf(episode, order);
    const begun = begunAt(episode, before.sessions);
    return {
      id: episode.id,
      state: episode.state,
      stateLabel: stateWord(episode.state, l10n),
      quote: oneLine(quotes.get(first) ?? wordsOf(begun, before)),
      turns: turnsOf(episode),
      detail: [
        detailOf(episode, l10n, sessionBefore(episode, before)),
        ...(isOver ? goingOn(episode, before) : []),
      ].join(' · '),
      annotation: first,
      carried: episode.carried_over !== null,
      session: begun?.session.transcript ?? null,
    };
  });
}

const repairing = new Set<Part | null>(['attempt', 'response', 'decline']);

/** Repairs that no episode holds: they answer no rupture. */
export function unlinkedOf(
  person: Person,
  trajectory: SessionTrajectory,
  codebook: Codebook,
): PanelUnlinked[] {
  const linked = new Set(trajectory.episodes.flatMap(({ repairs }) => repairs));
  const quotes = new Map(person.file.file.coding.annotations.map(({ id, quote }) => [id, quote ?? '']));
  return trajectory.marks
    .filter(({ id, kind }) => repairing.has(kind) && !linked.has(id))
    .map(({ id, code, turn }) => ({
      annotation: id,
      code: codebook.codes.get(code)?.label ?? code,
      quote: oneLine(quotes.get(id) ?? ''),
      turn: String(turn),
    }));
}

/** The number of the session an episode was carried over from, where that can be seen. */
function sessionBefore({ carried_over: from }: EpisodeFigures, { others }: Before): number | null {
  return (from && others.find(({ path }) => isSameName(path, from.transcript))?.session) ?? null;
}

/** Said when the session is judged to its end: as long as somebody codes it, much is open. */
function goingOn({ id, open_at_end: isOpen }: EpisodeFigures, { path, others }: Before): string[] {
  if (!isOpen) return [];
  const later = others.find(({ coding }) =>
    coding.episodes.some(
      ({ carried_over: from }) => from?.episode === id && path !== null && isSameName(path, from.transcript),
    ),
  );
  if (!later) return [l10n.t('may be carried over to the next session')];
  return [
    later.session === null
      ? l10n.t('goes on in a later session')
      : l10n.t('goes on in session {0}', later.session),
  ];
}
