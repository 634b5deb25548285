import * as z from 'zod/mini';
import { chip, episodeState, figure, sentence } from '../part-messages';

/** What the host says of a case: its sessions, what is drawn over them, and what stands below in words. */

const color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/));

/** What sessions are placed by; where both are there the reader chooses. */
const axis = z.object({
  id: z.enum(['session', 'day']),
  /** Named on screen: "sessions", "days since the first". */
  label: z.string(),
  /** What the switch says. */
  choice: z.string(),
});

const session = z.object({
  /** Its path. */
  id: z.string(),
  /** "4", or "–" without a number. */
  label: z.string(),
  /** Place on the axis of numbers, and of days; null where it has none. */
  session: z.nullable(z.number()),
  day: z.nullable(z.number()),
  stage: z.string(),
  date: z.string(),
  /** False where nothing of it is in the figures; then `note` says why. */
  coded: z.boolean(),
  note: z.string(),
  /** It is the transcript in the editor. */
  current: z.boolean(),
  /** What was said of it, line by line, for hover and screen reader. */
  title: z.string(),
});

const line = z.object({
  label: z.string(),
  /** Of two lines of one strip the second is broken and hollow. */
  second: z.boolean(),
  points: z.array(z.object({ session: z.string(), value: z.number(), text: z.string() })),
});

/** One measure over the sessions, on a scale of its own. */
const strip = z.object({
  id: z.string(),
  group: z.enum(['rating', 'self-report', 'outcome']),
  label: z.string(),
  /** Who gave it and which way is good. */
  detail: z.string(),
  /** The ends of its scale; `max` is greater than `min`. */
  min: z.number(),
  max: z.number(),
  ends: z.tuple([z.string(), z.string()]),
  /** One or two; between two the gap is shaded. */
  lines: z.array(line),
  /** Where detectors found something. */
  flags: z.array(z.object({ session: z.string(), good: z.nullable(z.boolean()), title: z.string() })),
});

const ruptures = z.object({
  session: z.string(),
  withdrawal: z.number(),
  confrontation: z.number(),
  /** Both, or of no said kind. */
  other: z.number(),
  ends: z.array(episodeState),
});

const heat = z.object({
  session: z.string(),
  /** Highest impact of the ruptures in each tenth; null where there are none. */
  cells: z.array(z.nullable(z.number())),
  title: z.string(),
});

const table = z.object({
  caption: z.string(),
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

const detector = z.object({
  name: z.string(),
  parameters: z.string(),
  says: z.array(
    z.object({
      series: z.string(),
      /** What it found; or why it says nothing, where `unsaid`. */
      text: z.string(),
      /** Each finding, where they are too many for a line. */
      each: z.array(z.string()),
      unsaid: z.boolean(),
    }),
  ),
  /** Of the series of which it found nothing. */
  quiet: z.string(),
});

const fold = z.object({ title: z.string(), note: z.string(), tables: z.array(table) });

const strings = z.object({
  picture: z.string(),
  ruptures: z.string(),
  /** Said behind, as the parts of a legend that explains itself. */
  rupturesDetail: z.string(),
  rupturesEnds: z.string(),
  heat: z.string(),
  heatDetail: z.string(),
  /** What the signs of findings mean, for the picture taken out: on the page each explains itself. */
  flags: z.string(),
  axis: z.string(),
  figures: z.string(),
  detectors: z.string(),
  noDetectors: z.string(),
  silentDetectors: z.string(),
  /** Empty where there is no study file to edit. */
  editParameters: z.string(),
  problems: z.string(),
  /** Leads to all cases of the study. */
  showCases: z.string(),
  showTable: z.string(),
  hideTable: z.string(),
  keyboard: z.string(),
});

export const caseState = z.object({
  kind: z.literal('case'),
  chips: z.array(chip),
  sentences: z.array(sentence),
  colors: z.object({ rupture: color, repair: color }),
  axes: z.array(axis),
  /** In their order. */
  sessions: z.array(session),
  strips: z.array(strip),
  ruptures: z.array(ruptures),
  heat: z.array(heat),
  figures: z.array(figure),
  detectors: z.array(detector),
  folds: z.array(fold),
  /** What is wrong with the data, in sentences. */
  problems: z.array(z.string()),
  /** The picture's values, and the heat map's. */
  tables: z.array(table),
  strings,
});

export type CaseState = z.infer<typeof caseState>;
export type CaseAxisId = z.infer<typeof axis>['id'];
export type CaseSessionState = z.infer<typeof session>;
export type CaseStrip = z.infer<typeof strip>;
export type CaseRuptures = z.infer<typeof ruptures>;
export type CaseHeat = z.infer<typeof heat>;
export type CaseTable = z.infer<typeof table>;
export type CaseDetector = z.infer<typeof detector>;
export type CaseFold = z.infer<typeof fold>;
