import type { PlannedSession } from '../../engine/study/plan';
import { inStudyOrder } from '../../engine/study/studyOrder';
import type { Study } from '../../engine/study/types';
import type { StudyShape, StudyTranscript } from '../../store/studyShape';

/** What a plan is drawn for. */
export interface Plannable {
  /** In the study's own order, whoever asks. */
  readonly sessions: readonly (PlannedSession & {
    /** Whom the plan names now. */
    readonly planned: readonly string[];
  })[];
  readonly cases: number;
  /** How many somebody has begun to code. */
  readonly begun: number;
}

/** The sessions of a study with who has begun them. What the study hides from whoever draws still counts. */
export function plannable(shape: StudyShape, study: Study): Plannable {
  const listed = new Map(study.sessions.map((each) => [each.transcript, each]));
  const known = shape.sessions.map((session) => ({
    path: session.path,
    facts: listed.get(session.path) ?? session.facts,
    coders: codersOf(session, study),
  }));
  const sessions = inStudyOrder(known, study).map(({ path, facts, coders }) => {
    const planned = study.plan.find(({ transcript }) => transcript === path)?.coders ?? [];
    return { transcript: path, case: facts.case, coders, planned };
  });
  return {
    sessions,
    cases: new Set(sessions.map((one) => one.case)).size,
    begun: sessions.filter(({ coders }) => coders.length > 0).length,
  };
}

/** Who codes a session already; a file that only says that its owner looked is no coding. */
function codersOf({ codings, unseen }: StudyTranscript, study: Study): readonly string[] {
  const begun = codings
    .filter(({ coding, judged }) => coding.role === 'coder' && (judged > 0 || coding.annotations.length > 0))
    .map(({ coding }) => coding.coder);
  const others = new Set(study.coders.flatMap(({ id, role }) => (role === 'coder' ? [] : [id])));
  return [...begun, ...unseen.map(({ coder }) => coder).filter((coder) => !others.has(coder))];
}
