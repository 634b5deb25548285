import { progressOf, type Progress } from '../../engine/study/progress';
import { baseName } from '../../store/nearest';
import type { StudyIndex } from '../../store/studyIndex';

/** What `Refresh Study` returns: the state of a study in figures, for scripts and tests. No text of anybody. */
export interface StudySummary {
  readonly root: string;
  readonly hasStudyFile: boolean;
  /** Files that had to be read for it since the window opened: an act reads none. */
  readonly filesRead: number;
  readonly sessions: readonly SessionSummary[];
  /** Paths the study file lists and nothing is at. */
  readonly missing: readonly string[];
  /** Names of annotation files without their transcript. */
  readonly loose: readonly string[];
}

export interface SessionSummary {
  readonly path: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly turns: number;
  readonly people: readonly Progress[];
  /** Names of files that cannot be read. */
  readonly unreadable: readonly string[];
}

/** The study as it was last read. */
export function summaryOf(index: StudyIndex, me: string | null): StudySummary | undefined {
  const { current } = index;
  const nameOf = current?.sight.nameOf ?? ((coder: string) => coder);
  return (
    current && {
      root: current.root.path,
      hasStudyFile: current.studyUri !== null,
      filesRead: index.filesRead,
      sessions: current.sessions.map((session) => ({
        path: session.path,
        case: session.facts.case,
        session: session.facts.session,
        turns: session.turns,
        people: progressOf(session, current.study, me, nameOf).map((one) => {
          return { ...one, coder: nameOf(one.coder) };
        }),
        unreadable: session.unreadable.map(baseName),
      })),
      missing: current.missing,
      loose: current.loose.map(({ uri }) => baseName(uri)),
    }
  );
}
