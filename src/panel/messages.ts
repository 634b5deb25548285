import * as z from 'zod/mini';
import { carried, carrying, carryOver } from './carry-messages';
import { caseState } from './case/messages';
import { curves } from './curve-messages';
import { rate, ratings } from './rating-messages';
import { chip, episodeState, figure, sentence } from './part-messages';

/**
 * The one channel between the side panel and its host: every message typed here once and validated on receipt, on
 * both sides. All words arrive translated; the panel knows marks and places, not the alliance.
 */

const axisKind = z.enum(['time', 'words', 'turns']);

const axis = z.object({
  kind: axisKind,
  /** The axes there are, by name. */
  choices: z.array(z.object({ kind: axisKind, label: z.string() })),
  /** Named on screen: "minutes", "words", "turns". */
  label: z.string(),
  /** Said behind it where times are estimated from words, else empty. */
  note: z.string(),
  /** In seconds, words or turns; `end` is greater than `start`. */
  start: z.number(),
  end: z.number(),
});

const family = z.object({
  id: z.string(),
  /** One letter at the lane. */
  letter: z.string(),
  label: z.string(),
  /** `#rrggbb` of the codebook; the panel mixes it into the theme. */
  color: z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/)),
});

const mark = z.object({
  id: z.string(),
  family: z.string(),
  shape: z.enum(['tick', 'rupture', 'repair', 'contribution']),
  /** On the axis. */
  x: z.number(),
  turn: z.number(),
  /** 1 to 5; the default where none was given. */
  impact: z.number(),
  /** Colour of the code itself (a child may differ from its family). */
  color: z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/)),
  code: z.string(),
  quote: z.string(),
  note: z.string(),
  speaker: z.string(),
  /** Where on the axis, as a person says it: "12:40" or "turn 31". */
  where: z.string(),
  /** False where the passage still has to be confirmed. */
  certain: z.boolean(),
  /** One sentence for a screen reader. */
  title: z.string(),
});

const arc = z.object({
  episode: z.string(),
  from: z.number(),
  /** Null while the episode has no repair: it runs on to the end of the session. */
  to: z.nullable(z.number()),
  state: episodeState,
  title: z.string(),
});

const segment = z.object({
  number: z.number(),
  start: z.number(),
  end: z.number(),
  /** Null for a stretch without a turn. */
  turn: z.nullable(z.number()),
  /** Annotations per family, in the order of `families`. */
  counts: z.array(z.number()),
  /** 0 to 1: how much supports, how much strains, against the strongest segment of the session. */
  support: z.number(),
  strain: z.number(),
  title: z.string(),
});

const episode = z.object({
  id: z.string(),
  state: episodeState,
  /** The state in a word, since colour and shape are never the only sign. */
  stateLabel: z.string(),
  quote: z.string(),
  /** Turns: "38–53", or "108–" while open. */
  turns: z.string(),
  detail: z.string(),
  /** The annotation it is shown by; empty for one carried over of which nothing is coded here. */
  annotation: z.string(),
  carried: z.boolean(),
  /** The session in which it began, by its path, where it was carried over from one that is there. */
  session: z.nullable(z.string()),
});

/** A mark of repair that answers no rupture. */
const unlinked = z.object({ annotation: z.string(), code: z.string(), quote: z.string(), turn: z.string() });

/** A small table: who ruptures, who repairs. */
const movers = z.object({
  caption: z.string(),
  /** The speakers, with their roles said in full. */
  heads: z.array(z.object({ text: z.string(), title: z.string() })),
  rows: z.array(z.object({ label: z.string(), of: z.string(), cells: z.array(z.number()) })),
});

const stageBand = z.object({ label: z.string(), start: z.number(), end: z.number() });

const strings = z.object({
  picture: z.string(),
  segments: z.string(),
  episodes: z.string(),
  noEpisodes: z.string(),
  linkRepair: z.string(),
  linkRupture: z.string(),
  notCarriedOver: z.string(),
  /** Heads the repairs that answer no rupture. */
  unlinked: z.string(),
  showTable: z.string(),
  hideTable: z.string(),
  table: z.object({
    caption: z.string(),
    turn: z.string(),
    where: z.string(),
    family: z.string(),
    code: z.string(),
    impact: z.string(),
    quote: z.string(),
    note: z.string(),
  }),
  segmentTable: z.string(),
  segmentColumn: z.string(),
  figures: z.string(),
  unconfirmed: z.string(),
  axis: z.string(),
  /** A part of the axis in words: {0} to {1} of {2}. */
  part: z.string(),
  whole: z.string(),
  keyboard: z.string(),
});

