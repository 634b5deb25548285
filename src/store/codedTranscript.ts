import * as vscode from 'vscode';
import type { AnnotationFile } from '../engine/annotations/file';
import { textHash } from '../engine/annotations/hashes';
import type { Coding } from '../engine/annotations/types';
import { defaultCodebook } from '../engine/codebook/read';
import type { Codebook } from '../engine/codebook/types';
import { rangeOfTop } from '../engine/annotations/ranges';
import { fault } from '../engine/faults';
import { range } from '../engine/position';
import { gateState, mayShow } from '../engine/study/mayShow';
import { sessionFacts } from '../engine/study/sessionFacts';
import type { SessionFacts, Study } from '../engine/study/types';
import type { ParsedTranscript, StudySpeakers } from '../engine/transcript/parse';
import type { Identity } from './identity';
import { stem, type FaultyFile, type Found, type Surroundings } from './loading';
import { baseName, folderOf } from './nearest';
import { passagesOf } from './passages';
import type { Passage } from './passage';
import type { HiddenPerson, Person } from './person';
import { PersonFile } from './personFile';
import { placeCoding } from './placing';
import { splitText, type OpenTranscript } from './transcripts';
import type { FileWriter } from './writer';

/**
 * An open transcript with what everybody coded in it, as far as the gate lets it be seen. All surfaces (decorations, hover,
 * trees, panel) read from here.
 */
export class CodedTranscript {
  readonly transcript: OpenTranscript;
  readonly #write: FileWriter;
  #codebook: Codebook = defaultCodebook();
  #study: Study | null = null;
  #pathInStudy = '';
  #people: readonly Person[] = [];
  #hidden: readonly HiddenPerson[] = [];
  #unreadable: readonly Found<AnnotationFile>[] = [];
  #faulty: readonly FaultyFile[] = [];
  #passages: { revision: number; passages: readonly Passage[] } | null = null;
  /** Hash of the text on disk. */
  #savedHash = '';
  #loaded = false;

  constructor(transcript: OpenTranscript, write: FileWriter) {
    this.transcript = transcript;
    this.#write = write;
  }

  get document(): vscode.TextDocument {
    return this.transcript.document;
  }

  get parsed(): ParsedTranscript {
    return this.transcript.parsed;
  }

  get codebook(): Codebook {
    return this.#codebook;
  }

  /** False until the files beside the transcript were read once. */
  get isLoaded(): boolean {
    return this.#loaded;
  }

