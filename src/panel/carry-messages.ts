import * as z from 'zod/mini';
import { episodeState } from './part-messages';

/** What earlier sessions of the case left open, offered to go on in this one. */
export const carrying = z.object({
  /** "Open from session 3". */
  heading: z.string(),
  rows: z.array(
    z.object({
      /** The session that left it, by its path. */
      transcript: z.string(),
      episode: z.string(),
      state: episodeState,
      quote: z.string(),
      /** From which turn of that session. */
      turns: z.string(),
      detail: z.string(),
    }),
  ),
  goOn: z.string(),
  /** That there are others, of sessions before; empty where there are none. */
  more: z.string(),
});

/** An episode goes on in this session; null asks which. */
export const carryOver = z.object({
  type: z.literal('carryOver'),
  from: z.nullable(z.object({ transcript: z.string(), episode: z.string() })),
});

/** What is coded here joins an episode; or the episode goes on here no more. */
export const carried = z.object({ type: z.enum(['join', 'notCarriedOver']), episode: z.string() });

export type PanelCarrying = z.infer<typeof carrying>;
