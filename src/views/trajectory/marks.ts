import { l10n } from 'vscode';
import type { Mark, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelMark } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Person } from '../../store/person';
import { markKey } from '../../store/placing';
import { shapeOf } from '../../words/session/episodes';
import { where } from '../../words/session/terms';
import { oneLine } from './strings';

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
