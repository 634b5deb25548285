import type { SegmentScope } from '../annotations/types';
import type { Codebook } from '../codebook/types';
import type { SessionFacts } from '../study/types';
import type { Transcript } from '../transcript/types';
import { sessionAxis } from './axis';
import { segmentsOf } from './segments';

/** The segments that are rated: those of the study's own axis, whichever one somebody looks at, as far as they hold turns. */
export function segmentScopes(
  transcript: Transcript,
  facts: SessionFacts,
  codebook: Codebook,
): readonly SegmentScope[] {
  return segmentsOf(sessionAxis(transcript, facts), facts, [], codebook).flatMap(
    ({ segment, from_turn, to_turn }) =>
      from_turn === null || to_turn === null ? [] : [{ segment, from_turn, to_turn }],
  );
}
