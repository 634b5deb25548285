import { takeOverText as takeOver } from '../engine/anchors/takeOver';
import { anchoredIn } from '../engine/annotations/anchored';
import { andThen, type Step } from '../engine/annotations/change';
import type { AnnotationFile } from '../engine/annotations/file';
import { moveSpans } from '../engine/annotations/followTurns';
import { isLocked } from '../engine/annotations/locked';
import { moveMemos, type MemoTurn } from '../engine/annotations/memos';
import { moveTo, type Places } from '../engine/annotations/moveTo';
import { printsOf } from '../engine/annotations/prints';
import type { Anchored, Coding, Unconfirmed } from '../engine/annotations/types';
import type { At } from '../engine/transcript/at';
import type { CodedTranscript } from './codedTranscript';
import type { Person } from './person';
import type { WriteFault } from './personFile';
import { atOfMark, choiceKey, markKey, turnOfMark } from './placing';

/** The text on disk as an annotation file names it. */
export function textOnDisk(coded: CodedTranscript): NonNullable<Coding['text']> {
  return { sha256: coded.savedHash, turns: printsOf(coded.parsed) };
}

/**
 * After a save of the transcript: takes over where everything in one's own file went, so that the file always speaks of the
 * text on disk. A file that was not written for the text before is left alone: a person has to confirm it first.
 */
export function movePlaces(coded: CodedTranscript): void {
  const { own, turnMarks } = coded;
  const judged = own?.file.file.coding.coded ?? [];
  const follows = own?.sameText === true && !isLocked(own.file.file.coding);
  if (follows) {
    own.file.act((file) =>
      andThen(followMarks(coded, file), (now) =>
        moveSpans(
          now,
          (spans) => turnMarks.judgedNow(spans),
          (spans) => turnMarks.spansNow(spans),
        ),
      ),
    );
  }
  turnMarks.count(follows ? judged : []);
  coded.touch();
}

/** After that: the file goes to the disk too. */
export async function savePlaces({ own }: CodedTranscript): Promise<WriteFault | null> {
  return own?.sameText && !isLocked(own.file.file.coding) ? own.file.save() : null;
}

/** Annotations, comments and memos stand where their marks are. */
export function followMarks(coded: CodedTranscript, file: AnnotationFile): Step {
  return andThen(moveTo(file, coded.parsed.turns, placesOf(coded, file.coding), textOnDisk(coded)), (now) =>
    moveMemos(now, memoTurnsOf(coded, now.coding)),
  );
}

/** The text was changed outside: one's own file goes over to the one on disk, as its annotations are found there. */
export function takeOverText(coded: CodedTranscript, own: Person): void {
  const { turns } = coded.parsed;
  own.file.act((file) => {
    const { coding } = file;
    const { at, unsure } = placesOf(coded, coding);
    // What has no mark was found nowhere.
    const places = { at: new Map([...nowhere(anchoredIn(coding)), ...at]), unsure };
    const memos = new Map([...nowhere(coding.memos), ...memoTurnsOf(coded, coding)]);
    return takeOver(file, turns, textOnDisk(coded), places, memos);
  });
  coded.textTakenOver(own);
}

function nowhere(entries: readonly { readonly id: string }[]): (readonly [string, null])[] {
  return entries.map(({ id }) => [id, null]);
}

/** At which turn the memos of a coding stand now, as far as they have a mark. */
function memoTurnsOf(
  { transcript }: CodedTranscript,
  { coder, memos }: Coding,
): ReadonlyMap<string, MemoTurn> {
  const turns = new Map<string, MemoTurn>();
  for (const { id } of memos) {
    const key = markKey(coder, id);
    if (transcript.live.marks.get(key)) turns.set(id, turnOfMark(transcript, key)?.number ?? null);
  }
  return turns;
}

/** Where the marks of a coding stand now. */
function placesOf(coded: CodedTranscript, coding: Coding): Places {
  const { coder } = coding;
  const at = new Map<string, At | null>();
  const unsure = new Map<string, Unconfirmed | null>();
  for (const entry of anchoredIn(coding)) {
    const { id } = entry;
    const key = markKey(coder, id);
    const mark = coded.transcript.live.marks.get(key);
    const note = coded.notes.get(key) ?? entry.unconfirmed ?? null;
    // Without a mark nothing is known of it here: its place in the file stands, and is no loss.
    if (!mark && note?.state !== 'ambiguous') continue;
    at.set(id, atOfMark(coded.transcript, mark));
    if (!mark) unsure.set(id, choicesNow(coded, coder, entry, note));
    else if (mark.state === 'unsure') unsure.set(id, note);
  }
  return { at, unsure };
}

/** The equally good places of an entry, as they stand now; null where none is left. */
function choicesNow(
  { transcript }: CodedTranscript,
  coder: string,
  { id, unconfirmed }: Anchored,
  note: Unconfirmed | null,
): Unconfirmed | null {
  const places = (note?.places ?? []).flatMap(
    (_, index) => atOfMark(transcript, transcript.live.marks.get(choiceKey(coder, id, index))) ?? [],
  );
  if (!note || places.length === 0) return null;
  const isSame = unconfirmed && JSON.stringify(unconfirmed.places) === JSON.stringify(places);
  return isSame ? unconfirmed : { ...note, places };
}
