import * as z from 'zod/mini';

/** A value, or `na` where the scale does not apply. */
const ratingValue = z.union([z.number(), z.literal('na')]);

const definition = z.object({
  id: z.string(),
  label: z.string(),
  values: z.array(z.object({ value: ratingValue, text: z.string(), title: z.string() })),
  /** Said while nobody rated: "not rated yet, starts at 4". */
  unrated: z.string(),
  scopes: z.array(z.enum(['session', 'segment'])),
});

/** Ratings of the session and of its segments. */
export const ratings = z.object({
  heading: z.string(),
  /** What a scope is chosen by: "Of". */
  scopeLabel: z.string(),
  /** Why they cannot be changed; empty where they can. */
  locked: z.string(),
  definitions: z.array(definition),
  /** The whole session (null), then its segments; with how many of its ratings are given. */
  scopes: z.array(z.object({ segment: z.nullable(z.number()), label: z.string() })),
  given: z.array(
    z.object({ rating: z.string(), segment: z.nullable(z.number()), value: ratingValue, text: z.string() }),
  ),
  /** The cells of the strip are the segments that are rated. */
  onStrip: z.boolean(),
});

/** A rating is given, changed, or with null taken away; of the session where `segment` is null. */
export const rate = z.object({
  type: z.literal('rate'),
  rating: z.string(),
  segment: z.nullable(z.number()),
  value: z.nullable(ratingValue),
});

export type PanelRatings = z.infer<typeof ratings>;
export type PanelRatingDefinition = z.infer<typeof definition>;
