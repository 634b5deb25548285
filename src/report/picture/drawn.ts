import { codeFor, familyLetter } from '../../engine/codebook/keys';
import type { Code } from '../../engine/codebook/types';
import type { CodedSession } from '../../engine/interchange/tables/codedSessions';
import { axesOf } from '../../engine/trajectory/axis';
import type { Mark } from '../../engine/trajectory/types';
import type { PanelMark } from '../../panel/messages';
import type { Drawn } from '../../panel/picture/layout';
import { curvesOf } from '../../words/session/curves';
import { arcsOf, shapeOf } from '../../words/session/episodes';
import { segmentsOf } from '../../words/session/segments';
import { axisNote, axisWord, stageWord, where } from '../../words/session/terms';
import { isOutOfSight, type Page } from '../page';

/** The families of a codebook that anything was coded in, in its order. */
export function familiesIn({ session: { codebook }, trajectory }: CodedSession): readonly Code[] {
  return codebook.families.filter(({ id }) => trajectory.marks.some(({ family }) => family === id));
}

/** What the picture of a session shows. No word of the session is in it. */
export function drawnOf(coded: CodedSession, page: Page): Drawn {
  const { session, trajectory } = coded;
  const { codebook } = session;
  const { axis, stage } = trajectory;
  const { l10n } = page;
  const families = familiesIn(coded);
  const end = Math.max(axis.end, axis.start + 1);
  const shownStage = isOutOfSight(page, 'stage') ? null : stage;
  return {
    axis: {
      kind: axis.kind,
      choices: [],
      label: axisWord(axis, l10n),
      note: axisNote(axis, axesOf(session.transcript, session.facts).includes('time'), l10n),
      start: axis.start,
      end,
    },
    stages: shownStage === null ? [] : [{ label: stageWord(shownStage, l10n), start: axis.start, end }],
    curves: curvesOf(trajectory, codebook, l10n),
    families: families.map(({ id, label, color }) => ({
      id,
      letter: familyLetter(codebook, id),
      label,
      color,
    })),
    marks: trajectory.marks.map((mark) => drawnMark(mark, coded, page)),
    arcs: arcsOf(trajectory, l10n),
    segments: segmentsOf(trajectory, families, l10n),
  };
}

/** What a mark is counted as where nobody rated its impact (domain 1.4). */
const defaultImpact = 3;

function drawnMark(mark: Mark, { session, trajectory }: CodedSession, { l10n }: Page): PanelMark {
  const code = codeFor(session.codebook, mark.code);
  const label = code?.label ?? mark.code;
  const place = where(trajectory.axis, mark.x, mark.turn, l10n);
  return {
    id: mark.id,
    family: mark.family,
    shape: shapeOf(mark),
    x: mark.x,
    turn: mark.turn,
    impact: mark.impact ?? defaultImpact,
    color: code?.color ?? '',
    code: label,
    quote: '',
    note: '',
    speaker: '',
    where: place,
    certain: true,
    title:
      trajectory.axis.kind === 'time'
        ? l10n.t('{0}, turn {1}, {2}', label, mark.turn, place)
        : l10n.t('{0}, turn {1}', label, mark.turn),
  };
}
