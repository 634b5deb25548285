import { setJudged } from '../../engine/annotations/acts';
import { apply } from '../../engine/annotations/apply';
import type { Change, Edit } from '../../engine/annotations/change';
import { isLocked } from '../../engine/annotations/locked';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Elsewhere } from '../../store/elsewhere';
import type { Person } from '../../store/person';
import { followMarks } from '../../store/places';
import { placeUnmarked } from '../../store/placing';
import type { Act } from './history';
import { judgedAfter, turnsMarked } from './judging';
import { putBackMarks } from './moveMarks';

export type Direction = 'undo' | 'redo';

/** What came of turning an act round. */
export interface Turned {
  /** What turns it round once more; null where nothing of it could be turned round. */
  readonly back: Change | null;
  /** Some of it, or all, was changed elsewhere since, and is left as it is. */
  readonly leaves: boolean;
}

/**
 * Undoes an act, or does it again, with what the text did to the places since. What was changed elsewhere since (another
 * window, git, an editor) stays: that is somebody's work.
 */
export function turnRound(coded: CodedTranscript, own: Person, act: Act, direction: Direction): Turned {
  const { file } = own;
  const whole = direction === 'undo' ? act.inverse : act.change;
  const change = whole.filter((edit) => !isChangedElsewhere(edit, act, file.elsewhere));
  const leaves = change.length < whole.length;
  if (leaves && !change.some(({ kind }) => kind === 'entry')) return { back: null, leaves };
  const judged = file.file.coding.coded ?? [];
  const { inverse } = file.act((now) => apply(now, change));
  placeUnmarked(coded.transcript, file.file.coding, own.sameText);
  const moved = (act.moved ?? []).filter(({ entry }) => !file.elsewhere.isChangedSince(entry, act.since));
  putBackMarks(coded, moved, direction);
  // What is sealed stays where it was sealed.
  if (isLocked(file.file.coding)) return { back: inverse, leaves };
  file.act((now) => followMarks(coded, now));
  const turns = turnsMarked(coded, act.judged ?? []);
  file.act((now) => setJudged(now, judgedAfter(judged, turns, direction)));
  return { back: inverse, leaves };
}

function isChangedElsewhere(edit: Edit, { since }: Act, elsewhere: Elsewhere): boolean {
  return edit.kind === 'entry' && elsewhere.isChangedSince(`${edit.section}/${edit.key}`, since);
}
