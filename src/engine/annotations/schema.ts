import * as z from 'zod/mini';
import { coderPattern } from './ids';
import type { Entry, Section } from './layout';

/** The newest `alliance:` this program reads and writes. */
export const formatVersion = 1;

const count = z.int().check(z.gte(0));
const number = z.int().check(z.gte(1));
const text = z.string();
const optionalText = z.optional(text);

const at = z.looseObject({
  turn: number,
  start: z.optional(count),
  end_turn: z.optional(number),
  end: z.optional(count),
});

const unconfirmed = z.looseObject({
  state: z.enum(['moved', 'changed', 'ambiguous']),
  method: optionalText,
  confidence: z.optional(z.number()),
  places: z.optional(z.array(at)),
});

const context = z.looseObject({ before: text, after: text });

const anchored = {
  at: z.optional(at),
  was: z.optional(at),
  unconfirmed: z.optional(unconfirmed),
  quote: optionalText,
  quote_sha256: optionalText,
  context: z.optional(context),
};

const decided = {
  from: z.optional(z.array(text)),
  decision: optionalText,
  reason: optionalText,
  by: optionalText,
};

const segment = z.looseObject({ segment: number, from_turn: number, to_turn: number });

/** One entry of each section. Unknown keys are let through: they are kept, and reported elsewhere. */
export const entrySchemas = {
  annotations: z.looseObject({
    id: text,
    code: text.check(z.minLength(1)),
    ...anchored,
    speaker: optionalText,
    ratings: z.optional(z.record(text, z.number())),
    note: optionalText,
    created: optionalText,
    ...decided,
  }),
  episodes: z.looseObject({
    id: text,
    ruptures: z.array(text),
    repairs: z.array(text),
    resolution: z.optional(z.number()),
    carried_over: z.optional(z.looseObject({ transcript: text, episode: text })),
    note: optionalText,
    ...decided,
  }),
  ratings: z.looseObject({
    rating: text,
    scope: z.union([z.literal('session'), segment]),
    value: z.union([z.number(), z.literal('na')]),
    note: optionalText,
    ...decided,
  }),
  decisions: z.looseObject({ ...decided, from: z.array(text), decision: text, at: optionalText }),
  memos: z.looseObject({ id: text, text, at: z.optional(at), was: z.optional(at) }),
  comments: z.looseObject({
    id: text,
    about: optionalText,
    ...anchored,
    reply_to: optionalText,
    text,
    created: optionalText,
  }),
  log: z.looseObject({
    at: text,
    event: z.enum([
      'released',
      'taken_back',
      'looked',
      'resolved',
      'reopened',
      'sent_back',
      'approved',
      'masked',
      'moved',
      'reanchored',
    ]),
    about: optionalText,
    reason: optionalText,
    by: optionalText,
  }),
  conflicts: z.looseObject({
    id: text,
    about: text,
    field: optionalText,
    value: z.optional(z.unknown()),
    from: optionalText,
  }),
} as const satisfies Record<Section, z.core.$ZodType>;

/** The top-level keys that are no sections. */
export const topSchemas = {
  alliance: number,
  transcript: text.check(z.minLength(1)),
  coder: text.check(z.minLength(1)),
  name: text,
  role: z.enum(['coder', 'supervisor', 'consensus']),
  codebook: z.looseObject({ id: text, version: text }),
  text: z.looseObject({ sha256: text, turns: optionalText }),
  coded: z.array(z.looseObject({ from: number, to: number })),
  released: z.looseObject({ at: text, sha256: text }),
} as const;

const { annotations, episodes, ratings, decisions, memos, comments, log, conflicts } = entrySchemas;
const { alliance, transcript, coder: _, ...others } = topSchemas;

/** A whole file as a person may write it: the rest is filled in at the next write. */
export const writtenFileSchema = z.looseObject({
  alliance,
  transcript,
  coder: text.check(z.regex(coderPattern)),
  ...z.partial(z.object(others)).shape,
  annotations: z.optional(z.array(z.partial(annotations, { id: true }))),
  episodes: z.optional(z.array(z.partial(episodes, { id: true, ruptures: true, repairs: true }))),
  ratings: z.optional(z.array(ratings)),
  decisions: z.optional(z.array(decisions)),
  memos: z.optional(z.array(z.partial(memos, { id: true }))),
  comments: z.optional(z.array(z.partial(comments, { id: true }))),
  log: z.optional(z.array(log)),
  conflicts: z.optional(z.array(conflicts)),
});

/** True for what may stand as an entry of the section. */
export function isEntry(section: Section, value: unknown): value is Entry {
  return z.safeParse(entrySchemas[section], value).success;
}
