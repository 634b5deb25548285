import * as vscode from 'vscode';
import { pathBelow } from '../../engine/interchange/beside';
import { joinSessions } from '../../engine/interchange/joinSessions';
import { prepare, transcriptName, type Prepared } from '../../engine/interchange/prepare';
import type { ImportedSession } from '../../engine/interchange/imported';
import type { Problem } from '../../engine/interchange/problems';
import type { RoleGuess } from '../../engine/interchange/roles';
import type { Role } from '../../engine/transcript/types';
import { speakersOf } from '../../engine/interchange/turns';
import { folderOf } from '../../store/nearest';
import { inParallel } from '../../store/parallel';
import { readSafely } from '../../store/readText';
import { besideAll, type Beside } from './beside';
import type { ReadFile } from './sources';

/**
 * What is there at the place of a transcript: nothing, this very text, or another. `twice`: another file of this import is
 * there, or comes to the same transcript (a meeting's captions and its document) and was first.
 */
export type Place = 'new' | 'same' | 'other' | 'twice';

/** A session with where it would be written. */
export interface DraftSession {
  readonly file: ReadFile;
  /** Which of the file's sessions, from 0. */
  readonly index: number;
  /** From the folder that the file's transcripts go to. */
  readonly path: string;
  readonly formatTitle: string;
  readonly prepared: Prepared;
  readonly target: vscode.Uri;
  readonly place: Place;
  /** What is there now; null for nothing. */
  readonly there: string | null;
}

interface ReadSession {
  readonly file: ReadFile;
  readonly index: number;
  readonly session: ImportedSession;
}

/** A speaker by name over all files: asked about once. */
export interface DraftSpeaker {
  readonly name: string;
  readonly guess: RoleGuess;
  readonly role: Role;
  readonly turns: number;
  readonly files: number;
}

/** What has been read, with what the person says of it so far. Nothing of it is written. */
export class Draft {
  readonly files: readonly ReadFile[];
  readonly roles = new Map<string, Role>();
  /** The folder written to; null for beside each original. */
  folder: vscode.Uri | null = null;
  /** The files are one session: recordings of each person, or parts. */
  join = false;
  #joined: ImportedSession | null = null;
  #sessions: readonly DraftSession[] = [];
  #beside: Beside = { files: [], warnings: [] };
  /** What a session came to last, and by which wishes: most wishes are about others. */
  readonly #prepared = new Map<ImportedSession, { readonly by: string; readonly prepared: Prepared }>();
  #settling: Promise<void> = Promise.resolve();

  constructor(files: readonly ReadFile[]) {
    this.files = files;
  }

  get sessions(): readonly DraftSession[] {
    return this.#sessions;
  }

  get beside(): Beside {
    return this.#beside;
  }

  /** Files that were chosen, or are of a format, and cannot be read. The problem is null where the disk does not give them. */
  get refused(): readonly { readonly file: ReadFile; readonly problem: Problem | null }[] {
    return this.files.flatMap((file) => {
      const { read, isSkipped } = file;
      if (isSkipped || (read && !read.reading.refusal)) return [];
      return [{ file, problem: read?.reading.refusal ?? null }];
    });
  }

  /** Several files, and nobody is named in any: they may be the recordings of each person. */
  get mayBeOneSession(): boolean {
    const all = this.files.flatMap(({ read }) => read?.reading.sessions ?? []);
    return all.length > 1 && all.every(({ entries }) => speakersOf(entries).length === 0);
  }

  get skipped(): readonly ReadFile[] {
    return this.files.filter(({ isSkipped }) => isSkipped);
  }

  /** Everybody who is named, by how much they say; capitals make no difference. */
  get speakers(): readonly DraftSpeaker[] {
    const found = new Map<string, DraftSpeaker>();
    for (const { prepared } of this.#sessions) {
      for (const { name, guess, role, turns } of prepared.speakers) {
        const before = found.get(name.toLowerCase());
        found.set(name.toLowerCase(), {
          name: before?.name ?? name,
          guess: before && before.guess.by !== 'unknown' ? before.guess : guess,
          role: before?.role ?? role,
          turns: (before?.turns ?? 0) + turns,
          files: (before?.files ?? 0) + 1,
        });
      }
    }
    return [...found.values()].sort((a, b) => b.turns - a.turns);
  }

  /** Takes for said who is therapist and who is client by their questions: the person sees it, and goes on with it or not. */
  async propose(): Promise<void> {
    for (const { name, guess } of this.speakers) {
      if (guess.by === 'questions') this.roles.set(name.toLowerCase(), guess.role);
    }
    await this.settle();
  }

  /** Composes all anew with what the person says by now, and looks what is there at their places. */
  settle(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#settle());
    return this.#settling;
  }

  async #settle(): Promise<void> {
    const sources = new Set(this.files.map(({ uri }) => uri.toString()));
    const taken = new Set<string>();
    const drafts = this.#read().map(({ file, index, session }) => {
      const prepared = this.#prepare(session);
      const path = pathBelow(`${session.folder}/${transcriptName(session.name)}`);
      const target = vscode.Uri.joinPath(this.#folderOf(file), path);
      const key = target.toString().toLowerCase();
      const isTwice = taken.has(key) || sources.has(target.toString());
      taken.add(key);
      return { file, index, path, formatTitle: file.read?.format?.title ?? '', prepared, target, isTwice };
    });
    this.#sessions = await inParallel(drafts, async ({ isTwice, ...draft }) => ({
      ...draft,
      ...(isTwice ? { place: 'twice', there: null } : await placeOf(draft.target, draft.prepared)),
    }));
    this.#beside = await this.besideThose(this.#sessions.filter(({ place }) => place !== 'twice'));
  }

  /** What the files bring beside transcripts, with those that stand. Sessions that were put together have lost theirs. */
  besideThose(standing: readonly DraftSession[]): Promise<Beside> {
    const sources = this.files.map((file) => ({ file, folder: this.#folderOf(file) }));
    return besideAll(this.join ? [] : sources, standing);
  }

  /** The sessions of the files; put together they are one, called and placed after the first. */
  #read(): readonly ReadSession[] {
    const all = this.files.flatMap((file) =>
      (file.read?.reading.sessions ?? []).map((session, index) => ({ file, index, session })),
    );
    const [first] = all;
    if (!this.join || !first || all.length < 2) return all;
    this.#joined ??= joinSessions(all.map(({ session }) => session));
    return [{ ...first, session: this.#joined }];
  }

  #prepare(session: ImportedSession): Prepared {
    const said = speakersOf(session.entries).map((name) => this.roles.get(name.toLowerCase()) ?? null);
    const by = JSON.stringify(said);
    const known = this.#prepared.get(session);
    if (known?.by === by) return known.prepared;
    const prepared = prepare(session, this.roles);
    this.#prepared.set(session, { by, prepared });
    return prepared;
  }

  #folderOf({ uri, below }: ReadFile): vscode.Uri {
    if (!this.folder) return folderOf(uri);
    return below === '' ? this.folder : vscode.Uri.joinPath(this.folder, below);
  }
}

async function placeOf(
  target: vscode.Uri,
  { composed }: Prepared,
): Promise<Pick<DraftSession, 'place' | 'there'>> {
  const reading = await readSafely(target);
  if (reading.kind === 'missing') return { place: 'new', there: null };
  if (reading.kind !== 'text') return { place: 'other', there: null };
  return { place: reading.text === composed.text ? 'same' : 'other', there: reading.text };
}
