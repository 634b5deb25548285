import { moveTo } from '../engine/annotations/acts';
import type { At, Coding } from '../engine/annotations/types';
import type { CodedTranscript } from './codedTranscript';
import type { WriteFault } from './personFile';
import { atOfMark, markKey } from './placing';
import { printsOf } from './prints';

/** The text on disk as an annotation file names it. */
export function textOnDisk(coded: CodedTranscript): NonNullable<Coding['text']> {
  return { sha256: coded.savedHash, turns: printsOf(coded.parsed) };
}

/**
 * After a save of the transcript: writes where one's own annotations went, so that the file on disk always speaks of the
 * text on disk. A file that was not written for the text before is left alone: a person has to confirm it first.
 */
export async function savePlaces(coded: CodedTranscript): Promise<WriteFault | null> {
  const own = coded.own;
  if (!own?.sameText || own.file.file.coding.released) return null;
  own.file.act((file) => {
    const { places, unsure } = placesOf(coded, file.coding);
    return moveTo(file, coded.parsed.turns, places, unsure, textOnDisk(coded));
  });
  coded.touch();
  return own.file.save();
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
