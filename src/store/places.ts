import { moveTo } from '../engine/annotations/acts';
import { imagesOf } from '../engine/anchors/turnImages';
import { spansNow } from '../engine/anchors/turnSpans';
import { andThen, type Step } from '../engine/annotations/change';
import type { AnnotationFile } from '../engine/annotations/file';
import { moveSpans, type MoveSpans } from '../engine/annotations/followTurns';
import { moveMemos, type MemoTurn } from '../engine/annotations/memos';
import type { At, Coding } from '../engine/annotations/types';
import type { CodedTranscript } from './codedTranscript';
import type { WriteFault } from './personFile';
import { atOfMark, markKey, turnOfMark } from './placing';
import { printsOf } from './prints';

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
  const follows = own?.sameText === true && !own.file.file.coding.released;
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
  return own?.sameText && !own.file.file.coding.released ? own.file.save() : null;
}

/** Annotations and memos stand where their marks are. */
export function followMarks(coded: CodedTranscript, file: AnnotationFile): Step {
  const { places, unsure } = placesOf(coded, file.coding);
  return andThen(moveTo(file, coded.parsed.turns, places, unsure, textOnDisk(coded)), (now) =>
    moveMemos(now, memoTurnsOf(coded, now.coding)),
  );
}

/** The text was changed outside: turns judged and segments rated are found by the fingerprints of the turns. */
export function spansOutside({ parsed: { turns } }: CodedTranscript, { text }: Coding): MoveSpans {
  const found = imagesOf(text?.turns, turns);
  return (spans) => {
    const now = found ? spansNow(spans, found.images, turns.length) : spans;
    return now.flatMap(({ from, to }) =>
      from <= turns.length ? [{ from, to: Math.min(to, turns.length) }] : [],
    );
  };
}

/** At which turn the memos of a coding stand now, as far as they have a mark. */
export function memoTurnsOf(
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
export function placesOf(
  coded: CodedTranscript,
  coding: Coding,
): { readonly places: ReadonlyMap<string, At | null>; readonly unsure: ReadonlySet<string> } {
  const places = new Map<string, At | null>();
  const unsure = new Set<string>();
  for (const { id } of coding.annotations) {
    const mark = coded.transcript.live.marks.get(markKey(coding.coder, id));
    // Without a mark nothing is known of it here: its place in the file stands, and is no loss.
    if (!mark) continue;
    places.set(id, atOfMark(coded.transcript, mark));
    if (mark.state === 'unsure') unsure.add(id);
  }
  return { places, unsure };
}
