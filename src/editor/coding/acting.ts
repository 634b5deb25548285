import type * as vscode from 'vscode';
import { judge, nothing } from '../../engine/annotations/acts';
import { andThen, type Step } from '../../engine/annotations/change';
import type { AnnotationFile } from '../../engine/annotations/file';
import { newId } from '../../engine/annotations/ids';
import { isLocked, isNewer } from '../../engine/annotations/locked';
import { moveTo } from '../../engine/annotations/moveTo';
import type { TurnSpan } from '../../engine/annotations/types';
import type { At } from '../../engine/transcript/at';
import type { Turn } from '../../engine/transcript/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Person } from '../../store/person';
import { placeUnmarked } from '../../store/placing';
import { takeOverText, textOnDisk } from '../../store/places';
import type { CoderQuestion } from './chooseCoder';
import { History, type Act, type NewAct } from './history';
import { JudgedOnTheWay, markJudged } from './judging';
import { moveMarks } from './moveMarks';
import { savedFirst } from './savedFirst';
import { followText, newFile, personAt, seatedAt, type Seat } from './seat';
import { tellBlocked, tellCodebook, tellDuplicates, tellFault, tellLocked, tellNotUtf8 } from './telling';
import { tellConflicts, tellLeft } from './tellingMerges';
import { turnRound } from './turnRound';

/** An act that shows already. */
export interface Done {
  /** What an undo takes back; null where nothing had to be changed. */
  readonly act: Act | null;
  /** The last act now, by whatever: `act`, where there is one. */
  readonly last: Act | undefined;
  /** False where it could only be kept in memory. */
  readonly written: Promise<boolean>;
}

/** What an act does to the file of whoever acts. */
type BuildStep = (file: AnnotationFile) => Step;

/** Does what coders do: sees that the ground is firm (who codes, the text on disk), acts, shows, writes. */
export class Acting {
  readonly codings: Codings;
  /** The code last applied, by whatever command: what coding mode repeats. */
  lastCode: string | null = null;
  readonly #question: CoderQuestion;
  readonly #seat: Seat;
  readonly #history = new History();
  readonly #judged = new JudgedOnTheWay();
  readonly #queues = new WeakMap<CodedTranscript, Promise<unknown>>();
  readonly #disposable: vscode.Disposable;

