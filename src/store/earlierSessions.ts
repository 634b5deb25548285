import * as vscode from 'vscode';
import type { Coding } from '../engine/annotations/types';
import { isBefore } from '../engine/trajectory/case';
import { leftOpen, type Begun, type LeftOpen } from '../engine/trajectory/carrying';
import type { SessionTrajectory } from '../engine/trajectory/types';
import type { CodedTranscript } from './codedTranscript';
import type { Codings } from './codings';
import { KeptTrajectories } from './keptTrajectories';
import { memberOf } from './members';
import type { StudyIndex } from './studyIndex';
import type { StudyTranscript } from './studyShape';

/** What one coder's other sessions of a case mean for one of them, as far as the gate shows them. */
export interface Before {
  /** What the study calls this session; null where it is in none. */
  readonly path: string | null;
  /** The earlier sessions in their order. */
  readonly sessions: readonly SessionTrajectory[];
  /** What they left open and is continued nowhere, the latest session first. */
  readonly open: readonly LeftOpen[];
  /** The coder's codings of the other sessions, later ones too. */
  readonly others: readonly OtherCoding[];
}

export interface OtherCoding {
  readonly path: string;
  readonly session: number | null;
  readonly coding: Coding;
}

export const nothingBefore: Before = { path: null, sessions: [], open: [], others: [] };

/** The words of an annotation of another session; empty where it cannot be seen. */
export function wordsOf(begun: Begun | null, { others }: Before): string {
  const coding = others.find(({ path }) => path === begun?.session.transcript)?.coding;
  return coding?.annotations.find(({ id }) => id === begun?.annotation)?.quote ?? '';
}

/** A session, and whose coding of it is asked about. */
interface Asked {
  readonly coded: CodedTranscript;
  readonly coder: string;
}

/** The sessions of a case around one of them, before anything is reckoned. */
interface Course {
  readonly coder: string;
  readonly path: string;
  readonly earlier: readonly StudyTranscript[];
  readonly others: readonly OtherCoding[];
  /** The same objects as long as there is nothing to reckon anew. */
  readonly key: readonly unknown[];
}

interface Reckoned {
  readonly coder: string;
  readonly sessions: readonly SessionTrajectory[];
}

/**
 * Earlier sessions of a case, for what they leave to the one that is looked at. The study is read once, when somebody first
 * asks; reckoned is what changed of it, and never for a key in the text.
 */
export class EarlierSessions implements vscode.Disposable {
  readonly #codings: Codings;
  readonly #study: StudyIndex;
  readonly #kept = new KeptTrajectories();
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  readonly #askedStudy = new WeakSet<CodedTranscript>();
  #asked: Asked | null = null;
  #wanted: Course | null = null;
  #reckoned: Reckoned | null = null;

  /** What `now` says is another. */
  readonly onDidChange = this.#didChange.event;

  constructor(codings: Codings, study: StudyIndex) {
    this.#codings = codings;
    this.#study = study;
    this.#disposable = study.onDidChange(() => {
      if (this.#asked && !isSame(this.#courseOf(this.#asked), this.#wanted)) this.#didChange.fire();
    });
  }

  /** As far as it is known; where something is read or reckoned yet, a change tells when it is there. */
  now(coded: CodedTranscript, coder: string): Before {
    this.#asked = { coded, coder };
    const course = this.#courseOf(this.#asked);
    if (!isSame(course, this.#wanted)) {
      this.#wanted = course;
      if (course) void this.#follow(course);
    }
    if (!course) this.#askForStudy(coded);
    return course ? beforeOf(course, this.#reckoned, coded) : nothingBefore;
  }

  /** Everything read and reckoned. */
  async read(coded: CodedTranscript, coder: string): Promise<Before> {
    await this.#study.read();
    const course = this.#courseOf({ coded, coder });
    if (!course) return nothingBefore;
    const sessions = await this.#reckon(course, () => false);
    return beforeOf(course, sessions && { coder, sessions }, coded);
  }

  dispose(): void {
    this.#wanted = null;
    vscode.Disposable.from(this.#didChange, this.#disposable).dispose();
  }

  #askForStudy(coded: CodedTranscript): void {
    if (this.#askedStudy.has(coded) || this.#study.current || !coded.isLoaded) return;
    this.#askedStudy.add(coded);
    void this.#study.read();
  }

  #courseOf({ coded, coder }: Asked): Course | null {
    const address = coded.document.uri.toString();
    const sessions = this.#study.current?.sessions ?? [];
    const here = sessions.find(({ uri }) => uri.toString() === address);
    // Where the order of sessions is hidden, what came before is no coder's to know.
    if (!here || here.facts.case === null || coded.sight.hidden.order) return null;
    const placed = ({ path: name, facts }: StudyTranscript) => ({ name, facts, coding: { coder } });
    const others = sessions.flatMap((session) => {
      const seen = session.codings.find(({ coding }) => coding.coder === coder);
      const isOther = session !== here && session.facts.case === here.facts.case;
      return isOther && seen ? [{ session, coding: seen.coding }] : [];
    });
    return {
      coder,
      path: here.path,
      earlier: others.map(({ session }) => session).filter((one) => isBefore(placed(one), placed(here))),
      others: others.map(({ session: { path, facts }, coding }) => ({
        path,
        session: facts.session,
        coding,
      })),
      key: [coder, here.path, JSON.stringify(here.facts), ...others.flatMap((each) => this.#keyOf(each))],
    };
  }

  #keyOf({ session, coding }: { session: StudyTranscript; coding: Coding }): readonly unknown[] {
    const text = this.#open(session)?.parsed ?? session.parsed;
    return [coding, session.codebook, JSON.stringify(session.facts), text];
  }

  #open({ uri }: StudyTranscript): CodedTranscript | undefined {
    const coded = this.#codings.of(uri);
    return coded?.isLoaded === true ? coded : undefined;
  }

  async #follow(course: Course): Promise<void> {
    const { coder } = course;
    const sessions = await this.#reckon(course, () => this.#wanted !== course);
    if (!sessions || this.#wanted !== course) return;
    this.#reckoned = { coder, sessions };
    this.#didChange.fire();
  }

  /** Null where something else is wanted meanwhile, or a text is not there any more. */
  async #reckon(
    { earlier, coder }: Course,
    isStale: () => boolean,
  ): Promise<readonly SessionTrajectory[] | null> {
    const members = earlier.flatMap((session) => memberOf(session, coder, this.#open(session)).coded ?? []);
    try {
      return await this.#kept.of(members, { isStale, progress: () => undefined });
    } catch {
      // The study notices that a file went, and then it is asked anew.
      return null;
    }
  }
}

function isSame(one: Course | null, other: Course | null): boolean {
  if (!one || !other) return one === other;
  return one.key.length === other.key.length && one.key.every((part, index) => part === other.key[index]);
}

/** Of what was reckoned last, only what is an earlier session still and may be seen still. */
function beforeOf(
  { coder, path, earlier, others }: Course,
  reckoned: Reckoned | null,
  coded: CodedTranscript,
): Before {
  const paths = new Set(earlier.map((session) => session.path));
  const known = reckoned?.coder === coder ? reckoned.sessions : [];
  const sessions = known.filter(({ transcript }) => paths.has(transcript));
  const here = coded.people.flatMap(({ file }) =>
    file.file.coding.coder === coder ? [file.file.coding] : [],
  );
  return {
    path,
    sessions,
    open: leftOpen(sessions, [...here, ...others.map(({ coding }) => coding)]),
    others,
  };
}