const sessionState = z.object({
  kind: z.literal('session'),
  chips: z.array(chip),
  sentences: z.array(sentence),
  axis,
  stages: z.array(stageBand),
  curves,
  families: z.array(family),
  marks: z.array(mark),
  arcs: z.array(arc),
  segments: z.array(segment),
  figures: z.array(figure),
  /** Null where nobody ruptures or repairs. */
  movers: z.nullable(movers),
  episodes: z.array(episode),
  unlinked: z.array(unlinked),
  /** Null where nothing is left open, or nothing can be done about it. */
  carrying: z.nullable(carrying),
  /** Whether ruptures and repairs can be linked here: in one's own coding that is not released. */
  canLink: z.boolean(),
  /** Null where the codebook has none. */
  ratings: z.nullable(ratings),
  strings,
});

/** What to do first, where there is nothing to draw. `action` is one of the host's commands, by our own name for it. */
const emptyState = z.object({
  kind: z.literal('empty'),
  chips: z.array(chip),
  title: z.string(),
  text: z.string(),
  hints: z.array(z.object({ keys: z.string(), text: z.string() })),
  action: z.nullable(z.object({ label: z.string(), action: z.literal('getStarted') })),
  /** A session may be rated, and go on with what was left open, before anything is coded in it. */
  carrying: z.nullable(carrying),
  ratings: z.nullable(ratings),
});

const panelState = z.discriminatedUnion('kind', [sessionState, caseState, emptyState]);

const page = z.enum(['session', 'case']);

/** The pages to turn to, and the one that is shown. */
const pages = z.object({
  label: z.string(),
  shown: page,
  tabs: z.array(z.object({ page, text: z.string() })),
});

const pictureFormat = z.enum(['svg', 'png']);

export const toPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('show'), state: panelState, pages: z.optional(pages) }),
  /** The turn the cursor is in, and its place on the axis; null outside any turn. */
  z.object({ type: z.literal('cursor'), at: z.nullable(z.object({ turn: z.number(), x: z.number() })) }),
  /** Asks for the picture as a file; answered by `picture` with the same number. */
  z.object({ type: z.literal('take'), format: pictureFormat, request: z.number() }),
]);

export const fromPanel = z.discriminatedUnion('type', [
  /** Sent once, when the panel can draw; the host answers with `show`. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reveal'), annotation: z.string() }),
  z.object({ type: z.literal('revealTurn'), turn: z.number() }),
  /** To look at it otherwise: over another axis, or at another's coding. */
  z.object({
    type: z.literal('choose'),
    choice: z.discriminatedUnion('of', [
      z.object({ of: z.literal('axis'), axis: axisKind }),
      z.object({ of: z.literal('coder'), coder: z.string() }),
    ]),
  }),
  rate,
  /** Asks what the rupture or repair is to be linked with. */
  z.object({ type: z.literal('link'), annotation: z.string() }),
  carryOver,
  carried,
  z.object({ type: z.literal('turnTo'), page }),
  /** A session of the case, by its path. */
  z.object({ type: z.literal('openSession'), session: z.string() }),
  z.object({ type: z.literal('editDetectors') }),
  z.object({ type: z.literal('showCases') }),
  z.object({ type: z.literal('act'), action: z.literal('getStarted') }),
  /** The file asked for: the text of an SVG, a PNG in base64; empty where there is no picture. */
  z.object({ type: z.literal('picture'), request: z.number(), data: z.string() }),
  /** A fault inside the panel, without any text of the transcript. */
  z.object({ type: z.literal('failed'), reason: z.string() }),
]);

export type ToPanel = z.infer<typeof toPanel>;
export type FromPanel = z.infer<typeof fromPanel>;
export type PanelPages = z.infer<typeof pages>;
export type PanelPage = z.infer<typeof page>;
export type PanelState = z.infer<typeof panelState>;
export type SessionState = z.infer<typeof sessionState>;
export type EmptyState = z.infer<typeof emptyState>;
export type PanelChip = z.infer<typeof chip>;
export type PanelAxis = z.infer<typeof axis>;
export type PanelFamily = z.infer<typeof family>;
export type EpisodeState = z.infer<typeof episodeState>;
export type PanelMark = z.infer<typeof mark>;
export type PanelArc = z.infer<typeof arc>;
export type PanelSegment = z.infer<typeof segment>;
export type PanelEpisode = z.infer<typeof episode>;
export type PanelFigure = z.infer<typeof figure>;
export type PanelStrings = z.infer<typeof strings>;
export type PanelSentence = z.infer<typeof sentence>;
export type PictureFormat = z.infer<typeof pictureFormat>;
export type PanelMovers = z.infer<typeof movers>;
export type PanelUnlinked = z.infer<typeof unlinked>;
