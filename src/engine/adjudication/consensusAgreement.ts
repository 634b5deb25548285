import type { Coefficient } from '../agreement/coefficient';
import type { ComparedCoding, ComparedSession } from '../agreement/compared';
import { setAlpha } from '../agreement/setAlpha';
import { unitsOf, type UnitOptions } from '../agreement/units';
import type { TurnSpan } from '../annotations/types';
import { judgedOf } from '../trajectory/judged';

/** How far coders agree on the codes of a session, all codes together (α of sets, MASI). */
export interface ConsensusAgreement {
  /** With each other, as they coded before anything was decided. */
  readonly before: Coefficient;
  /** Each with the consensus. */
  readonly after: readonly { readonly coder: string; readonly alpha: Coefficient }[];
}

/** Agreement before a consensus is computed from what the coders released: no decision changes it. */
export function consensusAgreement(
  session: ComparedSession,
  consensus: ComparedCoding,
  options: UnitOptions,
): ConsensusAgreement {
  return {
    before: alphaOf(session, options),
    after: session.codings.map((coding) => ({
      coder: coding.coder,
      alpha: alphaOf({ ...session, codings: [coding, consensus] }, options),
    })),
  };
}

function alphaOf(session: ComparedSession, options: UnitOptions): Coefficient {
  const coders = session.codings.map(({ coder }) => coder);
  return setAlpha([{ session, units: unitsOf(session, options) }], coders);
}

/** The turns that any of the coders judged: those the consensus speaks of. */
export function judgedByAny({ codings, transcript }: ComparedSession): TurnSpan[] {
  const count = transcript.turns.length;
  const judged = codings.map(({ coding }) => judgedOf(coding, count));
  return transcript.turns
    .filter((_, index) => judged.some((turns) => turns[index] === true))
    .map(({ number }) => ({ from: number, to: number }));
}
