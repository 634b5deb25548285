import type { Entry, ImportedSession, Speech } from './imported';

/** Seconds of silence above which what one speaker says next is a turn of its own (domain: import rules). */
const longestGap = 2;

/** A turn as it is to be written: whose, since when, and its parts with the times at which they begin. */
export interface TurnDraft {
  /** As the source names the speaker; null where it does not. */
  readonly speaker: string | null;
  readonly parts: readonly Part[];
}

/** One entry's words within a turn, or a remark between them. */
export type Part =
  | { readonly kind: 'words'; readonly text: string; readonly start: number | null; readonly entry: number }
  | { readonly kind: 'remark'; readonly text: string };

/**
 * The turns of a session: cues of one speaker are put together where less than two seconds are between them, so that back-channels
 * and captions do not cut a turn; entries that their author set as turns stay turns. Remarks before the first turn stand in
 * a draft without words.
 */
export function turnsOf({ entries, unit }: Pick<ImportedSession, 'entries' | 'unit'>): TurnDraft[] {
  const turns: { speaker: string | null; parts: Part[] }[] = [];
  let before: Speech | null = null;
  for (const [index, entry] of entries.entries()) {
    const open = turns.at(-1);
    if (entry.kind === 'remark') {
      const part: Part = { kind: 'remark', text: entry.text };
      if (open) open.parts.push(part);
      else turns.push({ speaker: null, parts: [part] });
      continue;
    }
    const part: Part = { kind: 'words', text: entry.text, start: entry.start, entry: index };
    if (open && before && (entry.continues || (unit === 'cues' && continues(before, entry))))
      open.parts.push(part);
    else turns.push({ speaker: entry.speaker, parts: [part] });
    before = entry;
  }
  return turns;
}

/** Where nobody is named, every cue may be somebody else's. */
function continues(before: Speech, next: Speech): boolean {
  if (next.speaker === null || before.speaker !== next.speaker) return false;
  const since = before.end ?? before.start;
  return since === null || next.start === null || next.start - since <= longestGap;
}

/** Everybody who is named, in the order in which they first speak. */
export function speakersOf(entries: readonly Entry[]): string[] {
  const named = entries.flatMap((entry) =>
    entry.kind === 'speech' && entry.speaker !== null ? [entry.speaker] : [],
  );
  return [...new Set(named)];
}
