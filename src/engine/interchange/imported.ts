import type { ExportedFile } from './exported';
import type { Problem } from './problems';

/** A stretch of speech as the source has it: a cue, a paragraph, a line with a label. */
export interface Speech {
  readonly kind: 'speech';
  /** As the source names the speaker; null where it does not say who speaks. */
  readonly speaker: string | null;
  /** What was said; may run over several lines. */
  readonly text: string;
  /** Seconds from the beginning of the recording. */
  readonly start: number | null;
  readonly end: number | null;
  /** Line in the source, or number of the paragraph, row or element, from 1. */
  readonly line: number;
  /** Goes on with the turn of the speech before it, whatever stands between or how late it begins. */
  readonly continues?: true;
}

/** What belongs to no turn: it stands in the transcript as a comment, at its place. */
export interface Remark {
  readonly kind: 'remark';
  /** `unparsed`: could not be read, and is listed. `note`: the source itself says it is a note. */
  readonly about: 'unparsed' | 'note';
  readonly text: string;
  readonly line: number;
}

export type Entry = Speech | Remark;

/** A comment on a passage of the source (a comment in Word): becomes a memo of the person who imports. */
export interface SourceMemo {
  readonly text: string;
  readonly author: string | null;
  /** Index into `entries`: the speech it is about; null for the session. */
  readonly entry: number | null;
}

/** What a source says of the session itself; null where it says nothing. */
export interface SourceFacts {
  readonly media: string | null;
  /** `2026-03-02`. */
  readonly date: string | null;
  /** A language tag, as the source gives it. */
  readonly language: string | null;
  /** What else a header of ours can say, by its keys. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export const noFacts: SourceFacts = { media: null, date: null, language: null };

/** What a source has beside the words and is not taken over, with how often. */
export interface Ignored {
  readonly what:
    | 'notes'
    | 'styles'
    | 'regions'
    | 'settings'
    | 'cue-ids'
    | 'alternatives'
    | 'tiers'
    | 'elements'
    | 'numbers' // of lines or turns
    | 'deletions' // tracked changes: what was deleted, or moved from there
    | 'hidden' // text that its document does not show
    | 'page-headers'
    | 'list-numbers'
    | 'pictures'
    | 'media'
    | 'sets'
    | 'graphs';
  readonly count: number;
}

/** One session as a source holds it, before roles are given. */
export interface ImportedSession {
  /** What the transcript is to be called, without ending. */
  readonly name: string;
  /** Where it stood below the folder of its study, with `/` at the end; nothing where the source does not say. */
  readonly folder: string;
  readonly entries: readonly Entry[];
  /**
   * `cues`: the source cuts speech where it pleases, so what one speaker says without a pause of two seconds is one turn.
   * `turns`: every entry is a turn, as its author set it.
   */
  readonly unit: 'cues' | 'turns';
  readonly facts: SourceFacts;
  readonly memos: readonly SourceMemo[];
  readonly ignored: readonly Ignored[];
  readonly warnings: readonly Problem[];
  /** Roles that the source itself states (`@Participants: … Target_Child`), by speaker. */
  readonly roles: ReadonlyMap<string, 'therapist' | 'client' | 'other'>;
  /** Where the source is in our layout already, its text: then it is kept line by line. Each speech of `entries` is a turn of it. */
  readonly kept: KeptText | null;
}

/** A text that our grammar reads as it stands, once its speakers are listed. */
export interface KeptText {
  /** Its header with the fences, each line with its line feed; nothing where there is none. */
  readonly header: string;
  readonly body: string;
}

/** A session that is going to be written, with its roles settled. */
export interface WrittenSession {
  /** Which of the reading's sessions, from 0. */
  readonly index: number;
  /** Where its transcript is going to stand, from the folder of the import, with `/`. */
  readonly path: string;
  /** The whole transcript, as composed. */
  readonly text: string;
  readonly turnOfEntry: ReadonlyMap<number, number>;
}

/** What stands beside the transcripts: codings, a codebook, a study file. */
export interface FilesBeside {
  /** Paths are from the folder of the import, as those of the sessions; nothing that is there is to be written over. */
  readonly files: readonly ExportedFile[];
  readonly warnings: readonly Problem[];
}

/** What came of reading a file: its sessions, or why there are none. */
export interface SourceReading {
  /** None where a source holds other files only (a codebook). */
  readonly sessions: readonly ImportedSession[];
  /**
   * What a source has beside sessions, where it has that: made when the transcripts are, since turns and their fingerprints
   * depend on roles. Sessions that are not imported are left out.
   */
  readonly filesFor?: (written: readonly WrittenSession[]) => FilesBeside;
  /** Null where something could be read. */
  readonly refusal: Problem | null;
}

export function refused(refusal: Problem): SourceReading {
  return { sessions: [], refusal };
}

/** A session with what most sources do not have left empty. */
export function session(
  given: Pick<ImportedSession, 'name' | 'entries' | 'unit'> & Partial<ImportedSession>,
): ImportedSession {
  return {
    facts: noFacts,
    memos: [],
    ignored: [],
    warnings: [],
    roles: new Map(),
    kept: null,
    folder: '',
    ...given,
  };
}
