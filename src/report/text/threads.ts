import type { Coding, Comment, LooseAt, Memo } from '../../engine/annotations/types';
import { spansIn } from '../../engine/anchors/takeOver';
import type { ExportedSession } from '../../engine/interchange/exported';
import { compareText } from '../../engine/interchange/tables/codedSessions';

/** Somebody's words on a session: a memo, or a thread of comments. */
export interface Remark {
  /** The turn it stands at, from 1; null where it is on the session, or has no place any more. */
  readonly turn: number | null;
  readonly kind: 'memo' | 'thread';
  readonly said: readonly { readonly by: Coding; readonly text: string; readonly created: string | null }[];
  /** The annotation a thread is about, as `CODER/ID`; null where it is about something else. */
  readonly about: string | null;
  /** Of a thread: whether it was resolved, by the latest word on that. */
  readonly resolved: boolean;
}

/** A comment with whose it is. */
interface Said {
  readonly by: Coding;
  readonly comment: Comment;
}

/**
 * Memos and threads of a session, in the order of the text, then of their time. A comment on the coding of somebody who is
 * not in the report is not in it either.
 */
export function remarksOf(session: ExportedSession): readonly Remark[] {
  const people = [...session.codings.map(({ coding }) => coding), ...(session.reviews ?? [])];
  const memos = people.flatMap((by) => by.memos.map((memo) => memoOf(memo, by, session)));
  return [...memos, ...threadsOf(people, session)].sort(
    (a, b) => (a.turn ?? 0) - (b.turn ?? 0) || compareText(beginning(a), beginning(b)),
  );
}

/** When it was said, by whom, and what: nothing of it depends on the order in files. */
function beginning({ said: [first] }: Remark): string {
  return first ? `${first.created ?? ''}\n${first.by.coder}\n${first.text}` : '';
}

function memoOf({ text, at }: Memo, by: Coding, session: ExportedSession): Remark {
  const turn = turnNow(at, by, session);
  return { turn, kind: 'memo', said: [{ by, text, created: null }], about: null, resolved: false };
}

/** Turns are found again by their fingerprints where the text is another than the one the file was written for. */
function turnNow(at: LooseAt | undefined, by: Coding, { transcript }: ExportedSession): number | null {
  if (!at) return null;
  return spansIn(by, transcript.turns)([{ from: at.turn, to: at.turn }])[0]?.from ?? null;
}

function threadsOf(people: readonly Coding[], session: ExportedSession): Remark[] {
  const all = new Map<string, Said>(
    people.flatMap((by) =>
      by.comments.map((comment) => [`${by.coder}/${comment.id}`, { by, comment }] as const),
    ),
  );
  const threads = new Map<string, Said[]>();
  for (const [name, said] of all) {
    const root = rootOf(name, all);
    threads.set(root, [...(threads.get(root) ?? []), said]);
  }
  return [...threads].flatMap(([name, said]) => {
    const root = all.get(name);
    const turn = root && turnOf(root, session);
    if (turn === undefined) return [];
    const ordered = said.toSorted(
      (a, b) =>
        Number(b === root) - Number(a === root) ||
        compareText(a.comment.created ?? '', b.comment.created ?? '') ||
        compareText(a.comment.id, b.comment.id),
    );
    return [
      {
        turn,
        kind: 'thread',
        said: ordered.map(({ by, comment: { text, created } }) => ({ by, text, created: created ?? null })),
        about: root?.comment.about ?? null,
        resolved: isResolved(name, people),
      },
    ];
  });
}

/** The comment a thread begins with: up the replies, as far as they lead; a circle has an end all the same. */
function rootOf(name: string, all: ReadonlyMap<string, Said>): string {
  const seen = new Set([name]);
  let here = name;
  for (let to = all.get(here)?.comment.reply_to; to !== undefined && all.has(to) && !seen.has(to);) {
    seen.add(to);
    here = to;
    to = all.get(here)?.comment.reply_to;
  }
  return here;
}

/** The turn a thread stands at; null for the session; undefined where it is about something that is not in the report. */
function turnOf({ by, comment }: Said, session: ExportedSession): number | null | undefined {
  const { about, at, reply_to: lost } = comment;
  if (about === undefined) return lost === undefined || at ? turnNow(at, by, session) : undefined;
  const [coder, id] = about.split('/');
  const owner = session.codings.find(({ coding }) => coding.coder === coder);
  const annotation = owner?.coding.annotations.find((each) => each.id === id);
  if (!owner) return undefined;
  return (annotation && owner.places.get(annotation)?.turn) ?? null;
}

function isResolved(name: string, people: readonly Coding[]): boolean {
  const events = people
    .flatMap(({ log }) => log)
    .filter(({ about, event }) => about === name && (event === 'resolved' || event === 'reopened'))
    .sort((a, b) => compareText(a.at, b.at));
  return events.at(-1)?.event === 'resolved';
}
