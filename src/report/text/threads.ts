import { isResolved, threadsOf, type Subject, type Thread } from '../../engine/annotations/threads';
import type { Coding, Memo } from '../../engine/annotations/types';
import type { LooseAt } from '../../engine/transcript/at';
import { spansIn } from '../../engine/anchors/takeOver';
import type { ExportedSession } from '../../engine/interchange/exported';
import { placeOf } from '../../engine/interchange/threadPlace';
import { compareText } from '../../engine/compareText';

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

/**
 * Memos and threads of a session, in the order of the text, then of their time. A comment on the coding of somebody who is
 * not in the report is not in it either.
 */
export function remarksOf(session: ExportedSession): readonly Remark[] {
  const people = [...session.codings.map(({ coding }) => coding), ...(session.reviews ?? [])];
  const memos = people.flatMap((by) => by.memos.map((memo) => memoOf(memo, by, session)));
  const byId = new Map(people.map((each) => [each.coder, each]));
  const threads = threadsOf(people).flatMap((thread) => threadRemark(thread, byId, session));
  return [...memos, ...threads].sort(
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

function threadRemark(
  { key, subject, remarks, state }: Thread,
  people: ReadonlyMap<string, Coding>,
  session: ExportedSession,
): Remark[] {
  const annotation = subject.kind === 'annotation' ? `${subject.coder}/${subject.annotation.id}` : null;
  if (annotation !== null && !session.codings.some(({ coding }) => coding.coder === annotation.split('/')[0]))
    return [];
  const said = remarks.flatMap(({ coder, comment: { text, created } }) => {
    const by = people.get(coder);
    return by ? [{ by, text, created: created ?? null }] : [];
  });
  const turn = turnOf(subject, people, session);
  return [
    { turn, kind: 'thread', said, about: annotation, resolved: isResolved({ key, subject, remarks, state }) },
  ];
}

/** The turn a thread stands at; null for the session, and where what it is about is no more. */
function turnOf(
  subject: Subject,
  people: ReadonlyMap<string, Coding>,
  session: ExportedSession,
): number | null {
  if (subject.kind === 'annotation') return placeOf(subject, session)?.turn ?? null;
  const by = subject.kind === 'passage' ? people.get(subject.coder) : undefined;
  return subject.kind === 'passage' && by ? turnNow(subject.comment.at, by, session) : null;
}
