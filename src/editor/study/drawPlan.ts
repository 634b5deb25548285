import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { isPersonId } from '../../engine/study/coderId';
import { putPlan } from '../../engine/study/editStudy';
import { drawPlan, planOf } from '../../engine/study/plan';
import type { Plan } from '../../engine/study/types';
import type { FoundStudy, StudyFiles } from '../../store/studyFiles';
import type { StudyIndex } from '../../store/studyIndex';
import { askPlan, newSeed, type PlanDraft } from './planQuestions';
import { plannable, type Plannable } from './plannable';
import { tellNoStudy, tellStudyFault } from './tellingStudy';

/** Everything the command would ask; with it, nothing is asked. */
const planArguments = z.object({
  coders: z.array(z.string().check(z.refine(isPersonId))),
  /** Share of the sessions that two code, 0 to 1. */
  double: z.number().check(z.gte(0), z.lte(1)),
  seed: z.optional(z.int().check(z.nonnegative())),
  /** What is planned stays, and only what the plan lacks is drawn. */
  keep: z.optional(z.boolean()),
});

/** A plan in figures: which sessions two code is for the file, not for a screen that a coder may see. */
export interface PlanSummary {
  readonly seed: number;
  readonly sessions: number;
  readonly double: number;
  readonly loads: Readonly<Record<string, number>>;
}

export function registerDrawingPlan(files: StudyFiles, index: StudyIndex): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.drawPlan', (first: unknown) =>
    drawInto(files, index, first),
  );
}

/** Draws who codes what and writes it into the study file. Undefined where the person declined, or it cannot be. */
async function drawInto(
  files: StudyFiles,
  index: StudyIndex,
  first: unknown,
): Promise<PlanSummary | undefined> {
  const given = planArguments.safeParse(first);
  const shape = await index.read();
  const found = shape?.studyUri ? await files.near(shape.studyUri) : null;
  if (!shape || !found) return tellNoStudy();
  if (!found.study) return tellStudyFault({ kind: 'by-hand', uri: found.uri });
  const ground = plannable(shape, found.study);
  if (ground.sessions.length === 0) return tellNothing();
  const draft: PlanDraft | null = given.success ? draftOf(given.data) : await askPlan(found.study, ground);
  return draft ? drawn(files, found, ground, draft, given.success) : undefined;
}

function draftOf({ coders, double, seed, keep }: z.infer<typeof planArguments>): PlanDraft {
  return { coders: [...new Set(coders)], double, seed: seed ?? newSeed(), keep: keep ?? false };
}

async function drawn(
  files: StudyFiles,
  { uri }: FoundStudy,
  ground: Plannable,
  draft: PlanDraft,
  isAgreed: boolean,
): Promise<PlanSummary | undefined> {
  for (let seed = draft.seed; ; seed = newSeed()) {
    const { coders, double } = draft;
    const sessions = draft.keep ? ground.sessions.map(withPlanned) : ground.sessions;
    const plan = drawPlan({ sessions, coders, double, seed });
    const summary = summaryOf(plan, coders, seed);
    const answer = isAgreed ? 'write' : await agreed(summary, ground);
    if (answer === undefined) return undefined;
    if (answer === 'again') continue;
    const fault = await files.edit(uri, putPlan(plan, seed));
    if (fault) return tellStudyFault(fault);
    tellWritten(uri, summary);
    return summary;
  }
}

function withPlanned(session: Plannable['sessions'][number]): Plannable['sessions'][number] {
  return { ...session, coders: [...new Set([...session.coders, ...session.planned])] };
}

function summaryOf(plan: readonly Plan[], coders: readonly string[], seed: number): PlanSummary {
  return {
    seed,
    sessions: plan.length,
    double: plan.filter(({ coders: who }) => who.length > 1).length,
    loads: Object.fromEntries(coders.map((coder) => [coder, planOf(plan, coder).length])),
  };
}

async function agreed(
  summary: PlanSummary,
  { begun, cases }: Plannable,
): Promise<'write' | 'again' | undefined> {
  const { seed, sessions, double, loads } = summary;
  const percent = Math.round((100 * double) / sessions);
  const detail = [
    vscode.l10n.t('Sessions: {0}, in cases: {1}', sessions, cases),
    vscode.l10n.t('Coded by two: {0} ({1} %), spread over cases and over their sessions', double, percent),
    ...(begun > 0 ? [vscode.l10n.t('Begun, and staying with their coders: {0}', begun)] : []),
    ...Object.entries(loads).map(([coder, load]) => vscode.l10n.t('{0}: {1} sessions', coder, load)),
    vscode.l10n.t('Seed: {0}', seed),
    '',
    vscode.l10n.t(
      'The plan goes into the study file, in a random order. Coders are shown their own part; who reads the file knows which sessions two code.',
    ),
  ].join('\n');
  const [write, again] = [vscode.l10n.t('Write Plan'), vscode.l10n.t('Draw Again')];
  const message = vscode.l10n.t('This plan was drawn.');
  const answer = await showInformationMessage(message, { modal: true, detail }, write, again);
  if (answer === undefined) return undefined;
  return answer === write ? 'write' : 'again';
}

function tellNothing(): undefined {
  void showInformationMessage(vscode.l10n.t('This study has no transcript to plan.'));
  return undefined;
}

function tellWritten(uri: vscode.Uri, { sessions, double, seed }: PlanSummary): void {
  const open = vscode.l10n.t('Open Study File');
  const message = vscode.l10n.t(
    'The plan is written: {0} sessions, {1} of them for two coders, drawn with the seed {2}.',
    sessions,
    double,
    seed,
  );
  void showInformationMessage(message, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(uri);
  });
}
