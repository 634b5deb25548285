import type { Coefficient } from '../agreement/coefficient';
import type { ComparedCoding, ComparedSession } from '../agreement/compared';
import { setAlpha } from '../agreement/setAlpha';
import { unitsOf, type UnitOptions } from '../agreement/units';
import type { TurnSpan } from '../annotations/types';
import { judgedOf } from '../trajectory/judged';

/**
 * How far coders agree on the codes of a session, all codes together (α of sets, MASI). Before a consensus it is computed from
 * what they released, and no decision changes it; after, of each coder with the consensus.
 */
export function agreementOnCodes(session: ComparedSession, options: UnitOptions): Coefficient {
  const coders = session.codings.map(({ coder }) => coder);
  return setAlpha([{ session, units: unitsOf(session, options) }], coders);
}

export function agreementWithConsensus(
  session: ComparedSession,
  consensus: ComparedCoding,
  options: UnitOptions,
): readonly { readonly coder: string; readonly alpha: Coefficient }[] {
  return session.codings.map((coding) => ({
    coder: coding.coder,
    alpha: agreementOnCodes({ ...session, codings: [coding, consensus] }, options),
  }));
}

/** The turns that any of the coders judged: those the consensus speaks of. */
export function judgedByAny({ codings, transcript }: ComparedSession): TurnSpan[] {
  const count = transcript.turns.length;
  const judged = codings.map(({ coding }) => judgedOf(coding, count));
  return transcript.turns
    .filter((_, index) => judged.some((turns) => turns[index] === true))
    .map(({ number }) => ({ from: number, to: number }));
}
