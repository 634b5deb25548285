import { l10n } from 'vscode';
import type { Codebook } from '../../engine/codebook/types';
import type { EpisodeFigures, Mark, Part, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelArc, PanelEpisode, PanelMark, PanelUnlinked } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Person } from '../../store/person';
import { markKey } from '../../store/placing';
import { roleWord, where } from './strings';

/** Longest quote the panel is sent: it shows a line of it. */
const longestQuote = 240;

export function marksOf(coded: CodedTranscript, person: Person, trajectory: SessionTrajectory): PanelMark[] {
  const { coder } = person.file.file.coding;
  const passages = new Map(coded.passages().map((passage) => [passage.key, passage]));
  return trajectory.marks.flatMap((mark) => {
    const passage = passages.get(markKey(coder, mark.id));
    return passage ? [panelMark(mark, passage, coded, trajectory)] : [];
  });
}

function panelMark(
  mark: Mark,
  { annotation, code, state }: Passage,
  coded: CodedTranscript,
  trajectory: SessionTrajectory,
): PanelMark {
  const turn = coded.parsed.turns[mark.turn - 1];
  const label = code?.label ?? mark.code;
  const quote = oneLine(annotation.quote ?? '');
  const place = where(trajectory.axis, mark.x, mark.turn);
  const impact = mark.impact ?? 3;
  return {
    id: mark.id,
    family: mark.family,
    shape: shapeOf(mark),
    x: mark.x,
    turn: mark.turn,
    impact,
    color: code?.color ?? '#999999',
    code: label,
    quote,
    note: annotation.note ?? '',
    speaker: turn?.speaker ?? '',
    where: place,
    certain: state === 'certain',
    title: l10n.t('{0}, turn {1}, {2}: {3}', label, mark.turn, place, quote),
  };
}

const shapes: Partial<Record<Part, PanelMark['shape']>> = {
  contribution: 'contribution',
  withdrawal: 'rupture',
  confrontation: 'rupture',
  rupture: 'rupture',
  attempt: 'repair',
  response: 'repair',
  decline: 'repair',
};

function shapeOf({ kind, family }: Mark): PanelMark['shape'] {
  return (kind && shapes[kind]) ?? (family === 'repair' ? 'repair' : 'tick');
}

export function arcsOf({ episodes }: SessionTrajectory): PanelArc[] {
  return episodes.map((episode) => ({
    episode: episode.id,
    from: episode.onset.x,
    to: episode.answered?.x ?? null,
    state: episode.state,
    title: l10n.t('{0}, turns {1}, {2}', typeWord(episode), turnsOf(episode), stateWord(episode.state)),
  }));
}

export function episodesOf(person: Person, trajectory: SessionTrajectory): PanelEpisode[] {
  const { annotations } = person.file.file.coding;
  const quotes = new Map(annotations.map(({ id, quote }) => [id, quote ?? '']));
  const order = new Map(trajectory.marks.map(({ id }, index) => [id, index]));
  return trajectory.episodes.map((episode) => {
    const first = firstOf(episode, order);
    return {
      id: episode.id,
      state: episode.state,
      stateLabel: stateWord(episode.state),
      quote: oneLine(quotes.get(first) ?? ''),
      turns: turnsOf(episode),
      detail: detailOf(episode),
      annotation: first,
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

/** The annotation an episode is shown by: its first rupture, else its first repair (one carried over from before). */
function firstOf({ ruptures, repairs }: EpisodeFigures, order: ReadonlyMap<string, number>): string {
  const place = (id: string): number => order.get(id) ?? Number.POSITIVE_INFINITY;
  const byPlace = (ids: readonly string[]): string | undefined =>
    [...ids].sort((a, b) => place(a) - place(b))[0];
  return byPlace(ruptures) ?? byPlace(repairs) ?? '';
}

function turnsOf({ onset, answered }: EpisodeFigures): string {
  return answered ? `${onset.turn}–${answered.turn}` : `${onset.turn}–`;
}

function detailOf(episode: EpisodeFigures): string {
  const { attempts, first_mover: mover, answer, carried_over: before } = episode;
  const tried =
    attempts.n === 0
      ? l10n.t('no attempt')
      : attempts.n === 1
        ? l10n.t('1 attempt')
        : l10n.t('{0} attempts', attempts.n);
  return [
    before ? l10n.t('carried over from an earlier session') : '',
    typeWord(episode),
    mover ? l10n.t('{0} first', roleWord(mover)) : '',
    tried,
    answer === 'response' ? l10n.t('client answers') : answer === 'decline' ? l10n.t('client declines') : '',
    episode.latency_turns === null ? '' : l10n.t('first attempt after {0} turns', episode.latency_turns),
  ]
    .filter(Boolean)
    .join(' · ');
}

function typeWord({ type }: EpisodeFigures): string {
  const words = {
    withdrawal: l10n.t('withdrawal'),
    confrontation: l10n.t('confrontation'),
    mixed: l10n.t('withdrawal and confrontation'),
    unspecified: l10n.t('rupture'),
  };
  return words[type];
}

export function stateWord(state: EpisodeFigures['state']): string {
  const words = {
    open: l10n.t('open at the end'),
    attempted: l10n.t('attempted, not resolved'),
    partly: l10n.t('partly resolved'),
    resolved: l10n.t('resolved'),
  };
  return words[state];
}

function oneLine(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
