import { codeFor } from '../../codebook/keys';
import type { CodedSession } from './codedSessions';
import type { ExportedSession } from '../exported';

/** Every code with its label: those of the codebooks in their order, then those that were used and no codebook has. */
export function codeValues(
  sessions: readonly ExportedSession[],
  coded: readonly CodedSession[],
): (readonly [string, string])[] {
  const labels = new Map<string, string>();
  for (const { codebook } of sessions) {
    for (const { id, label } of codebook.codes.values()) if (!labels.has(id)) labels.set(id, label);
  }
  const others = coded.flatMap(({ session, annotations }) =>
    annotations.flatMap(({ code }) => (codeFor(session.codebook, code) === null ? [code] : [])),
  );
  for (const code of [...new Set(others)].sort()) if (!labels.has(code)) labels.set(code, code);
  return [...labels];
}