  get facts(): SessionFacts {
    const { uri } = this.document;
    const untitled = uri.scheme === 'untitled';
    const folder = untitled ? '' : baseName(folderOf(uri));
    return sessionFacts(
      this.#study,
      this.#pathInStudy,
      this.parsed.header,
      folder,
      untitled ? '' : baseName(uri),
    );
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  get hidden(): readonly HiddenPerson[] {
    return this.#hidden;
  }

  /** What is wrong in the files around; nothing of those the gate hides. */
  get faulty(): readonly FaultyFile[] {
    return this.#faulty;
  }

  get own(): Person | undefined {
    return this.#people.find(({ own }) => own);
  }

  /** One's own coding as far as it exists. */
  get ownCoding(): Coding | undefined {
    return this.own?.file.file.coding;
  }

  get savedHash(): string {
    return this.#savedHash;
  }

  get study(): Study | null {
    return this.#study;
  }

  /**
   * Takes over what was read from the files around. A file that is the one we know keeps its object, and with it what may
   * be undone; places are looked for anew only where a text changed. `onDisk` is the transcript's saved text.
   */
  takeOver(surroundings: Surroundings, identity: Identity | undefined, onDisk: string | null): void {
    this.#codebook = surroundings.codebook;
    this.#study = surroundings.study;
    this.#pathInStudy = surroundings.pathInStudy;
    this.#unreadable = surroundings.files.filter(({ value }) => value === null);
    const { document } = this;
    const saved = document.isDirty && onDisk !== null ? onDisk.replace(/^\ufeff/, '') : document.getText();
    const hash = textHash(saved);
    const sameLabels = this.transcript.useSpeakers(speakersOf(surroundings.study));
    const before = this.#people;
    const textChanged = hash !== this.#savedHash;
    this.#savedHash = hash;
    this.#openGate(surroundings, identity);
    const news = this.#people.filter(({ file }) => !before.some((person) => person.file === file));
    if (!this.#loaded || textChanged || !sameLabels || news.length > 0) this.#placeAll(saved);
    this.#loaded = true;
    this.touch();
  }

  /** Where one's own annotations of this transcript go: beside it. */
  ownUri(coder: string): vscode.Uri {
    const { uri } = this.document;
    return vscode.Uri.joinPath(folderOf(uri), `${stem(baseName(uri))}.${coder}.alliance.yaml`);
  }

  /** A file of that name or of that coder which cannot be read, and so must not be written. */
  unreadableFile(coder: string): Found<AnnotationFile> | undefined {
    const own = this.ownUri(coder).toString();
    return this.#unreadable.find(({ uri }) => uri.toString() === own);
  }

  /** The person begins to code: the file exists from the first act on. */
  begin(file: AnnotationFile, coder: string): Person {
    const person: Person = {
      file: new PersonFile(this.ownUri(coder), file, null, this.#write),
      own: true,
      sameText: true,
    };
    this.#people = [person, ...this.#people];
    return person;
  }

  /** One's own file now belongs to the text on disk: after it was confirmed, or saved with its places. */
  textTakenOver(): void {
    this.#people = this.#people.map((person) => (person.own ? { ...person, sameText: true } : person));
    this.touch();
  }

  /** The transcript was saved: its text on disk is the one on screen. */
  saved(): void {
    this.#savedHash = textHash(this.document.getText());
  }

  /** Whether the text on screen is another than the one last read or saved. */
  differsFromDisk(): boolean {
    return textHash(this.document.getText()) !== this.#savedHash;
  }

  /** Passages have to be computed anew: an act, a new file, other marks. */
  touch(): void {
    this.#passages = null;
  }

  /** All annotations that may be seen, by position; lost ones last. Computed once per change of text or codings. */
  passages(): readonly Passage[] {
    const { revision } = this.transcript.live;
    if (this.#passages?.revision !== revision) {
      this.#passages = { revision, passages: passagesOf(this.transcript, this.#people, this.#codebook) };
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

  #openGate({ files, faulty }: Surroundings, identity: Identity | undefined): void {
    const byCoder = new Map<string, Found<AnnotationFile>>();
    const shown: FaultyFile[] = [...faulty, ...this.#unreadable];
    for (const found of files) {
      const coder = found.value?.coding.coder ?? '';
      const first = byCoder.get(coder);
      if (first) shown.push(duplicate(found, first.uri));
      else if (found.value) byCoder.set(coder, found);
    }
    const own = byCoder.get(identity?.id ?? '')?.value?.coding ?? null;
    const state = gateState(own, this.#study?.blind !== false);
    const hidden: HiddenPerson[] = [];
    const people: Person[] = [];
    for (const [coder, { uri, value, text, faults }] of byCoder) {
      if (!value) continue;
      const { coding } = value;
      const owner = { id: coder, role: coding.role, released: coding.released !== undefined };
      const { show, reason } = mayShow(identity ?? null, owner, state);
      if (!show) {
        hidden.push({ coder, reason });
        continue;
      }
      const known = this.#people.find((person) => person.file.isSame(uri, text))?.file;
      const file = known ?? new PersonFile(uri, value, text, this.#write);
      people.push({ file, own: coding === own, sameText: coding.text?.sha256 === this.#savedHash });
      shown.push({ uri, faults });
    }
    const begun = this.#people.find((person) => person.own && person.file.isNew);
    if (!own && begun && begun.file.file.coding.coder === identity?.id) people.push(begun);
    this.#people = people.sort((a, b) => Number(b.own) - Number(a.own));
    this.#hidden = hidden;
    this.#faulty = shown;
  }

  /** Marks go into the saved text first; what was typed since then moves them as typing would have. */
  #placeAll(saved: string): void {
    this.transcript.startFrom(splitText(saved));
    for (const { file, sameText } of this.#people) placeCoding(this.transcript, file.file.coding, sameText);
    const { live } = this.transcript;
    const now = this.document.getText();
    if (now === saved) return;
    const last = live.lines.length - 1;
    const end = { line: last, character: live.lines[last]?.text.length ?? 0 };
    live.apply({ start: { line: 0, character: 0 }, end, text: now });
  }
}

/** Two files of one coder: the first counts, and the other says which that is. */
function duplicate({ uri, value }: Found<AnnotationFile>, other: vscode.Uri): FaultyFile {
  const coder = value?.coding.coder ?? '';
  const place = value ? rangeOfTop(value, 'coder') : range(0, 0, 0, 0);
  return { uri, faults: [fault('duplicate-file', place, { coder, other: baseName(other) })] };
}

function speakersOf(study: Study | null): StudySpeakers {
  const speakers = study?.speakers;
  return speakers ? [...speakers.values()].map((speaker) => ({ ...speaker, name: null })) : null;
}
