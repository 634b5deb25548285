import type { At } from '../../engine/transcript/at';
import { compareAnnotations } from '../../engine/annotations/order';
import { lanesOf } from '../../engine/annotations/lanes';
import { codeFor, familyLetter } from '../../engine/codebook/keys';
import type { Code } from '../../engine/codebook/types';
import type { CodedSession, PlacedAnnotation } from '../../engine/interchange/tables/codedSessions';
import { compareText } from '../../engine/compareText';
import { range, type Range } from '../../engine/position';

/** A coded passage of a session as the report refers to it. */
export interface Passage {
  /** `R12`: the letter of its family, and its number in the text. */
  readonly name: string;
  readonly annotation: PlacedAnnotation;
  readonly coded: CodedSession;
  /** Null where the codebook does not know it. */
  readonly code: Code | null;
  /** Turns and code points as lines and characters. */
  readonly range: Range;
  /** Passages that share a word never share a lane. */
  readonly lane: number;
}

/** All passages of a session, whoever coded them, in the order of the text. */
export function passagesOf(codings: readonly CodedSession[]): readonly Passage[] {
  const found = codings
    .flatMap((coded) => coded.annotations.map((annotation) => ({ annotation, coded })))
    .sort(
      (a, b) =>
        compareAnnotations({ ...a.annotation, id: '' }, { ...b.annotation, id: '' }) ||
        compareText(a.coded.coding.coder, b.coded.coding.coder),
    );
  const passages = found.map(({ annotation, coded }, index): Omit<Passage, 'lane'> => {
    const { codebook } = coded.session;
    const code = codeFor(codebook, annotation.code);
    const letter = code ? familyLetter(codebook, code.family) : '?';
    return { name: `${letter}${index + 1}`, annotation, coded, code, range: rangeOf(annotation.at) };
  });
  const stretches = passages.map(({ range: stretch }) => ({ ...stretch }));
  const lanes = lanesOf(stretches);
  return passages.map((passage, index) => {
    const stretch = stretches[index];
    return { ...passage, lane: (stretch && lanes.get(stretch)) ?? 0 };
  });
}

function rangeOf({ turn, start, end_turn: last = turn, end }: At): Range {
  return range(turn, start, last, end);
}
