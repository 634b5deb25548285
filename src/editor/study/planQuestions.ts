import * as vscode from 'vscode';
import type { Study } from '../../engine/study/types';
import type { Plannable } from './plannable';
import { askMany, askOne, askText, inSteps, type Place, type Question } from './steps';

/** What a plan is drawn by. */
export interface PlanDraft {
  readonly coders: readonly string[];
  /** 0 to 1. */
  readonly double: number;
  readonly seed: number;
  /** What is planned stays. */
  readonly keep: boolean;
}

interface Answers {
  coders: ReadonlySet<string>;
  /** Percent, as typed. */
  double: string;
  keep: boolean;
}

/** Of what is coded twice, a quarter is usual: 20 to 33 %. */
const usualShare = '25';

/** Asks who codes, how much two are to code, and whether what is planned stays. Null where the person pressed Escape. */
export async function askPlan(study: Study, { sessions }: Plannable): Promise<PlanDraft | null> {
  const people = study.coders.filter(({ role }) => role === 'coder');
  const answers: Answers = {
    coders: new Set(people.map(({ id }) => id)),
    double: usualShare,
    keep: sessions.some(({ planned }) => planned.length === 0),
  };
  const hasPlan = sessions.some(({ planned }) => planned.length > 0);
  const isDone = await inSteps(vscode.l10n.t('Draw Coding Plan'), () => [
    (place) => askCoders(place, people, answers),
    ...(answers.coders.size > 1 ? [(place: Place) => askDouble(place, sessions.length, answers)] : []),
    ...(hasPlan ? [(place: Place) => askKeep(place, sessions, answers)] : []),
  ]);
  const coders = people.map(({ id }) => id).filter((id) => answers.coders.has(id));
  if (!isDone || coders.length === 0) return null;
  const { double, keep } = answers;
  return { coders, double: Number(double) / 100, seed: newSeed(), keep: hasPlan && keep };
}

/** Short enough to be typed from a page of methods. */
export function newSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}

function askCoders(place: Place, people: Study['coders'], answers: Answers): ReturnType<Question> {
  const choices = people.map(({ id, name }) => {
    return { label: name ?? id, description: name ? id : '', value: id };
  });
  const placeholder =
    people.length === 0
      ? vscode.l10n.t('The study file names no coders: list them under “coders” first')
      : vscode.l10n.t('Who codes?');
  return askMany(place, placeholder, choices, answers.coders, (ids) => (answers.coders = ids));
}

function askDouble(place: Place, sessions: number, answers: Answers): ReturnType<Question> {
  const question = {
    prompt: vscode.l10n.t('How many of the {0} sessions are two to code? In percent, 0 to 100.', sessions),
    value: answers.double,
    placeholder: usualShare,
    validate: (typed: string) => sayShare(typed, sessions),
  };
  return askText(place, question, (typed) => (answers.double = typed));
}

function sayShare(typed: string, sessions: number): string | vscode.InputBoxValidationMessage {
  const percent = Number(typed);
  if (typed.trim() === '' || !(percent >= 0 && percent <= 100))
    return vscode.l10n.t('A number from 0 to 100, please.');
  const message = vscode.l10n.t('Sessions: {0}', Math.round((percent / 100) * sessions));
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}

function askKeep(place: Place, sessions: Plannable['sessions'], answers: Answers): ReturnType<Question> {
  const lacking = sessions.filter(({ planned }) => planned.length === 0).length;
  return askOne(
    place,
    vscode.l10n.t('The study has a plan already.'),
    [
      {
        label: vscode.l10n.t('Keep It, and Draw What It Lacks'),
        detail: vscode.l10n.t('Sessions without a coder: {0}', lacking),
        value: true,
      },
      {
        label: vscode.l10n.t('Draw All Anew'),
        detail: vscode.l10n.t('Sessions that somebody has begun stay with them.'),
        value: false,
      },
    ],
    answers.keep,
    (keep) => (answers.keep = keep),
  );
}
