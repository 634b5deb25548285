import * as vscode from 'vscode';
import { TurnMarks } from '../engine/anchors/turnMarks';
import type { AnnotationFile } from '../engine/annotations/file';
import { isMadeIn, printsOf } from '../engine/annotations/prints';
import type { Coding } from '../engine/annotations/types';
import { defaultCodebook } from '../engine/codebook/read';
import type { Codebook } from '../engine/codebook/types';
import { blindHeaderFaults } from '../engine/check/blindHeader';
import { factsShown, sightOf, type Sight } from '../engine/study/blinding';
import type { SessionFacts, Study } from '../engine/study/types';
import { parseTranscript, type ParsedTranscript, type StudySpeakers } from '../engine/transcript/parse';
import type { Identity } from './identity';
import type { FaultyFile } from './found';
import { factsIn, speakersOf, type Surroundings } from './loading';
import { annotationFileOf, baseName } from './nearest';
import { passagesOf } from './passages';
import type { Passage } from './passage';
import { hasNews, throughTheGate, type HiddenPerson, type Person, type Seen } from './person';
import type { PersonFiles } from './personFiles';
import { movePlaces } from './places';
import { keepPending, placeCoding, placeUnmarked, typeOver, type Notes } from './placing';
import { SavedText } from './savedText';
import { splitText, type OpenTranscript } from './transcripts';

/**
 * An open transcript with what everybody coded in it, as far as the gate lets it be seen. All surfaces (decorations, hover,
 * trees, panel) read from here.
 */
export class CodedTranscript {
  readonly transcript: OpenTranscript;
  /** The transcript's text on disk. */
  readonly onDisk: SavedText;
  readonly #files: PersonFiles;
  #surroundings: Surroundings | null = null;
  #codebook: Codebook | null = null;
  #people: readonly Person[] = [];
  #others: Pick<Seen, 'hidden' | 'unseen'> = { hidden: [], unseen: [] };
  #faulty: readonly FaultyFile[] = [];
  #notes: Notes = new Map();
  #passages: { readonly revision: number; readonly passages: readonly Passage[] } | null = null;
  #identity: Identity | undefined;
  #turnMarks: TurnMarks | null = null;

  constructor(transcript: OpenTranscript, files: PersonFiles) {
    this.transcript = transcript;
    this.onDisk = new SavedText(transcript.document);
    this.#files = files;
  }

  get document(): vscode.TextDocument {
    return this.transcript.document;
  }

  get parsed(): ParsedTranscript {
    return this.transcript.parsed;
  }

  /** The study's codebook as it could last be read, else the built-in one. */
  get codebook(): Codebook {
    return this.#codebook ?? defaultCodebook();
  }

  /** The study has a codebook, and it could never be read: the built-in codes would be the wrong ones. */
  get lacksCodebook(): boolean {
    return this.isLoaded && this.#codebook === null;
  }

  /** Where the codebook in use stands; null for the built-in one. */
  get codebookUri(): vscode.Uri | null {
    return this.#surroundings?.codebookUri ?? null;
  }

  /** The codebook cannot be read as it stands now: in use is what could last be read of it. */
  get keepsCodebook(): boolean {
    return this.#surroundings?.codebook === null && this.#codebook !== null;
  }

  get study(): Study | null {
    return this.#surroundings?.study ?? null;
  }

  /** False until the files beside the transcript were read once. */
  get isLoaded(): boolean {
    return this.#surroundings !== null;
  }

  /** Whether the file on disk is text at all: what is not UTF-8 is not coded. */
  get isUtf8(): boolean {
    return this.#surroundings?.isUtf8 !== false;
  }

  /** What of the session may be known. */
  get facts(): SessionFacts {
    return factsShown(this.factsInFull, this.sight.hidden);
  }

