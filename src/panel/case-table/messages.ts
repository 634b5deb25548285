import * as z from 'zod/mini';

/** The one channel between the table of cases and its host. All words arrive translated. */

const columnId = z.enum([
  'case',
  'sessions',
  'alliance',
  'level',
  'trend',
  'ruptures',
  'resolved',
  'open',
  'state',
  'drops',
  'outcome',
  'coder',
]);

/** What the rows are sorted by; without it they stand in the order of the study. */
export const caseOrder = z.object({ column: columnId, down: z.boolean() });

const column = z.object({
  id: columnId,
  label: z.string(),
  /** Said in full, with the method: for hover and screen reader. */
  title: z.string(),
  /** Numbers stand at the end of their column. */
  numeric: z.boolean(),
});

/** The values of a series as a small line, broken where a session has none. */
const spark = z.object({
  /** Each stretch without a gap: places and values. */
  runs: z.array(z.array(z.tuple([z.number(), z.number()]))),
  /** The same ends for all cases that have the measure, so that lines can be compared; the second is the greater. */
  x: z.tuple([z.number(), z.number()]),
  y: z.tuple([z.number(), z.number()]),
});

const cell = z.object({
  column: columnId,
  text: z.string(),
  /** What stands behind it, quieter: n, unit or name. */
  detail: z.string(),
  /** Said in full; where there is no value, why. */
  title: z.string(),
  /** What the column is sorted by; null where there is no value. */
  value: z.nullable(z.union([z.number(), z.string()])),
  /** Only values of one group are compared: those of one measure in one unit. */
  group: z.string(),
  /** A change for the better or the worse. */
  good: z.nullable(z.boolean()),
  spark: z.nullable(spark),
});

const row = z.object({
  /** Of its case, null for sessions without one. */
  case: z.nullable(z.string()),
  /** In the order of the columns, one each. */
  cells: z.array(cell),
});

const strings = z.object({
  caption: z.string(),
  export: z.string(),
  /** How a row is opened. */
  keyboard: z.string(),
  /** What a sort is announced as; {0} is the column. */
  ascending: z.string(),
  descending: z.string(),
  /** The order of the study. */
  unsorted: z.string(),
});

const table = z.object({
  kind: z.literal('table'),
  /** How many cases and sessions, what is hidden, what is missing. */
  notes: z.array(z.object({ text: z.string(), title: z.string(), warning: z.boolean() })),
  columns: z.array(column),
  /** In the order of the study. */
  rows: z.array(row),
  strings,
});

const actions = z.enum(['stop', 'again', 'setUp', 'openFolder']);

/** Where there is no table: what is read, or why there is nothing and what to do. */
const notice = z.object({
  kind: z.literal('notice'),
  title: z.string(),
  text: z.string(),
  /** How much is done, from 0 to 1; null where nothing is under way. */
  progress: z.nullable(z.number()),
  action: z.nullable(z.object({ label: z.string(), action: actions })),
});

const state = z.discriminatedUnion('kind', [table, notice]);

export const toCaseTable = z.object({ type: z.literal('show'), state });

export const fromCaseTable = z.discriminatedUnion('type', [
  /** Sent once, when the page can draw; the host answers with `show`. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('openCase'), case: z.nullable(z.string()) }),
  z.object({ type: z.literal('export') }),
  z.object({ type: z.literal('act'), action: actions }),
  /** A fault inside the page, without any text of a transcript. */
  z.object({ type: z.literal('failed'), reason: z.string() }),
]);

export type CaseTableState = z.infer<typeof state>;
export type ShownCaseTable = z.infer<typeof table>;
export type CaseTableNotice = z.infer<typeof notice>;
export type CaseColumnId = z.infer<typeof columnId>;
export type CaseOrder = z.infer<typeof caseOrder>;
export type CaseColumn = z.infer<typeof column>;
export type CaseRow = z.infer<typeof row>;
export type CaseCell = z.infer<typeof cell>;
export type CaseSpark = z.infer<typeof spark>;
export type ToCaseTable = z.infer<typeof toCaseTable>;
export type FromCaseTable = z.infer<typeof fromCaseTable>;
