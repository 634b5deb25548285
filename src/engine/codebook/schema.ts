import * as z from 'zod/mini';

/** The newest `alliance_codebook:` this program reads. */
export const codebookVersion = 1;

const text = z.string();
const texts = z.array(text);
/** `1.0` without quotes is a number to YAML. */
const version = z.union([text, z.number()]);
const named = text.check(z.minLength(1));

const scale = z.strictObject({
  type: z.optional(z.literal('ordinal')),
  values: z.record(
    text.check(z.regex(/^-?\d+(?:\.\d+)?$/, 'a number as the key')),
    z.union([text, z.number()]),
  ),
  default: z.optional(z.number()),
  start: z.optional(z.number()),
});

const rating = z.strictObject({
  id: named,
  label: z.optional(text),
  scale: named,
  scopes: z.optional(z.array(z.enum(['session', 'segment']))),
  not_applicable_without: z.optional(text),
});

/** The history of a codebook is free: what else a study notes there is its own. */
const change = z.looseObject({
  version: z.optional(version),
  date: z.optional(version),
  text: z.optional(text),
});

const code = z.strictObject({
  id: named,
  label: z.optional(text),
  // What the manifest binds; digits and marks are told from letters when they are found to be reserved.
  key: z.optional(text.check(z.regex(/^[a-zA-Z0-9.?]$/, 'one letter from a to z or A to Z'))),
  color: z.optional(text.check(z.regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as "#0072B2"'))),
  valence: z.optional(z.union([z.literal(-1), z.literal(0), z.literal(1)])),
  kind: z.optional(z.enum(['withdrawal', 'confrontation', 'contribution', 'attempt', 'response', 'decline'])),
  speaker: z.optional(z.enum(['therapist', 'client', 'other', 'dyad'])),
  scales: z.optional(texts),
  definition: z.optional(text),
  rule: z.optional(text),
  include: z.optional(texts),
  exclude: z.optional(texts),
  example: z.optional(text),
  replaces: z.optional(texts),
  get children(): z.ZodMiniOptional<z.ZodMiniArray<typeof code>> {
    return z.optional(z.array(code));
  },
});

export const codebookSchema = z.strictObject({
  alliance_codebook: z.number(),
  id: named,
  title: z.optional(text),
  version,
  language: z.optional(text),
  scales: z.optional(z.record(text, scale)),
  ratings: z.optional(z.array(rating)),
  changes: z.optional(z.array(change)),
  codes: z.optional(z.array(code)),
});

export type WrittenCodebook = z.infer<typeof codebookSchema>;
export type WrittenCode = z.infer<typeof code>;
export type WrittenScale = z.infer<typeof scale>;
