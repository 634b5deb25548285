import * as z from 'zod/mini';
import { coderPattern } from './ids';
import type { Coding } from './types';
import { noEntries } from './noEntries';

/** Where a coder stands with a transcript: states, turns and times, and no word that anybody said or wrote. */

const events = ['released', 'taken_back', 'looked', 'sent_back', 'approved'] as const;
const told: ReadonlySet<string> = new Set(events);

/** Their reasons are shown. */
const reviews: ReadonlySet<string> = new Set(['sent_back', 'approved']);

const coder = z.string().check(z.regex(coderPattern));
const time = z.string().check(z.regex(/^[0-9T:.Z+-]{1,40}$/));

export const standingSchema = z.strictObject({
  /** Name of the transcript's file. */
  transcript: z.string(),
  coder,
  role: z.enum(['coder', 'supervisor', 'consensus']),
  isReleased: z.boolean(),
  /** The turns judged so far, from and to; null where the file does not say. */
  judged: z.nullable(z.array(z.tuple([z.number(), z.number()]))),
  log: z.array(
    z.strictObject({
      at: time,
      event: z.enum(events),
      /** A person, or an entry of theirs. */
      about: z.nullable(z.string().check(z.regex(/^[a-z0-9_-]{1,32}(?:\/[a-z0-9]{8})?$/))),
    }),
  ),
});

export type Standing = z.infer<typeof standingSchema>;

/** Null where it cannot be told without somebody's words: a name, the reason of a review, what is no id where one belongs. */
export function standingOf(coding: Coding): Standing | null {
  const isReasoned = coding.log.some(({ event, reason }) => reviews.has(event) && reason !== undefined);
  if (coding.name !== undefined || isReasoned) return null;
  const found = standingSchema.safeParse({
    transcript: coding.transcript,
    coder: coding.coder,
    role: coding.role,
    isReleased: coding.released !== undefined,
    judged: coding.coded?.map(({ from, to }) => [from, to]) ?? null,
    log: coding.log
      .filter(({ event }) => told.has(event))
      .map(({ at, event, about = null }) => ({ at, event, about })),
  });
  return found.success ? found.data : null;
}

/** A coding of which nothing is known but where its coder stands. */
export function codingStanding({ transcript, coder: id, role, isReleased, judged, log }: Standing): Coding {
  return {
    alliance: 1,
    transcript,
    coder: id,
    role,
    ...(judged ? { coded: judged.map(([from, to]) => ({ from, to })) } : {}),
    ...(isReleased ? { released: { at: '', sha256: '' } } : {}),
    ...noEntries,
    log: log.map(({ about, ...entry }) => (about === null ? entry : { ...entry, about })),
  };
}
