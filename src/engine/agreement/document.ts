import type { Agreement } from './agreement';

/** What `agreement --json` prints beside what is left out, and the editor's command gives back: docs/schemas/agreement.schema.json. */
export type AgreementDocument = ReturnType<typeof agreementDocument>;

export function agreementDocument(
  { rows, spans, scales, sets, units, sessions, leftOut, unknownCodes, interval, codebooks }: Agreement,
  coders: readonly string[],
  unreleased: boolean,
) {
  const { unjudged, unclear, backChannels } = leftOut;
  const overall = {
    coders,
    sessions,
    units,
    left_out: { unjudged, unclear, back_channels: backChannels },
    unknown_codes: unknownCodes,
    sets_alpha: sets,
    interval,
    codebooks,
    unreleased,
  };
  return { results: rows, spans, scales, overall: [overall] };
}
