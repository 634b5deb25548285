import * as vscode from 'vscode';
import { plainRows } from '../picks';

/** How a question was left: with an answer, by the button Back, or by Escape. */
export type Left = 'answered' | 'back' | 'escaped';

/** Where a question stands among the others. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

export type Question = (place: Place) => Promise<Left>;

/** Asks one question after the other, and goes back where a person does. False where they pressed Escape. */
export async function inSteps(title: string, questions: () => readonly Question[]): Promise<boolean> {
  let at = 0;
  for (;;) {
    // An answer may make another question needless.
    const all = questions();
    const question = all[at];
    if (!question) return true;
    const left = await question({ title, step: at + 1, totalSteps: all.length });
    if (left === 'escaped') return false;
    at = Math.max(0, left === 'back' ? at - 1 : at + 1);
  }
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface TextQuestion {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder: string;
  /** What is wrong with a text (an error), or what will come of it; null where there is nothing to say. */
  readonly validate: (text: string) => string | vscode.InputBoxValidationMessage | null;
}

/** Asks for a line of text. `take` gets the answer. */
export function askText(place: Place, question: TextQuestion, take: (text: string) => void): Promise<Left> {
  const box = vscode.window.createInputBox();
  const validate = (): void => {
    box.validationMessage = question.validate(box.value) ?? undefined;
  };
  Object.assign(box, { ...place, prompt: question.prompt, value: question.value });
  box.placeholder = question.placeholder;
  validate();
  return asking(box, (leave) => [
    box.onDidChangeValue(validate),
    box.onDidAccept(() => {
      if (isError(question.validate(box.value))) return;
      take(box.value.trim());
      leave('answered');
    }),
  ]);
}

function isError(said: string | vscode.InputBoxValidationMessage | null): boolean {
  return typeof said === 'string' || said?.severity === vscode.InputBoxValidationSeverity.Error;
}

/** Asks for one of several; `chosen` is what Enter takes. */
export function askOne<T>(
  place: Place,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen: T,
  take: (value: T) => void,
): Promise<Left> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(pick, { ...place, placeholder, items: plainRows(choices) });
  pick.activeItems = choices.filter(({ value }) => value === chosen);
  return asking(pick, (leave) => [
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (!item) return;
      take(item.value);
      leave('answered');
    }),
  ]);
}

/** Asks for any of several; Enter takes those that are ticked. */
export function askMany<T>(
  place: Place,
  placeholder: string,
  choices: readonly Choice<T>[],
  ticked: ReadonlySet<T>,
  take: (values: ReadonlySet<T>) => void,
): Promise<Left> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.canSelectMany = true;
  Object.assign(pick, { ...place, placeholder, items: plainRows(choices) });
  pick.selectedItems = choices.filter(({ value }) => ticked.has(value));
  return asking(pick, (leave) => [
    pick.onDidAccept(() => {
      take(new Set(pick.selectedItems.map(({ value }) => value)));
      leave('answered');
    }),
  ]);
}

/** Shows a question until it is left. */
export function asking(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  listen: (leave: (left: Left) => void) => vscode.Disposable[],
): Promise<Left> {
  if ((input.step ?? 1) > 1) input.buttons = [vscode.QuickInputButtons.Back];
  // A look at a transcript in between must not cost the answers.
  input.ignoreFocusOut = true;
  return new Promise((done) => {
    let left: Left = 'escaped';
    const leave = (how: Left): void => {
      left = how;
      input.hide();
    };
    const listening = [
      ...listen(leave),
      input.onDidTriggerButton(() => leave('back')),
      input.onDidHide(() => {
        vscode.Disposable.from(...listening, input).dispose();
        done(left);
      }),
    ];
    input.show();
  });
}
