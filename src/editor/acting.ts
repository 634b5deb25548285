import * as vscode from 'vscode';
import { moveTo } from '../engine/annotations/acts';
import type { Change, Step } from '../engine/annotations/change';
import { apply } from '../engine/annotations/apply';
import type { AnnotationFile } from '../engine/annotations/file';
import { newId } from '../engine/annotations/ids';
import { newAnnotationFile } from '../engine/annotations/create';
import { rangeOfAt } from '../engine/transcript/offsets';
import type { CodedTranscript } from '../store/codedTranscript';
import type { Codings } from '../store/codings';
import { baseName } from '../store/nearest';
import type { Identity } from '../store/identity';
import type { Person } from '../store/person';
import type { WriteFault } from '../store/personFile';
import { markKey, putMark } from '../store/placing';
import { placesOf, textOnDisk } from '../store/places';
import { askForCoder, type CoderQuestion } from './chooseCoder';
import { confirmPassages } from './confirm';
import { History, type Act } from './history';

/** Does what coders do: sees that the ground is firm (who codes, the text on disk, its places confirmed), acts, shows, writes. */
export class Acting {
  readonly codings: Codings;
  readonly #question: CoderQuestion;
  readonly #history = new History();

  constructor(codings: Codings, question: CoderQuestion) {
    this.codings = codings;
    this.#question = question;
  }

  /** One's own file, ready to be changed; undefined where the person declined or it cannot be. */
  async begin(coded: CodedTranscript): Promise<Person | undefined> {
    await this.codings.loaded(coded);
    const identity = this.#question.current ?? (await askForCoder(this.#question, coded.study));
    if (!identity || !(await savedFirst(coded))) return undefined;
    await this.codings.loaded(coded);
    const unreadable = coded.unreadableFile(identity.id);
    if (unreadable) return tellUnreadable(unreadable.uri);
    const own = coded.own ?? coded.begin(this.#newFile(coded, identity), identity.id);
    if (own.file.file.coding.released) return tellReleased(coded);
    if (own.sameText) return own;
    return (await confirmPassages(coded, own)) ? coded.own : undefined;
  }

  /** Performs an act as one undoable step. `added` are the annotations it made. False where it could not be done. */
  async perform(
    coded: CodedTranscript,
    label: string,
    build: (file: AnnotationFile) => Step,
    added: readonly string[] = [],
  ): Promise<boolean> {
    const own = await this.begin(coded);
    if (!own) return false;
    const step = own.file.act(build);
    if (step.change.length === 0) return true;
    this.#history.did(own.file, { label, change: step.change, inverse: step.inverse });
    markAdded(coded, own, added);
    return this.#shownAndWritten(coded, own);
  }

  /** Takes back the last act; its label, or undefined where there is none. */
  async undo(coded: CodedTranscript): Promise<string | undefined> {
    const act = coded.own && this.#history.lastDone(coded.own.file);
    const own = act && (await this.begin(coded));
    if (!own) return undefined;
    const again = this.#turn(coded, own, act.inverse);
    this.#history.undid(own.file, { label: act.label, change: again, inverse: act.inverse });
    await this.#shownAndWritten(coded, own);
    return act.label;
  }

  async redo(coded: CodedTranscript): Promise<string | undefined> {
    const act = coded.own && this.#history.lastUndone(coded.own.file);
    const own = act && (await this.begin(coded));
    if (!own) return undefined;
    const inverse = this.#turn(coded, own, act.change);
    this.#history.redid(own.file, { ...act, inverse } satisfies Act);
    await this.#shownAndWritten(coded, own);
    return act.label;
  }

  newId(): string {
    return newId(Math.random);
  }

  /** Applies a change and what the text did to the places since; returns its inverse. */
  #turn(coded: CodedTranscript, own: Person, change: Change): Change {
    const { inverse } = own.file.act((file) => apply(file, change));
    own.file.act((file) => {
      const { places, unsure } = placesOf(coded, file.coding);
      return moveTo(file, coded.parsed.turns, places, unsure, textOnDisk(coded));
    });
    return inverse;
  }

  async #shownAndWritten(coded: CodedTranscript, own: Person): Promise<boolean> {
    this.codings.changed(coded);
    const fault = await own.file.save();
    if (fault) await this.#tellFault(fault, coded, own);
    return fault === null;
  }

  #newFile(coded: CodedTranscript, { id, role }: Identity): AnnotationFile {
    const { codebook, study } = coded;
    return newAnnotationFile({
      transcript: baseName(coded.document.uri),
      coder: id,
      name: study?.coders.find((coder) => coder.id === id)?.name ?? undefined,
      role,
      codebook: { id: codebook.id, version: codebook.version },
      text: textOnDisk(coded),
      ratingOrder: codebook.ratings.map((rating) => rating.id),
    });
  }

  async #tellFault(fault: WriteFault, coded: CodedTranscript, own: Person): Promise<void> {
    const name = baseName(fault.uri);
    const retry = vscode.l10n.t('Try Again');
    const message =
      fault.kind === 'unreadable'
        ? vscode.l10n.t(
            '{0} was changed outside and cannot be read any more, so it was not written. Your coding is kept here: mend the file, then try again.',
            name,
          )
        : vscode.l10n.t(
            '{0} could not be written ({1}). Your coding is kept here: make room or free the file, then try again.',
            name,
            fault.reason,
          );
    void vscode.window.showErrorMessage(message, retry).then(async (choice) => {
      if (choice === retry) await this.#shownAndWritten(coded, own);
    });
  }
}

function markAdded(coded: CodedTranscript, own: Person, added: readonly string[]): void {
  const { coding } = own.file.file;
  for (const annotation of coding.annotations) {
    if (!added.includes(annotation.id) || !annotation.at) continue;
    const range = rangeOfAt(coded.parsed.turns, annotation.at);
    if (range) putMark(coded.transcript, markKey(coding.coder, annotation.id), range, 'sure');
  }
}

/** Positions in a file are positions in a text on disk, so the text goes there first. */
async function savedFirst(coded: CodedTranscript): Promise<boolean> {
  const { document } = coded;
  if (!document.isUntitled && !document.isDirty) return true;
  if (!document.isUntitled) return document.save();
  const choose = vscode.l10n.t('Save…');
  const message = vscode.l10n.t('A transcript needs a name before it is coded.');
  if ((await vscode.window.showInformationMessage(message, choose)) === choose) {
    await vscode.commands.executeCommand('workbench.action.files.saveAs');
  }
  return false;
}

function tellUnreadable(uri: vscode.Uri): undefined {
  const open = vscode.l10n.t('Open the File');
  const message = vscode.l10n.t(
    '{0} cannot be read, so nothing is written to it. The Problems view says where it is at fault.',
    baseName(uri),
  );
  void vscode.window.showErrorMessage(message, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(uri);
  });
  return undefined;
}

function tellReleased(coded: CodedTranscript): undefined {
  const message = vscode.l10n.t(
    'You have released {0}, so its coding is sealed. Take back the release to change it.',
    baseName(coded.document.uri),
  );
  const takeBack = vscode.l10n.t('Take Back Release…');
  void vscode.window.showInformationMessage(message, takeBack).then((choice) => {
    if (choice === takeBack) void vscode.commands.executeCommand('alliance.takeBack');
  });
  return undefined;
}
