import * as vscode from 'vscode';
import { isBegun } from '../../engine/annotations/begun';
import { axesOf } from '../../engine/trajectory/axis';
import type { SessionFacts } from '../../engine/study/types';
import type { Axis } from '../../engine/trajectory/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Person } from '../../store/person';

/** How the trajectory is looked at in this window, in the side panel and in editor tabs alike. Never what is in a file. */
export class Choices implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#didChange.event;
  #axis: Axis['kind'] | null = null;
  #coder: { readonly transcript: string; readonly coder: string } | null = null;

  dispose(): void {
    this.#didChange.dispose();
  }

  chooseAxis(axis: Axis['kind']): void {
    this.#axis = axis;
    this.#didChange.fire();
  }

  /** @returns whether the gate shows that person's coding */
  chooseCoder(coded: CodedTranscript, coder: string): boolean {
    if (!coded.people.some(({ file }) => file.file.coding.coder === coder)) return false;
    this.#coder = { transcript: coded.document.uri.toString(), coder };
    this.#didChange.fire();
    return true;
  }

  /** Of a transcript that is no longer looked at nothing is remembered. */
  turnTo(coded: CodedTranscript | undefined): void {
    if (this.#coder?.transcript !== coded?.document.uri.toString()) this.#coder = null;
  }

  /**
   * Whose coding is shown: who was chosen, as long as the gate shows them; else one's own; else the first who began. A
   * supervisor's own file mostly holds comments: without a coding in it, they look at what they comment on.
   */
  person(coded: CodedTranscript): Person | undefined {
    const { people, own } = coded;
    const chosen =
      this.#coder?.transcript === coded.document.uri.toString()
        ? people.find(({ file }) => file.file.coding.coder === this.#coder?.coder)
        : undefined;
    const first = people.find(({ file }) => isBegun(file.file.coding));
    const reviews = own?.file.file.coding.role === 'supervisor';
    return chosen ?? (reviews ? (first ?? own) : (own ?? first));
  }

  /** The facts of a session with the axis chosen, where the transcript has what it takes; else what the study demands. */
  facts(coded: CodedTranscript): SessionFacts {
    const { facts, parsed } = coded;
    if (this.#axis === null || !axesOf(parsed, facts).includes(this.#axis)) return facts;
    return { ...facts, axis: this.#axis };
  }
}
