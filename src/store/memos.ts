import { isLocked } from '../engine/annotations/locked';
import { isOnSession } from '../engine/annotations/memos';
import type { Memo } from '../engine/annotations/types';
import type { Turn } from '../engine/transcript/types';
import type { CodedTranscript } from './codedTranscript';
import { markKey, turnOfMark } from './placing';

/** A memo somebody wrote, as it stands in the open text. */
export interface ShownMemo {
  /** `CODER/ID`, as files refer to it. */
  readonly key: string;
  readonly coder: string;
  /** Written by whoever codes in this window, and not locked: it may be changed. */
  readonly editable: boolean;
  readonly own: boolean;
  readonly memo: Memo;
  /** What it is about: the session, a turn, or a turn that is no more. */
  readonly about: Turn | 'session' | 'lost';
}

/** All memos that may be seen: those on the session, then by turn, then those that lost theirs; one's own before others'. */
export function memosOf({ transcript, people }: CodedTranscript): ShownMemo[] {
  return people
    .flatMap(({ file, own }) => {
      const { coding } = file.file;
      const { coder, memos } = coding;
      return memos.map((memo): ShownMemo => {
        const key = markKey(coder, memo.id);
        const about = isOnSession(memo) ? 'session' : (turnOfMark(transcript, key) ?? 'lost');
        return { key, coder, editable: own && !isLocked(coding), own, memo, about };
      });
    })
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ about }: ShownMemo): number {
  if (about === 'session') return 0;
  return about === 'lost' ? Number.POSITIVE_INFINITY : about.number;
}
