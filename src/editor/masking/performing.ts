import * as vscode from 'vscode';
import { logMasking, maskFile, stillHolds, type Masking } from '../../engine/masking/maskFile';
import { maskText, mentionsLeft, type MaskedText } from '../../engine/masking/maskText';
import { NameFinder } from '../../engine/masking/names';
import type { Range } from '../../engine/position';
import { carryMarks } from '../../store/carryMarks';
import type { CodedTranscript } from '../../store/codedTranscript';
import { readSurroundings } from '../../store/loading';
import type { PersonFiles } from '../../store/personFiles';
import { asTranscript } from '../../store/textTranscripts';
import type { Acting } from '../coding/acting';
import { savedFirst } from '../coding/savedFirst';
import { isOnDisk } from '../codingMode/lock';
import { editsIn } from '../language/edits';
import { isThroughout, type PlannedTranscript } from './plan';
import type { MaskRequest } from './request';

/** What was masked; files by their paths in the workspace. */
export interface Masked {
  readonly token: string;
  /** Mentions replaced in transcripts. */
  readonly mentions: number;
  readonly transcripts: readonly string[];
  readonly files: readonly string[];
  /** Could not be changed, or were not agreed to. */
  readonly failed: readonly string[];
  /** Say the name still, where nothing is masked: in a header, as a label, in what cannot be read. */
  readonly left: readonly string[];
}

/** How long coding mode may take to write a locked text. */
const patience = { tries: 50, milliseconds: 100 };

/** Masks a name, transcript by transcript: first the text, and when that is on disk, the files about it. */
export class Performing {
  readonly #acting: Acting;
  readonly #known: PersonFiles;
  readonly #request: MaskRequest;
  readonly #name: NameFinder;
  readonly #by: string;
  readonly #transcripts: string[] = [];
  readonly #files: string[] = [];
  readonly #failed: string[] = [];
  readonly #left: string[] = [];
  #mentions = 0;

  constructor(acting: Acting, known: PersonFiles, request: MaskRequest, by: string) {
    this.#acting = acting;
    this.#known = known;
    this.#request = request;
    this.#name = new NameFinder(request);
    this.#by = by;
  }

  result(): Masked {
    return {
      token: this.#request.token,
      mentions: this.#mentions,
      transcripts: this.#transcripts,
      files: this.#files,
      failed: this.#failed,
      left: this.#left,
    };
  }

  async transcript(planned: PlannedTranscript, here: Range): Promise<void> {
    const coded = await this.#open(planned.uri);
    const text = coded && (await this.#acting.exclusive(coded, () => this.#inText(coded, here)));
    if (!coded || !text) {
      this.#failed.push(nameOf(planned.uri));
      return;
    }
    await this.#acting.exclusive(coded, () => this.#inFiles(coded, text, planned.files));
    // Others' places are where their files say now.
    await this.#acting.codings.reload(coded);
  }

  /** A transcript that no editor shows is opened without one: its places follow its text there, too. */
  async #open(uri: vscode.Uri): Promise<CodedTranscript | undefined> {
    const { codings } = this.#acting;
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      if (!codings.of(uri)) await asTranscript(document);
    } catch {
      return undefined;
    }
    const coded = codings.of(uri);
    if (coded) await codings.loaded(coded);
    return coded;
  }

  /** Null where the text could not be changed, or did not get to the disk: then its files are left as they are. */
  async #inText(coded: CodedTranscript, here: Range): Promise<MaskedText | null> {
    const { document, transcript } = coded;
    // What was typed before is saved for itself, so that places move by the masking alone.
    if (!(await savedFirst(coded))) return null;
    const { token, scope } = this.#request;
    const text = maskText(coded.parsed, this.#name, token, scope === 'here' ? here : null);
    if (!text || text.edits.length === 0) return text;
    const putBack = carryMarks(transcript, text.edits);
    if (!(await vscode.workspace.applyEdit(editsIn(document.uri, text.edits)))) return null;
    putBack();
    if (!(await this.#saved(coded))) return null;
    this.#mentions += text.mentions;
    this.#transcripts.push(nameOf(document.uri));
    return text;
  }

  async #saved(coded: CodedTranscript): Promise<boolean> {
    if (!(await savedFirst(coded))) return false;
    // A locked text is not dirty: coding mode sees to it that it gets to the disk.
    for (let tries = 0; tries < patience.tries; tries++) {
      if (await isOnDisk(coded.document)) {
        coded.saved();
        return true;
      }
      await new Promise((done) => setTimeout(done, patience.milliseconds));
    }
    return false;
  }

  async #inFiles(coded: CodedTranscript, text: MaskedText, agreed: readonly vscode.Uri[]): Promise<void> {
    const { uri } = coded.document;
    const masking = { name: this.#name, token: this.#request.token, text, by: this.#by, at: now() };
    const whole: Masking = { ...masking, throughout: isThroughout(this.#request) };
    const { beside } = await readSurroundings(uri, this.#known);
    for (const { uri: file, value, text: onDisk } of beside.files) {
      const found = value && this.#known.known(file, value, onDisk);
      const isAgreed = agreed.some((each) => each.toString() === file.toString());
      // One's own file has followed the text already, as it does with every save.
      const isToDo = found && (maskFile(found, whole).change.length > 0 || (isAgreed && isOwn(coded, file)));
      if (!isToDo) continue;
      const isDone = isAgreed && (await this.#write(coded, file, whole));
      (isDone ? this.#files : this.#failed).push(nameOf(file));
    }
    if (!whole.throughout) return;
    if (mentionsLeft(coded.parsed, this.#name) > 0) this.#left.push(nameOf(uri));
    await this.#lookForRest(uri);
  }

  /** One's own file is changed in memory, where its acts are, and written from there. */
  async #write(coded: CodedTranscript, file: vscode.Uri, masking: Masking): Promise<boolean> {
    const { own } = coded;
    if (!own || !isOwn(coded, file)) {
      return (await this.#known.change(file, (before) => maskFile(before, masking))) === null;
    }
    own.file.act((before) => {
      const step = maskFile(before, masking);
      return step.change.length > 0 ? step : logMasking(before, masking);
    });
    this.#acting.forget(own);
    return this.#acting.shownAndWritten(coded, own);
  }

  async #lookForRest(uri: vscode.Uri): Promise<void> {
    const { beside } = await readSurroundings(uri, this.#known);
    for (const { uri: file, value, text } of [...beside.files, ...beside.unreadable]) {
      const holds = value ? stillHolds(value, this.#name) : text !== null && this.#name.isIn(text);
      if (holds && !this.#failed.includes(nameOf(file))) this.#left.push(nameOf(file));
    }
  }
}

function isOwn({ own }: CodedTranscript, file: vscode.Uri): boolean {
  return own?.file.uri.toString() === file.toString();
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