  constructor(codings: Codings, question: CoderQuestion, seat: Seat = 'own') {
    this.codings = codings;
    this.#question = question;
    this.#seat = seat;
    this.#disposable = codings.onDidFail(({ coded, own, fault }) => {
      if (seat === 'own') this.#failed(coded, own, fault);
    });
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
  async perform(coded: CodedTranscript, label: string, build: BuildStep): Promise<boolean> {
    const done = await this.act(coded, label, build);
    return done ? done.written : false;
  }

  /** The same for what is said to others (comments, the log): no seal is over it, so it goes on after a release. */
  async say(coded: CodedTranscript, label: string, build: BuildStep): Promise<boolean> {
    const done = await this.act(coded, label, build, null, true);
    return done ? done.written : false;
  }

  /**
   * The same, over as soon as it shows: the next act need not wait for the disk. With `after` it goes on with that act, as
   * long as nothing was done since. Null where it could not be done.
   */
  async act(
    coded: CodedTranscript,
    label: string,
    build: BuildStep,
    after: Done | null = null,
    isSaid = false,
  ): Promise<Done | null> {
    const shown = await this.exclusive(coded, async () => {
      const own = await this.begin(coded, isSaid);
      if (!own || (after && !this.isLast(own, after))) return null;
      this.#settleJudged(coded, own);
      const before = own.file.file.coding.coded ?? [];
      const { change, inverse } = own.file.act(build);
      if (change.length === 0) return { own, act: after?.act ?? null };
      const judged = markJudged(coded, before, own.file.file.coding.coded ?? [], () => this.newId());
      const act = this.#did(own, { label, change, inverse, judged }, after?.act ?? null);
      placeUnmarked(coded.transcript, own.file.file.coding, own.sameText);
      this.codings.changed(coded);
      return { own, act };
    });
    return shown && this.#done(coded, shown.own, shown.act);
  }

  /**
   * Gives annotations of one's own other words, which are certain then; null takes their place from them. `also` is what else
   * belongs to the act.
   */
  async move(
    coded: CodedTranscript,
    label: string,
    places: ReadonlyMap<string, At | null>,
    also: (file: AnnotationFile) => Step = nothing,
  ): Promise<Done | null> {
    const shown = await this.exclusive(coded, async () => {
      const own = await this.begin(coded);
      if (!own) return null;
      this.#settleJudged(coded, own);
      const { turns } = coded.parsed;
      const { change, inverse } = own.file.act((file) =>
        andThen(moveTo(file, turns, { at: places, unsure: new Map() }, textOnDisk(coded)), also),
      );
      const moved = moveMarks(coded, own.file.file.coding.coder, places, () => this.newId());
      const act = this.#did(own, { label, change, inverse, moved });
      this.codings.changed(coded);
      return { own, act };
    });
    return shown && this.#done(coded, shown.own, shown.act);
  }

  /** Whether nothing was done since. */
  isLast(own: Person, { last }: Done): boolean {
    return this.#history.next(own.file, 'undo') === last;
  }

  /** Takes back the last act, or does the last one taken back again; its label, or undefined where there is none. */
  async turn(coded: CodedTranscript, direction: 'undo' | 'redo'): Promise<string | undefined> {
    const turned = await this.exclusive(coded, async () => {
      // Just opened, a transcript has no file of one's own yet, though there may be much to take back.
      await this.codings.loaded(coded);
      const person = personAt(this.#seat, coded);
      const next = person && this.#history.next(person.file, direction);
      if (!next) return undefined;
      const own = await this.begin(coded, wasSaid(next));
      const act = own && this.#history.next(own.file, direction);
      if (!act) return undefined;
      this.#settleJudged(coded, own);
      const { back, leaves } = turnRound(coded, own, act, direction);
      this.#history.turned(own.file, direction, back);
      if (leaves) tellLeft(act.label, back !== null);
      this.codings.changed(coded);
      return { own, label: back ? act.label : undefined };
    });
    if (turned) await this.#written(coded, turned.own);
    return turned?.label;
  }

  /** What was done so far cannot be taken back: it would bring back words that were masked since. */
  forget(own: Person): void {
    this.#history.forget(own.file);
  }

  /** A turn counts as judged from now on. It is written with the next act, or by `settle`. */
  judged(coded: CodedTranscript, turn: Turn): void {
    if (!coded.ownCoding || !isLocked(coded.ownCoding)) this.#judged.add(coded, turn);
  }

  /** The turns one judged; a release without any means all. */
  judgedTurns(coded: CodedTranscript): readonly TurnSpan[] {
    const { coded: written, released } = coded.ownCoding ?? {};
    if (released && !written) return [{ from: 1, to: coded.parsed.turns.length }];
    return [...(written ?? []), ...this.#judged.spans(coded)];
  }

  /** Writes the turns judged on the way, where nobody has to be asked for it; else they wait for the next act. */
  async settle(coded: CodedTranscript): Promise<void> {
    if (!this.#judged.isWaiting(coded) || !this.#isFirm(coded)) return;
    const own = await this.exclusive(coded, async () => {
      const person = this.#isFirm(coded) ? await this.begin(coded) : undefined;
      if (person) this.#settleJudged(coded, person);
      if (person) this.codings.changed(coded);
      return person;
    });
    if (own) await this.#written(coded, own);
  }

  /** Who codes, by id; asks where that is not known. Undefined where the person declined to say. */
  async coder(coded: CodedTranscript): Promise<string | undefined> {
    await this.codings.loaded(coded);
    return (await this.#question.answer(coded))?.id;
  }

  newId(): string {
    return newId(Math.random);
  }

  /**
   * One's own file, ready to be changed; undefined where the person declined or it cannot be.
   *
   * @param toSay Only comments and the log: then a release is no hindrance.
   */
  async begin(coded: CodedTranscript, toSay = false): Promise<Person | undefined> {
    await this.codings.loaded(coded);
    const identity = await this.#question.answer(coded);
    if (!identity || !(await savedFirst(coded))) return undefined;
    await this.codings.loaded(coded);
    if (!coded.isUtf8) return tellNotUtf8(coded.document.uri);
    if (coded.lacksCodebook) return tellCodebook();
    const seated = seatedAt(this.#seat, identity);
    const blocked = coded.blockedUri(seated.id);
    if (blocked) return tellBlocked(blocked, seated.id);
    const own = personAt(this.#seat, coded) ?? coded.begin(newFile(coded, seated), seated);
    const { coding } = own.file.file;
    // While somebody else takes the seat, the file of the one before must not get their acts.
    if (coding.coder !== seated.id) return undefined;
    if (toSay ? isNewer(coding) : isLocked(coding)) return tellLocked(coded, own.file);
    if (hasDuplicates(own)) return tellDuplicates(own.file.uri);
    if (this.#seat === 'consensus') followText(coded, own);
    // What is sealed stays about the text it was sealed in.
    if (own.sameText || coding.released) return own;
    takeOverText(coded, own);
    this.codings.changed(coded);
    return personAt(this.#seat, coded);
  }

  /** An act shows at once, then it is written; false where it could only be kept in memory. */
  async shownAndWritten(coded: CodedTranscript, own: Person): Promise<boolean> {
    this.codings.changed(coded);
    return this.#written(coded, own);
  }

  async #written(coded: CodedTranscript, own: Person): Promise<boolean> {
    const { merges, file } = own.file;
    const fault = await own.file.save();
    if (own.file.merges !== merges) {
      await this.codings.reload(coded);
      tellConflicts(file, own.file.file);
    }
    if (fault) this.#failed(coded, own, fault);
    return fault === null;
  }

  #done(coded: CodedTranscript, own: Person, act: Act | null): Done {
    return { act, last: this.#history.next(own.file, 'undo'), written: this.#written(coded, own) };
  }

  #did(own: Person, act: NewAct, amends: Act | null = null): Act {
    return amends ? this.#history.amend(own.file, amends, act) : this.#history.did(own.file, act);
  }

  #settleJudged(coded: CodedTranscript, own: Person): void {
    if (!this.#judged.isWaiting(coded) || isLocked(own.file.file.coding)) return;
    const spans = this.#judged.spans(coded);
    own.file.act((file) => judge(file, spans));
    this.#judged.forget(coded);
  }

  /** Whether an act could begin without a question or a message. */
  #isFirm(coded: CodedTranscript): boolean {
    const identity = this.#question.known(coded);
    const { document, own } = coded;
    if (!identity || document.isDirty || document.isUntitled || !coded.isUtf8 || coded.lacksCodebook)
      return false;
    if (!own) return coded.blockedUri(identity.id) === undefined;
    const { coding } = own.file.file;
    return own.sameText && coding.coder === identity.id && !isLocked(coding) && !hasDuplicates(own);
  }

  #failed(coded: CodedTranscript, own: Person, fault: Parameters<typeof tellFault>[0]): void {
    tellFault(fault, () => void this.shownAndWritten(coded, own));
  }
}

/** Whether an act changed nothing that a seal is over. */
function wasSaid({ change }: Act): boolean {
  return change.every((edit) => edit.kind === 'entry' && ['comments', 'log'].includes(edit.section));
}

function hasDuplicates({ file }: Person): boolean {
  const { annotations } = file.file.coding;
  return new Set(annotations.map(({ id }) => id)).size < annotations.length;
}