  /** What the study hides from whoever codes here. */
  get sight(): Sight {
    return sightOf(this.study, this.#identity ?? null);
  }

  /** For what goes into the study file; never shown. */
  get factsInFull(): SessionFacts {
    return factsIn(this.#surroundings, this.document.uri, this.parsed.header);
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  /** What everybody who may be seen wrote. */
  get codings(): readonly Coding[] {
    return this.#people.map(({ file }) => file.file.coding);
  }

  get hidden(): readonly HiddenPerson[] {
    return this.#others.hidden;
  }

  /** Also those of whom nothing is told. */
  get unseen(): readonly HiddenPerson[] {
    return this.#others.unseen;
  }

  /** What is wrong in the files around; nothing of those the gate hides. */
  get faulty(): readonly FaultyFile[] {
    return this.#faulty;
  }

  /** Who codes here, by id; undefined where nobody said. */
  get coder(): string | undefined {
    return this.#identity?.id;
  }

  get own(): Person | undefined {
    return this.#people.find(({ own }) => own);
  }

  get consensus(): Person | undefined {
    return this.#people.find(({ file: { file } }) => file.coding.coder === 'consensus');
  }

  /** One's own coding as far as it exists. */
  get ownCoding(): Coding | undefined {
    return this.own?.file.file.coding;
  }

  get savedHash(): string {
    return this.onDisk.hash;
  }

  /**
   * Takes over what was read from the files around. A file that is the one we know keeps its object, and with it what may
   * be undone; places are looked for anew only where a text changed.
   */
  takeOver(surroundings: Surroundings, identity: Identity | undefined): void {
    const before = { people: this.#people, hash: this.savedHash, first: !this.isLoaded };
    const saved = this.onDisk.takeOver(surroundings.onDisk);
    // The last one that could be read stays, as long as it is the same file.
    const sameFile = surroundings.codebookUri?.toString() === this.codebookUri?.toString();
    this.#codebook = surroundings.codebook ?? (sameFile ? this.#codebook : null);
    this.#surroundings = surroundings;
    this.#identity = identity;
    const speakers = speakersOf(surroundings.study);
    const sameLabels = this.transcript.useSpeakers(speakers);
    this.#openGate(saved, speakers);
    const changed =
      before.first || !sameLabels || before.hash !== this.savedHash || hasNews(this.#people, before.people);
    if (changed) this.placeAgain(saved);
    else
      for (const { file, sameText } of this.#people)
        placeUnmarked(this.transcript, file.file.coding, sameText);
    this.touch();
  }

  /** Somebody else codes from now on: until the files are read through the gate anew, nothing of anybody is shown. */
  forgetPeople(identity: Identity | undefined): void {
    this.#identity = identity;
    this.#people = [];
    this.#others = { hidden: [], unseen: [] };
    this.touch();
  }

  /** Where one's own annotations of this transcript go: beside it. */
  ownUri(coder: string): vscode.Uri {
    return annotationFileOf(this.document.uri, coder);
  }

  /** A file stands under one's own name that is not one's own for this transcript, or cannot be read: never written. */
  blockedUri(coder: string): vscode.Uri | undefined {
    const uri = this.ownUri(coder);
    const mine = this.#people.some(
      ({ file }) => file.uri.toString() === uri.toString() && file.file.coding.coder === coder,
    );
    return !mine && this.#surroundings?.names.has(baseName(uri)) ? uri : undefined;
  }

  /** The person begins to code, or the consensus is begun: the file exists from the first act on. */
  begin(file: AnnotationFile, { id, role }: Identity): Person {
    const opened = this.#files.open(this.ownUri(id), file, null);
    const own = role !== 'consensus';
    const person: Person = { file: opened, own, sameText: true, merges: opened.merges };
    this.#people = [person, ...this.#people];
    return person;
  }

  /** Somebody's file now belongs to the text on disk: after it was confirmed, or saved with its places. */
  textTakenOver({ file }: Person): void {
    const theirs = `${file.file.coding.coder}/`;
    this.#notes = new Map([...this.#notes].filter(([key]) => !key.startsWith(theirs)));
    this.#people = this.#people.map((person) =>
      person.file === file ? { ...person, sameText: true } : person,
    );
    this.touch();
  }

  /** Marks on the turns as they were counted when the text was last read or saved: the turns that files speak of. */
  get turnMarks(): TurnMarks {
    const { live } = this.transcript;
    if (this.#turnMarks?.live !== live) this.#turnMarks = new TurnMarks(live);
    return this.#turnMarks;
  }

  /** The transcript was saved: its text on disk is the one on screen, and one's own file follows it. */
  saved(): void {
    this.onDisk.saved();
    movePlaces(this);
  }

  /** How annotations of codings that were made in another text were found in this one. */
  get notes(): Notes {
    return this.#notes;
  }

  /** Passages have to be computed anew: an act, a new file, other marks. */
  touch(): void {
    this.#passages = null;
  }

  /** All annotations that may be seen, by position; lost ones last. Computed once per change of text or codings. */
  passages(): readonly Passage[] {
    const { revision } = this.transcript.live;
    if (this.#passages?.revision !== revision) {
      this.#passages = {
        revision,
        passages: passagesOf(this.transcript, this.#people, this.codebook, this.#notes),
      };
    }
    return this.#passages.passages;
  }

  /** Passages that cover a part of a stretch, or the place where it begins and ends. */
  passagesAt({ start, end }: vscode.Range): Passage[] {
    const stretch = new vscode.Range(start, end);
    return this.passages().filter((passage) => passage.range?.intersection(stretch) !== undefined);
  }

  passage(id: string): Passage | undefined {
    return this.passages().find(({ key, own, annotation }) => key === id || (own && annotation.id === id));
  }

  /**
   * Puts every annotation where its file says, in the saved text; what was typed since then moves them as an edit would.
   * What a coder is about to tag stays where it is.
   */
  placeAgain(saved = this.document.getText()): void {
    const putBack = keepPending(this.transcript);
    this.transcript.startFrom(splitText(saved));
    this.#turnMarks = new TurnMarks(this.transcript.live);
    this.#notes = new Map(
      this.#people.flatMap(({ file, sameText }) => [
        ...placeCoding(this.transcript, file.file.coding, sameText),
      ]),
    );
    const now = this.document.getText();
    if (now !== saved) typeOver(this.transcript, now);
    putBack();
    this.touch();
  }

  #openGate(saved: string, speakers: StudySpeakers): void {
    if (!this.#surroundings) return;
    const same = saved === this.document.getText();
    const parsed = same ? this.parsed : parseTranscript(saved, speakers);
    const isSameText = ({ coding }: AnnotationFile): boolean =>
      isMadeIn(coding, this.savedHash, () => printsOf(parsed));
    const gated = { ...this.#surroundings, transcript: this.document.uri };
    const seen = throughTheGate(gated, this.#identity, this.#files);
    this.#people = seen.shown.map(({ uri, value, text, own }) => {
      const file = this.#files.open(uri, value, text);
      // What is known may be ahead of the disk: places of a text just saved, whose write is under way, or the first act.
      return { file, own, sameText: text === null || isSameText(file.file), merges: file.merges };
    });
    this.#others = seen;
    const header = { uri: this.document.uri, faults: blindHeaderFaults(parsed, this.study) };
    this.#faulty = [...this.#surroundings.faulty, ...seen.faulty, header];
  }
}
