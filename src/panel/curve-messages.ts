import * as z from 'zod/mini';

/** Places and values, in the order of the axis. */
const points = z.array(z.tuple([z.number(), z.number()]));

const curve = z.object({
  points,
  /** Named beside it: "support", "open strain". */
  label: z.string(),
  /** Its highest value, as printed small; empty where there is no curve. */
  most: z.string(),
  /** Said in full: what it is, its highest place, how it ends. */
  title: z.string(),
});

/** The two curves over the lanes: support above a zero line, open strain below it, each on its own scale. */
export const curves = z.object({
  /** A smooth curve; may dip below zero. */
  support: curve,
  /** Steps: a value holds from its place to the next. */
  strain: curve,
  /** What the curves assume, in one quiet line. */
  note: z.string(),
  /** The same as a table, a row per segment. */
  table: z.object({
    caption: z.string(),
    heads: z.array(z.string()),
    rows: z.array(
      z.object({ number: z.number(), place: z.string(), support: z.string(), strain: z.string() }),
    ),
  }),
});

export type PanelCurve = z.infer<typeof curve>;
export type PanelCurves = z.infer<typeof curves>;
