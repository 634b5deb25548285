import * as vscode from 'vscode';
import { moveTo } from '../../engine/annotations/acts';
import { apply } from '../../engine/annotations/apply';
import type { Change, Step } from '../../engine/annotations/change';
import { newAnnotationFile } from '../../engine/annotations/create';
import type { AnnotationFile } from '../../engine/annotations/file';
import { newId } from '../../engine/annotations/ids';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Identity } from '../../store/identity';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import { placeUnmarked } from '../../store/placing';
import { placesOf, textOnDisk } from '../../store/places';
import { askForCoder, type CoderQuestion } from './chooseCoder';
import { confirmPassages } from './confirm';
import { tellBlocked, tellCodebook, tellDuplicates, tellFault, tellNotUtf8, tellReleased } from './telling';
import { History } from './history';

/** Does what coders do: sees that the ground is firm (who codes, the text on disk, its places confirmed), acts, shows, writes. */
export class Acting {
  readonly codings: Codings;
  readonly #question: CoderQuestion;
  readonly #history = new History();
  readonly #queues = new WeakMap<CodedTranscript, Promise<unknown>>();
  readonly #disposable: vscode.Disposable;

  constructor(codings: Codings, question: CoderQuestion) {
    this.codings = codings;
    this.#question = question;
    this.#disposable = codings.onDidFail(({ coded, own, fault }) => this.#failed(coded, own, fault));
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  /** One act after the other on each transcript: a second key press waits for the first. */
  exclusive<T>(coded: CodedTranscript, act: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(coded) ?? Promise.resolve();
    const acting = before.catch(() => undefined).then(act);
    this.#queues.set(coded, acting);
    return acting;
  }

  /** Performs an act as one undoable step. False where it could not be done. */
  perform(coded: CodedTranscript, label: string, build: (file: AnnotationFile) => Step): Promise<boolean> {
    return this.exclusive(coded, async () => {
      const own = await this.begin(coded);
      if (!own) return false;
      const step = own.file.act(build);
      if (step.change.length === 0) return true;
      this.#history.did(own.file, { label, change: step.change, inverse: step.inverse });
      placeUnmarked(coded.transcript, own.file.file.coding, own.sameText);
      return this.shownAndWritten(coded, own);
    });
  }

  /** Takes back the last act, or does the last one taken back again; its label, or undefined where there is none. */
  turn(coded: CodedTranscript, direction: 'undo' | 'redo'): Promise<string | undefined> {
    return this.exclusive(coded, async () => {
      if (!coded.own || !this.#history.next(coded.own.file, direction)) return undefined;
      const own = await this.begin(coded);
      const act = own && this.#history.next(own.file, direction);
      if (!act) return undefined;
      const back = this.#apply(coded, own, direction === 'undo' ? act.inverse : act.change);
      this.#history.turned(own.file, direction, back);
      await this.shownAndWritten(coded, own);
      return act.label;
    });
  }

  newId(): string {
    return newId(Math.random);
  }

  /** One's own file, ready to be changed; undefined where the person declined or it cannot be. */
  async begin(coded: CodedTranscript): Promise<Person | undefined> {
    await this.codings.loaded(coded);
    const identity = this.#question.current ?? (await askForCoder(this.#question, coded.study));
    if (!identity || !(await savedFirst(coded))) return undefined;
    await this.codings.loaded(coded);
    if (!coded.isUtf8) return tellNotUtf8(coded.document.uri);
    if (coded.lacksCodebook) return tellCodebook();
    const blocked = coded.blockedUri(identity.id);
    if (blocked) return tellBlocked(blocked, identity.id);
    const own = coded.own ?? coded.begin(newFile(coded, identity), identity.id);
    const { coding } = own.file.file;
    // While somebody else takes the seat, the file of the one before must not get their acts.
    if (coding.coder !== identity.id) return undefined;
    if (coding.released) return tellReleased(coded.document.uri);
    if (new Set(coding.annotations.map(({ id }) => id)).size < coding.annotations.length) {
      return tellDuplicates(own.file.uri);
    }
    if (own.sameText) return own;
    return (await confirmPassages(coded, own)) ? coded.own : undefined;
  }

  /** An act shows at once, then it is written; false where it could only be kept in memory. */
  async shownAndWritten(coded: CodedTranscript, own: Person): Promise<boolean> {
    this.codings.changed(coded);
    const { merges } = own.file;
    const fault = await own.file.save();
    if (own.file.merges !== merges) {
      placeUnmarked(coded.transcript, own.file.file.coding, own.sameText);
      this.codings.changed(coded);
    }
    if (fault) this.#failed(coded, own, fault);
    return fault === null;
  }

  /** Applies a change and what the text did to the places since; returns its inverse. */
  #apply(coded: CodedTranscript, own: Person, change: Change): Change {
    const { inverse } = own.file.act((file) => apply(file, change));
    placeUnmarked(coded.transcript, own.file.file.coding, own.sameText);
    own.file.act((file) => {
      const { places, unsure } = placesOf(coded, file.coding);
      return moveTo(file, coded.parsed.turns, places, unsure, textOnDisk(coded));
    });
    return inverse;
  }

  #failed(coded: CodedTranscript, own: Person, fault: Parameters<typeof tellFault>[0]): void {
    tellFault(fault, () => void this.shownAndWritten(coded, own));
  }
}

function newFile(coded: CodedTranscript, { id, role }: Identity): AnnotationFile {
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

/** What a person types while a save is under way is saved once more; beyond that the act has to wait. */
const mostSaves = 3;

/** Positions in a file are positions in a text on disk, so the text goes there first. */
async function savedFirst(coded: CodedTranscript): Promise<boolean> {
  const { document } = coded;
  if (document.isUntitled) return nameFirst();
  for (let saves = 0; document.isDirty && saves < mostSaves; saves++) {
    const { version } = document;
    // `isDirty` follows a moment after the save: the version tells whether this is the text that was saved.
    if ((await document.save()) && document.version === version) {
      coded.saved();
      return true;
    }
  }
  return !document.isDirty;
}

async function nameFirst(): Promise<false> {
  const choose = vscode.l10n.t('Save…');
  const message = vscode.l10n.t('A transcript needs a name before it is coded.');
  if ((await vscode.window.showInformationMessage(message, choose)) === choose) {
    await vscode.commands.executeCommand('workbench.action.files.saveAs');
  }
  return false;
}
