import { l10n } from 'vscode';
import type { Codebook } from '../../engine/codebook/types';
import type { Mark, Part, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelEpisode, PanelMark, PanelUnlinked } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Person } from '../../store/person';
import { markKey } from '../../store/placing';
import { detailOf, firstOf, shapeOf, stateWord, turnsOf } from '../../words/session/episodes';
import { where } from '../../words/session/terms';

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
  const place = where(trajectory.axis, mark.x, mark.turn, l10n);
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

export function episodesOf(person: Person, trajectory: SessionTrajectory): PanelEpisode[] {
  const { annotations } = person.file.file.coding;
  const quotes = new Map(annotations.map(({ id, quote }) => [id, quote ?? '']));
  const order = new Map(trajectory.marks.map(({ id }, index) => [id, index]));
  return trajectory.episodes.map((episode) => {
    const first = firstOf(episode, order);
    return {
      id: episode.id,
      state: episode.state,
      stateLabel: stateWord(episode.state, l10n),
      quote: oneLine(quotes.get(first) ?? ''),
      turns: turnsOf(episode),
      detail: detailOf(episode, l10n),
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

function oneLine(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
