import type { Hit } from '../engine/retrieve/hit';
import { formatClock } from '../engine/transcript/time';
import type { Translate } from './faults';

/** Every message of this file, as written in English. */
export const passageMessages = {
  session: 'session {session}',
  turn: 'turn {turn}',
  turns: 'turns {turn}–{last}',
  noPlace: 'without a place in the text',
  unconfirmed: 'to be confirmed',
  therapist: 'therapist',
  client: 'client',
  other: 'other',
  one: 'One passage',
  many: '{count} passages in {sessions} sessions',
  manyInOne: '{count} passages in one session',
  none: 'No passages',
} as const;

/** Where a passage comes from: `(C017, session 4, turn 31, 00:12:40, client; rupture.withdrawal.minimal, alice)`. */
export function sourceLine(hit: Hit, translate: Translate): string {
  const where = [...sessionParts(hit, translate), ...placeParts(hit, translate)].join(', ');
  return `(${where}; ${hit.annotation.code}, ${hit.coder})`;
}

/** `C017, session 4`; the transcript's path where neither is known. */
export function sessionWords(hit: Hit, translate: Translate): string {
  return sessionParts(hit, translate).join(', ');
}

export function turnWords({ at }: Pick<Hit, 'at'>, translate: Translate): string {
  if (!at) return translate(passageMessages.noPlace, {});
  const { turn, end_turn: last = turn } = at;
  return last > turn
    ? translate(passageMessages.turns, { turn, last })
    : translate(passageMessages.turn, { turn });
}

/** `23 passages in 6 sessions`. */
export function countWords(hits: readonly Pick<Hit, 'path'>[], translate: Translate): string {
  const count = hits.length;
  const sessions = new Set(hits.map(({ path }) => path)).size;
  if (count === 0) return translate(passageMessages.none, {});
  if (count === 1) return translate(passageMessages.one, {});
  return sessions === 1
    ? translate(passageMessages.manyInOne, { count })
    : translate(passageMessages.many, { count, sessions });
}

function sessionParts({ case: id, session, path }: Hit, translate: Translate): string[] {
  const number = session === null ? [] : [translate(passageMessages.session, { session })];
  const known = [...(id === null ? [] : [id]), ...number];
  return session === null ? [...known, path] : known;
}

function placeParts(hit: Hit, translate: Translate): string[] {
  const role = hit.role === null ? hit.speaker : translate(passageMessages[hit.role], {});
  const unconfirmed = hit.state === 'unconfirmed' ? [translate(passageMessages.unconfirmed, {})] : [];
  const time = hit.time === null ? [] : [formatClock(hit.time)];
  return [turnWords(hit, translate), ...unconfirmed, ...time, ...(role === '' ? [] : [role])];
}
