import * as z from 'zod/mini';

/** What the pages of the panel have in common. */

/** Where an episode ended up (domain: "repaired" means resolved). */
export const episodeState = z.enum(['open', 'attempted', 'partly', 'resolved']);

export const chip = z.object({
  kind: z.enum(['case', 'session', 'stage', 'coder', 'state', 'warning']),
  text: z.string(),
  /** Said in full, for hover and screen reader. */
  title: z.string(),
  /** Whose coding may be shown instead, where there is a choice. */
  choices: z.optional(
    z.object({ chosen: z.string(), of: z.array(z.object({ coder: z.string(), text: z.string() })) }),
  ),
});

/** A sentence in parts, so that what matters can be set strong. */
export const sentence = z.array(z.object({ text: z.string(), strong: z.boolean() }));

export const figure = z.object({
  /** "3", "9.5", or "–" where it is undefined. */
  value: z.string(),
  label: z.string(),
  /** n, unit or the reason why there is no value. */
  detail: z.string(),
  /** Said in full, with method. */
  title: z.string(),
});
