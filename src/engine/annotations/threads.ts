import { compareText } from '../compareText';
import { hasPassage } from './anchored';
import { latest } from './times';
import type { Annotation, Coding, Comment, LogEntry } from './types';

/**
 * Who said what about what, gathered over everybody's files: each holds what its own person wrote. Of files that are not given,
 * because the viewer may not see them, nothing shows: no comment on what is in them, and no answer to one of theirs.
 */

/** What a thread is about. `gone`: an annotation or a comment that is no more. */
export type Subject =
  | { readonly kind: 'annotation'; readonly coder: string; readonly annotation: Annotation }
  | { readonly kind: 'passage'; readonly coder: string; readonly comment: Comment }
  | { readonly kind: 'session' | 'gone' };

/** A comment with who wrote it. */
export interface Remark {
  /** `CODER/ID`, as files refer to it. */
  readonly key: string;
  readonly coder: string;
  readonly comment: Comment;
}

/** Who resolved a thread, or opened it again, and when. */
export interface ThreadEvent {
  readonly event: 'resolved' | 'reopened';
  readonly by: string;
  readonly at: string;
}

export interface Thread {
  /** That of its first comment. */
  readonly key: string;
  readonly subject: Subject;
  /** The first comment, then the answers in the order they were written. */
  readonly remarks: readonly [Remark, ...Remark[]];
  /** What became of it last; null where nobody resolved it. */
  readonly state: ThreadEvent | null;
}

export function isResolved({ state }: Thread): boolean {
  return state?.event === 'resolved';
}

/** All threads of a transcript, the oldest first. */
export function threadsOf(codings: readonly Coding[]): Thread[] {
  const index = new Remarks(codings);
  const answers = new Map<string, Remark[]>();
  for (const remark of index.all) {
    const root = index.rootOf(remark);
    if (!root) continue;
    const list = answers.get(root.key) ?? [];
    answers.set(root.key, list);
    if (remark.key !== root.key) list.push(remark);
  }
  const threads = [...answers].flatMap(([key, list]): Thread[] => {
    const first = index.find(key);
    const subject = first && index.subjectOf(first);
    if (!first || !subject) return [];
    return [{ key, subject, remarks: [first, ...list.sort(byTime)], state: stateOf(key, codings) }];
  });
  return threads.sort((a, b) => byTime(a.remarks[0], b.remarks[0]));
}

/** Comments by their keys, and what they hang on. */
export class Remarks {
  readonly #codings: ReadonlyMap<string, Coding>;
  readonly #byKey: ReadonlyMap<string, Remark>;

  constructor(codings: readonly Coding[]) {
    this.#codings = new Map(codings.map((coding) => [coding.coder, coding]));
    const all = codings.flatMap(({ coder, comments }) =>
      comments.map((comment): Remark => ({ key: `${coder}/${comment.id}`, coder, comment })),
    );
    this.#byKey = new Map(all.map((remark) => [remark.key, remark]));
  }

  get all(): readonly Remark[] {
    return [...this.#byKey.values()];
  }

  find(key: string): Remark | undefined {
    return this.#byKey.get(key);
  }

  /**
   * The comment that the thread of this one began with; null where that may not be seen. An answer to what is no more begins a
   * thread of its own; of people who answer each other in a circle the first does.
   */
  rootOf(remark: Remark): Remark | null {
    const path = new Map<string, Remark>();
    let each = remark;
    for (;;) {
      path.set(each.key, each);
      const to = each.comment.reply_to;
      if (to === undefined) return each;
      if (!this.#mayBeSeen(to)) return null;
      const next = this.#byKey.get(to);
      if (!next) return each;
      if (path.has(next.key)) {
        const steps = [...path.values()];
        return steps.slice(steps.indexOf(next)).sort(byTime)[0] ?? each;
      }
      each = next;
    }
  }

  /** What a comment's thread is about; null where that may not be seen. */
  subjectOf(remark: Remark): Subject | null {
    const root = this.rootOf(remark);
    if (!root) return null;
    const { coder, comment } = root;
    if (comment.reply_to !== undefined) return { kind: 'gone' };
    if (comment.about !== undefined) return this.#annotation(comment.about);
    return hasPassage(comment) ? { kind: 'passage', coder, comment } : { kind: 'session' };
  }

  #annotation(key: string): Subject | null {
    if (!this.#mayBeSeen(key)) return null;
    const [coder = '', id] = key.split('/');
    const annotation = this.#codings.get(coder)?.annotations.find((one) => one.id === id);
    return annotation ? { kind: 'annotation', coder, annotation } : { kind: 'gone' };
  }

  #mayBeSeen(key: string): boolean {
    return this.#codings.has(key.split('/')[0] ?? '');
  }
}

function stateOf(key: string, codings: readonly Coding[]): ThreadEvent | null {
  const events = codings.flatMap(({ coder, log }) =>
    log.flatMap(({ event, about, at }): ThreadEvent[] =>
      about === key && isThreadEvent(event) ? [{ event, by: coder, at }] : [],
    ),
  );
  return latest(events);
}

function isThreadEvent(event: LogEntry['event']): event is ThreadEvent['event'] {
  return event === 'resolved' || event === 'reopened';
}

function byTime(a: Remark, b: Remark): number {
  const [x, y] = [a.comment.created ?? '', b.comment.created ?? ''];
  return compareText(x, y) || compareText(a.key, b.key);
}
